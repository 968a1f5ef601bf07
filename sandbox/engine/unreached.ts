/** The unreached addresses of a run: who tried to connect where, and was refused each time. */
import type { Unreached } from '../trace/ended.ts';
import type { SourceLine } from '../trace/event.ts';

/** One try to connect, with the address as the client wrote it. */
export interface Attempt {
  readonly client: string;
  readonly host: string;
  readonly port: number;
  /** The learner's line that asked, where it is known: a client that tries again does so on its own account. */
  readonly source: SourceLine | undefined;
}

export class UnreachedAddresses {
  readonly #opened = new Set<string>();
  readonly #refused = new Map<string, Unreached>();

  opened(attempt: Attempt): void {
    this.#opened.add(keyOf(attempt));
  }

  refused(attempt: Attempt, isHostKnown: boolean): void {
    const { client: process, host, port } = attempt;
    const key = keyOf(attempt);
    const before = this.#refused.get(key);
    const source = before?.source ?? attempt.source;
    const count = (before?.count ?? 0) + 1;
    this.#refused.set(key, { process, host, port, isHostKnown, count, ...(source !== undefined && { source }) });
  }

  /** Where no connection of that client ever opened, in the order of the first refusals. */
  all(): readonly Unreached[] {
    return [...this.#refused].filter(([key]) => !this.#opened.has(key)).map(([, unreached]) => unreached);
  }
}

function keyOf({ client, host, port }: Attempt): string {
  return `${client} ${host} ${port}`;
}
