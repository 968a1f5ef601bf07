/** A printed line is marked with the message that it speaks of. */
import { expect, test } from 'vitest';
import { mentionsIn } from '../../../src/views/mentions.ts';
import { deliver, type Line, publish, told } from '../picture/story.ts';

const prints = (process: string, text: string) => [process, 'console', { method: 'log', text }] as const;
const marked = (...lines: readonly Line[]) =>
  [...mentionsIn(told(...lines))].map(([sequence, { start, look }]) => [sequence, start, look.label]);

test('the word by which programs call a message is found in the line', () => {
  expect(marked(...publish('m1'), prints('worker', 'took order-1.'), prints('worker', 'took order-2'))).toEqual([[2, 5, '1']]);
});

test('of two messages with one name it is the one that the process had last', () => {
  const mail = ['broker', 'messagePublished', { client: 'shop', to: 'mails', key: null, text: 'order-1' }, 'm9'] as const;
  expect(marked(...publish('m1'), deliver('m1', 'worker'), mail, prints('worker', 'charged order-1'), prints('shop', 'order-1'))).toEqual([
    [4, 8, '1'],
    [5, 0, '9'],
  ]);
});

test('a bare number may be anything', () => {
  const reading = ['broker', 'messagePublished', { client: 'shop', to: 'readings', key: null, text: '300' }, 'm1'] as const;
  expect(marked(reading, prints('display', 'it is 300 ms old'))).toEqual([]);
});
