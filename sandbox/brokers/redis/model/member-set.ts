/** The members of a set, in the order in which they came; while all are integers, in the order of numbers, as Redis shows them. */
import { type Page, Roster } from '../../parts/roster.ts';
import type { BinaryText } from './binary-text.ts';
import { parseInteger } from './number-text.ts';

/** Beyond so many integers they are kept as any members are (set-max-intset-entries). */
const MOST_INTEGERS = 512;

export class MemberSet {
  readonly #members = new Roster<true>();
  /** Whether Redis would keep it as a row of integers; it never goes back. */
  #isOfIntegers = true;

  constructor(members: Iterable<BinaryText> = []) {
    for (const member of members) this.add(member);
  }

  get size(): number {
    return this.#members.size;
  }

  get isOfIntegers(): boolean {
    return this.#isOfIntegers;
  }

  has(member: BinaryText): boolean {
    return this.#members.has(member);
  }

  /** False when it was there. */
  add(member: BinaryText): boolean {
    if (this.#members.has(member)) return false;
    this.#members.set(member, true);
    if (this.#isOfIntegers && (this.size > MOST_INTEGERS || parseInteger(member) === undefined)) this.#isOfIntegers = false;
    return true;
  }

  delete(member: BinaryText): boolean {
    return this.#members.delete(member);
  }

  /** The member at a place, for those who draw one by chance. */
  at(place: number): BinaryText | undefined {
    return this.#members.at(place)?.[0];
  }

  page(cursor: number, count: number): Page<unknown> {
    if (this.#isOfIntegers) return { entries: [...this].map((member) => [member, true] as const), cursor: 0 };
    return this.#members.page(cursor, count);
  }

  /** The same members; what becomes of this one later does not reach it. */
  copy(): MemberSet {
    const copy = new MemberSet(this.#members.keys());
    copy.#isOfIntegers = this.#isOfIntegers;
    return copy;
  }

  [Symbol.iterator](): IterableIterator<BinaryText> {
    if (!this.#isOfIntegers) return this.#members.keys();
    return [...this.#members.keys()].sort((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1)).values();
  }
}
