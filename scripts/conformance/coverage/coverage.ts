/** Coverage: how often each command was seen to answer with each kind of reply. */
import type { Outcome } from '../outcome.ts';
import { CONTAINERS, kindOf, nameOf } from './kind.ts';

/** By command, then by kind. */
export type Seen = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What must have been seen of each command. */
export type Declared = Readonly<Record<string, readonly string[]>>;

export class Coverage {
  /** The text of every error. */
  readonly errors = new Set<string>();
  readonly #counts = new Map<string, Map<string, number>>();

  add({ replies, waited }: Pick<Outcome, 'replies' | 'waited'>): void {
    for (const { args, frame } of replies) {
      if (frame.sign === '-') this.errors.add(frame.text ?? '');
      this.#count(nameOf(args, CONTAINERS), kindOf(frame));
    }
    for (const args of waited) this.#count(nameOf(args, CONTAINERS), 'waits');
  }

  /** Sorted by name. */
  seen(): Seen {
    const sorted = <Value>(map: ReadonlyMap<string, Value>) => [...map].sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(sorted(this.#counts).map(([command, kinds]) => [command, Object.fromEntries(sorted(kinds))]));
  }

  #count(command: string, kind: string): void {
    const kinds = this.#counts.get(command) ?? new Map<string, number>();
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    this.#counts.set(command, kinds);
  }
}

/** Each declared kind that was not seen, as `command: kind`. */
export function notSeen(declared: Declared, seen: Seen): string[] {
  return Object.entries(declared).flatMap(([command, kinds]) =>
    kinds.filter((kind) => seen[command]?.[kind] === undefined).map((kind) => `${command}: ${kind}`),
  );
}

/** Each kind that was seen of a declared command and is not declared: the list is to be made longer. */
export function notDeclared(declared: Declared, seen: Seen): string[] {
  return Object.entries(seen).flatMap(([command, kinds]) =>
    Object.keys(kinds)
      .filter((kind) => declared[command]?.includes(kind) !== true && kind !== 'QUEUED')
      .map((kind) => `${command}: ${kind}`),
  );
}

/** How many different things a server was seen to do. */
export function behaviourCount(seen: Seen): number {
  return Object.values(seen).reduce((count, kinds) => count + Object.keys(kinds).length, 0);
}
