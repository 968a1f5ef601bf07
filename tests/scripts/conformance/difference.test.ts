/** The difference between two outcomes, and how it is told. */
import { expect, test } from 'vitest';
import { differenceBetween } from '../../../scripts/conformance/difference.ts';
import { partedText } from '../../../scripts/conformance/difference-text.ts';
import { story, storyText } from '../../../scripts/conformance/program.ts';

test('the same lines have none', () => {
  expect(differenceBetween(['a', 'b'], ['a', 'b'])).toBeNull();
});

test('it is the first line in which they part, with what came before', () => {
  expect(differenceBetween(['a', 'b', 'c'], ['a', 'x', 'c'])).toEqual({ before: ['a'], real: 'b', simulated: 'x' });
});

test('one that does more differs', () => {
  expect(differenceBetween(['a'], ['a', 'b'])).toMatchObject({ real: '(nothing more)', simulated: 'b' });
  expect(differenceBetween(['a', 'b'], ['a'])).toMatchObject({ real: 'b', simulated: '(nothing more)' });
});

test('numbers that are about so large may differ by three seconds, and no more', () => {
  expect(differenceBetween(['ttl ≈1000'], ['ttl ≈3900'])).toBeNull();
  expect(differenceBetween(['ttl ≈1000'], ['ttl ≈4001'])).not.toBeNull();
  expect(differenceBetween(['ttl ≈1000'], ['ttl 1000'])).not.toBeNull();
});

test('it is told with the program as a story that can be pasted, in characters that can be read', () => {
  const program = story('a push', 'A lpush ~l "x y"\nB3 llen ~l\nwait 5');
  const difference = { before: [], real: 'A lpush inflight:l x y → :1\x00', simulated: 'A lpush inflight:l x y → :2' };
  expect(partedText({ program, difference })).toBe(
    [
      'a push:',
      '    A lpush ~l "x y"',
      '    B3 llen ~l',
      '    wait 5',
      '  real:      A lpush inflight:l x y → :1\\x00',
      '  simulated: A lpush inflight:l x y → :2',
    ].join('\n'),
  );
});

test('a story read again is the same program', () => {
  const program = story('s', 'A xadd ~x maxlen ~ 10 * f ""\nB3 get "a\\"b"');
  expect(story('s', storyText(program))).toEqual(program);
  expect(program.steps[0]).toEqual({ client: 0, args: ['xadd', 'inflight:x', 'maxlen', '~', '10', '*', 'f', ''] });
});
