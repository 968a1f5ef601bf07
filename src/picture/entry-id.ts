/** Entry ids: those that a stream gives to its entries, such as `1700000000123-0`, ordered by both numbers. */

export function compareEntryIds(one: string, other: string): number {
  const [[ms, sequence], [otherMs, otherSequence]] = [partsOf(one), partsOf(other)];
  if (ms !== otherMs) return ms < otherMs ? -1 : 1;
  return sequence === otherSequence ? 0 : sequence < otherSequence ? -1 : 1;
}

/** What tells an id from its neighbours where there is little room: `…123-0`. */
export function shortEntryId(id: string): string {
  const [ms = '', sequence = '0'] = id.split('-');
  return `${ms.slice(-3)}-${sequence}`;
}

/** They may exceed what a number holds. */
function partsOf(id: string): readonly [ms: bigint, sequence: bigint] {
  const match = /^(?<ms>\d+)(?:-(?<sequence>\d+))?$/.exec(id);
  return [BigInt(match?.groups?.['ms'] ?? 0), BigInt(match?.groups?.['sequence'] ?? 0)];
}
