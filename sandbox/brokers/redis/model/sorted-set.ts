/** The sorted set: members in the order of their scores, equal ones in the order of their bytes. */
import { RankedTree } from '../../parts/ranked-tree.ts';
import { type Page, Roster } from '../../parts/roster.ts';
import type { BinaryText } from './binary-text.ts';
import type { Message } from './value.ts';

/** A member is a message: a job that is due at its score. */
export interface ScoredMember extends Message {
  readonly text: BinaryText;
  readonly score: number;
  /** The clients that have seen it in a range: one of them may claim it. */
  readonly readers: Set<string>;
}

/** Beyond these a sorted set is no longer kept as one piece of memory (zset-max-listpack-entries and -value). */
const MOST_PACKED_MEMBERS = 128;
const MOST_PACKED_BYTES = 64;

export class SortedSet {
  readonly #members = new Roster<ScoredMember>();
  readonly #order = new RankedTree<ScoredMember>(compare);
  /** Whether Redis would keep it in one piece; it never goes back. */
  isPacked = true;

  get size(): number {
    return this.#members.size;
  }

  get(text: BinaryText): ScoredMember | undefined {
    return this.#members.get(text);
  }

  /** Adds a member, in the place of one of the same text. */
  put(member: ScoredMember): void {
    const old = this.#members.get(member.text);
    if (old !== undefined) this.#order.remove(old);
    this.#members.set(member.text, member);
    this.#order.add(member);
    if (this.size > MOST_PACKED_MEMBERS || member.text.length > MOST_PACKED_BYTES) this.isPacked = false;
  }

  remove(member: ScoredMember): void {
    this.#members.delete(member.text);
    this.#order.remove(member);
  }

  rankOf(member: ScoredMember): number {
    return this.#order.rankOf(member);
  }

  /** How many members there are before the first one for which the condition does not hold. */
  countWhile(holds: (member: ScoredMember) => boolean): number {
    return this.#order.countWhile(holds);
  }

  /** The members with ranks from `from` up to, not including, `to`. */
  slice(from: number, to: number): ScoredMember[] {
    return this.#order.slice(from, to);
  }

  /** The member at a place, for those who draw one by chance. */
  at(place: number): ScoredMember | undefined {
    return this.#members.at(place)?.[1];
  }

  page(cursor: number, count: number): Page<ScoredMember> {
    if (this.isPacked) return { entries: [...this].map((member) => [member.text, member] as const), cursor: 0 };
    return this.#members.page(cursor, count);
  }

  /** The same members; what becomes of this one later does not reach it. */
  copy(): SortedSet {
    const copy = new SortedSet();
    for (const member of this) copy.put(member);
    copy.isPacked = this.isPacked;
    return copy;
  }

  /** In order. */
  [Symbol.iterator](): IterableIterator<ScoredMember> {
    return this.slice(0, this.size).values();
  }
}

function compare(one: ScoredMember, other: ScoredMember): number {
  if (one.score !== other.score) return one.score < other.score ? -1 : 1;
  if (one.text === other.text) return 0;
  return one.text < other.text ? -1 : 1;
}
