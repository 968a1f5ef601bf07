/** The roster read page by page while it changes, over many random sequences. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Roster } from '../../../../sandbox/brokers/parts/roster.ts';

const steps = fc.array(fc.tuple(fc.boolean(), fc.nat(60)), { maxLength: 200 });

test('a roster read page by page shows whatever is there all the time, and comes to an end while keys are added', () => {
  fc.assert(
    fc.property(fc.nat(100), fc.integer({ min: 1, max: 12 }), steps, (size, count, sequence) => {
      const roster = new Roster<number>();
      for (let key = 0; key < size; key += 1) roster.set(`kept ${key}`, key);
      for (let key = 0; key < 30; key += 1) roster.set(`other ${key}`, key);
      const seen = new Set<string>();
      const left = [...sequence];
      let cursor = 0;
      let pages = 0;
      do {
        const page = roster.page(cursor, count);
        for (const [key] of page.entries) seen.add(key);
        for (const [adds, key] of left.splice(0, 7)) {
          if (adds) roster.set(`other ${key}`, key);
          else roster.delete(`other ${key}`);
        }
        cursor = page.cursor;
        pages += 1;
      } while (cursor !== 0);
      expect([...roster.keys()].filter((key) => key.startsWith('kept') && !seen.has(key))).toEqual([]);
      expect(pages).toBeLessThanOrEqual(Math.ceil((size + 30) / count));
    }),
  );
});
