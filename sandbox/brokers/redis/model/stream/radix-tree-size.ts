/** The size of the radix tree in which Redis keeps the nodes of a stream, as XINFO STREAM tells it (rax.c of 7.0). */
import type { StreamId } from './stream-id.ts';

/** How many nodes the tree has that holds these ids, which must be in order. Takes time for each of them. */
export function radixTreeSize(ids: readonly StreamId[]): number {
  return ids.length === 0 ? 1 : sizeOf(ids.map(keyOf), 0);
}

/** The tree of keys that are equal up to `depth`: a node for what they share, one where they part, and one for each end. */
function sizeOf(keys: readonly string[], depth: number): number {
  const [first = '', last = ''] = [keys[0], keys.at(-1)];
  if (keys.length === 1) return depth === first.length ? 1 : 2;
  let parting = depth;
  while (first[parting] === last[parting]) parting += 1;
  let size = parting > depth ? 2 : 1;
  let from = 0;
  for (let to = 1; to <= keys.length; to += 1) {
    if (to < keys.length && keys[to]?.[parting] === keys[from]?.[parting]) continue;
    size += sizeOf(keys.slice(from, to), parting + 1);
    from = to;
  }
  return size;
}

/** Sixteen bytes, one character each, the most significant first. */
function keyOf({ ms, sequence }: StreamId): string {
  let rest = (BigInt(ms) << 64n) + BigInt(sequence);
  let key = '';
  for (let left = 16; left > 0; left -= 1) {
    key = String.fromCharCode(Number(rest & 255n)) + key;
    rest >>= 8n;
  }
  return key;
}
