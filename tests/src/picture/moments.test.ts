/** Moments: found in the run itself, or named by the cell. */
import { expect, test } from 'vitest';
import { momentsOf, told as sentence } from '../../../src/picture/moments.ts';
import { story, told } from './story.ts';

const labels = (moments: ReturnType<typeof momentsOf>) => moments.map(({ label }) => label);

test('the crash, the second delivery and the end are found', () => {
  expect(labels(momentsOf(story.crashedWorker, null))).toEqual([
    'first message',
    'first delivery',
    'worker-1 dies',
    'delivered again',
    'the end',
  ]);
});

test('what a cell names comes in the order of the run, and what this run does not have is left out', () => {
  const named = momentsOf(story.crashedWorker, [
    { at: { on: 'messageAcked' }, label: 'ack', caption: 'It is done.' },
    { at: { on: 'processCrashed' }, label: 'crash', caption: 'It dies.' },
    { at: { on: 'effect' }, label: 'charge', caption: 'Never seen.' },
  ]);
  expect(labels(named)).toEqual(['crash', 'ack']);
});

test('a second effect with the same key is a moment', () => {
  const charge = { kind: 'effect', detail: { effect: 'charge', key: 'order-1', value: '5' } } as const;
  const event = (sequence: number) => ({ sequence, atMicros: sequence, process: 'worker', level: 'story', ...charge }) as const;
  expect(labels(momentsOf([event(0), event(1)], null))).toEqual(['second charge']);
});

test('an event is told with who did it', () => {
  const events = told(
    ['worker', 'effect', { effect: 'row', key: 'seen/order-1', value: '{}' }],
    ['broker', 'publishBlocked', { client: 'shop', place: 'orders' }],
    ['broker', 'messageStored', { place: 'orders', at: 'tail' }, 'm1'],
  );
  expect(events.map(sentence)).toEqual([
    'worker wrote the row seen/order-1: {}',
    'shop waits: orders is full',
    'Message 1 waits in orders',
  ]);
});
