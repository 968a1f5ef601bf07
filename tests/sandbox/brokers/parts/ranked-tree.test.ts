/** The ranked tree against a plain array, over many random sequences. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RankedTree } from '../../../../sandbox/brokers/parts/ranked-tree.ts';

const steps = fc.array(fc.tuple(fc.boolean(), fc.nat(60)), { maxLength: 200 });

test('a tree holds its items in order, each at its rank', () => {
  fc.assert(
    fc.property(steps, fc.nat(70), fc.nat(70), (sequence, from, to) => {
      const tree = new RankedTree<number>((one, other) => one - other);
      const kept = new Set<number>();
      for (const [adds, item] of sequence) {
        if (adds && !kept.has(item)) tree.add(item);
        if (!adds) tree.remove(item);
        if (adds) kept.add(item);
        else kept.delete(item);
      }
      const sorted = [...kept].sort((one, other) => one - other);
      expect(tree.size).toBe(sorted.length);
      expect(tree.slice(0, tree.size)).toEqual(sorted);
      expect(tree.slice(from, to)).toEqual(sorted.slice(from, Math.max(from, to)));
      expect(sorted.map((item) => tree.rankOf(item))).toEqual(sorted.map((_, rank) => rank));
      expect(tree.countWhile((item) => item <= to)).toBe(sorted.filter((item) => item <= to).length);
    }),
  );
});

test('a tree of items that come in order answers in a few steps', () => {
  const tree = new RankedTree<number>((one, other) => one - other);
  for (let item = 0; item < 100_000; item += 1) tree.add(item);
  let looks = 0;
  tree.countWhile((item) => {
    looks += 1;
    return item < 70_000;
  });
  expect(looks).toBeLessThan(40);
});
