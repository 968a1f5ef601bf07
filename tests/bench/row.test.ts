/** The bench's arithmetic: medians, spreads and what holds. */
import { expect, test } from 'vitest';
import { interleave, median, quantile } from '../../bench/measure.ts';
import { countRow, ratioRow, tableOf } from '../../bench/row.ts';

const samples = (name: string, ...values: number[]) => ({ name, unit: 'ms', values });

test('the median lies between the two middle samples', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(quantile([10, 20, 30], 0.25)).toBe(15);
});

test('subjects take turns, and warm-ups do not count', async () => {
  const turns: string[] = [];
  const subject = (name: string) => ({ name, unit: '', sample: () => turns.push(name) });
  const [first] = await interleave([subject('a'), subject('b')], 2, 1);
  expect(turns.join('')).toBe('ababab');
  expect(first?.values).toEqual([3, 5]);
});

test('a ratio is of medians, and the floor may be a sum', () => {
  const row = ratioRow('row', 1.5, samples('subject', 6, 60, 6), samples('one', 2, 2, 2), samples('other', 1, 1, 1));
  expect(row).toMatchObject({ ratio: 2, limit: 1.5, holds: false, spread: [2, 11] });
});

test('a count holds up to its limit and names what it found', () => {
  expect(countRow('row', 0, [])).toMatchObject({ ratio: 0, holds: true });
  expect(tableOf([countRow('row', 0, ['esbuild.wasm'])])).toContain('esbuild.wasm');
});
