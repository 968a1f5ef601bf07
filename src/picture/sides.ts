/** Sides: which process stands before the queues, which behind them, and which has queues of its own. */
import type { Facts } from './facts.ts';

export interface Sides {
  /** Those that only put something in or call others. */
  readonly before: readonly string[];
  /** Those that have queues in their own memory. */
  readonly owners: readonly string[];
  /** Those that take something out or are called. */
  readonly behind: readonly string[];
  /** Those that are called by others from behind the queues, such as a database: below the queues. */
  readonly below: readonly string[];
}

export function sidesOf({ processes, places, calls, brokers }: Facts): Sides {
  const ownerNames = new Set([...places.values()].map(({ owner }) => owner));
  const takers = new Set([...places.values()].flatMap(({ consumers }) => consumers));
  const callers = new Set(calls.map(([client]) => client));
  const called = new Set(calls.map(([, server]) => server));
  const owners = processes.filter((name) => ownerNames.has(name));
  const rest = processes.filter((name) => !ownerNames.has(name));
  const isAlone = rest.length === 1 && owners.length === 0 && brokers.length === 0;
  if (isAlone) return { before: [], owners: rest, behind: [], below: [] };
  const isBehind = (name: string): boolean => takers.has(name) || (called.has(name) && !callers.has(name));
  const isBelow = (name: string): boolean =>
    !takers.has(name) && calls.some(([client, server]) => server === name && takers.has(client) && !ownerNames.has(client));
  return {
    before: rest.filter((name) => !isBehind(name) && !isBelow(name)),
    owners,
    behind: rest.filter((name) => isBehind(name) && !isBelow(name)),
    below: rest.filter(isBelow),
  };
}
