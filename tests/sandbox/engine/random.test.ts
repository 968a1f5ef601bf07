/** Streams are forked by name: a draw in one changes nothing in another. */
import { expect, test } from 'vitest';
import { randomStream } from '../../../sandbox/engine/random.ts';

test('the same seed and name give the same draws', () => {
  expect(randomStream(7).fork('worker-1').next()).toBe(randomStream(7).fork('worker-1').next());
});

test('one more draw elsewhere changes nothing here', () => {
  const untouched = randomStream(7).fork('b').next();
  const root = randomStream(7);
  root.next();
  root.fork('a').next();
  expect(root.fork('b').next()).toBe(untouched);
});

test('draws are even enough over ten parts', () => {
  const stream = randomStream(1);
  const counts = new Array<number>(10).fill(0);
  for (let draw = 0; draw < 100_000; draw += 1) {
    const part = Math.floor(stream.next() * 10);
    counts[part] = (counts[part] ?? 0) + 1;
  }
  expect(counts.every((count) => count > 9_500 && count < 10_500)).toBe(true);
});

test('neighbouring seeds and names begin differently', () => {
  const firsts = [1, 2, 3, 4].flatMap((seed) => ['a', 'b', 'c'].map((name) => randomStream(seed).fork(name).next()));
  expect(new Set(firsts).size).toBe(firsts.length);
});
