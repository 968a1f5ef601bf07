/** Facts of places: of each queue, list, channel or stream of a run, what it is and who has to do with it. */
import type { Form } from './place-form.ts';

export interface PlaceFacts {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly form: Form;
  /** Processes that put something in, and that take something out or wait for it, in order of the first time. */
  readonly publishers: readonly string[];
  readonly consumers: readonly string[];
  /** How many publishers wait before it at most while it is full, and how many clients while it is empty. */
  readonly mostChairs: number;
  readonly mostWaiters: number;
  readonly capacity: number | null;
  /** At which ends of a list messages come in and leave. */
  readonly enters: readonly End[];
  readonly leaves: readonly End[];
  /** The next one to leave is the last: as in a list that is filled with LPUSH and emptied with RPOP. */
  readonly leavesAtTail: boolean;
  /** The list for which it keeps what is in work; null when it is a list of its own. */
  readonly keptFor: string | null;
  /** The groups of a stream with everyone who ever was a consumer, in order of the first time. */
  readonly groups: readonly GroupFacts[];
  /** The ids of a stream's entries, by message. */
  readonly entryIds: ReadonlyMap<string, string>;
  /** The longest time that one of them was in a consumer's hands without an ack or another delivery. */
  readonly longestIdleMicros: number;
}

export interface GroupFacts {
  readonly name: string;
  readonly consumers: readonly string[];
}

export type End = 'head' | 'tail';

/** How often something happened at each end. */
type Ends = Record<End, number>;

/** The facts while they are collected. */
export interface PlaceFactsDraft {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  form: Form;
  readonly publishers: Set<string>;
  readonly consumers: Set<string>;
  chairs: number;
  mostChairs: number;
  waiters: number;
  mostWaiters: number;
  capacity: number | null;
  readonly stores: Ends;
  readonly takings: Ends;
  keptFor: string | null;
  readonly groups: Map<string, Set<string>>;
  readonly entryIds: Map<string, string>;
  /** Since when each is owed, by group and message. */
  readonly owed: Map<string, number>;
  longestIdleMicros: number;
}

export function newDraft(id: string, name: string, owner: string, form: Form): PlaceFactsDraft {
  const counts = { chairs: 0, mostChairs: 0, waiters: 0, mostWaiters: 0, capacity: null };
  const ends = { stores: { head: 0, tail: 0 }, takings: { head: 0, tail: 0 } };
  const kept = { keptFor: null, groups: new Map(), entryIds: new Map(), owed: new Map(), longestIdleMicros: 0 };
  return { id, name, owner, form, publishers: new Set(), consumers: new Set(), ...counts, ...ends, ...kept };
}

export function placeFactsOf({ chairs: _, waiters: _none, owed: _nobody, stores, takings, ...draft }: PlaceFactsDraft): PlaceFacts {
  return {
    ...draft,
    publishers: [...draft.publishers],
    consumers: [...draft.consumers],
    groups: [...draft.groups].map(([name, consumers]) => ({ name, consumers: [...consumers] })),
    enters: endsOf(stores),
    leaves: endsOf(takings),
    leavesAtTail: leavesAtTail(draft.form, { stores, takings }),
  };
}

function endsOf(ends: Ends): readonly End[] {
  return (['head', 'tail'] as const).filter((end) => ends[end] > 0);
}

/** Before anything was taken, a list is thought to be a queue. */
function leavesAtTail(form: Form, { stores, takings }: Pick<PlaceFactsDraft, 'stores' | 'takings'>): boolean {
  if (form !== 'list') return false;
  return takings.head + takings.tail > 0 ? takings.tail > takings.head : stores.head > stores.tail;
}
