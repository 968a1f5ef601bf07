/** Entry ids: those that a stream gives to its entries, such as `1700000000123-0`, ordered by both numbers. */

export function compareEntryIds(one: string, other: string): number {
  const [[ms, sequence], [otherMs, otherSequence]] = [partsOf(one), partsOf(other)];
  if (ms !== otherMs) return ms < otherMs ? -1 : 1;
  return sequence === otherSequence ? 0 : sequence < otherSequence ? -1 : 1;
}

/** Where there is little room: the last digits of an id's time, at least three, as many as ids of a run need to be seen to grow. */
export function shortEntryId(id: string, digits: number): string {
  const [ms = '', sequence = '0'] = id.split('-');
  return `${ms.slice(-digits)}-${sequence}`;
}

/** The number of digits for these ids, in their order. */
export function digitsFor(ids: readonly string[]): number {
  const grow = (digits: number): boolean =>
    ids.every((id, index) => index === 0 || compareEntryIds(shortEntryId(id, digits), shortEntryId(ids[index - 1] ?? '', digits)) > 0);
  return [3, 4, 5].find(grow) ?? 6;
}

/** They may exceed what a number holds. */
function partsOf(id: string): readonly [ms: bigint, sequence: bigint] {
  const match = /^(?<ms>\d+)(?:-(?<sequence>\d+))?$/.exec(id);
  return [BigInt(match?.groups?.['ms'] ?? 0), BigInt(match?.groups?.['sequence'] ?? 0)];
}
