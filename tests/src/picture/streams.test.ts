/** The picture of a stream: entries that stay, groups that read on, and what each consumer owes. */
import { describe, expect, test } from 'vitest';
import { compareEntryIds, digitsFor, shortEntryId } from '../../../src/picture/entry-id.ts';
import { foldOf } from '../../../src/picture/fold.ts';
import { layoutOf } from '../../../src/picture/layout-of.ts';
import { sceneMarkup } from '../../../src/picture/markup.ts';
import { tokensOf } from '../../../src/picture/tokens.ts';
import { made, redisTold, sends } from './redis-story.ts';
import type { Line } from './story.ts';

const idOf = (messageId: string): string => `170000000000${messageId.slice(1)}-0`;
const adds = (messageId: string): readonly Line[] => [
  sends(messageId, 'orders'),
  ['redis', 'messageStored', { place: 'orders', at: 'tail', id: idOf(messageId) }, messageId],
];
const isAt = (group: string, position: string): Line => ['redis', 'positionMoved', { place: 'orders', group, position }];
const hands = (messageId: string, consumer: string, deliveries = 1): Line => [
  'redis',
  'messageDelivered',
  { place: 'orders', client: consumer, redelivered: deliveries > 1, settled: false, group: 'mail', consumer, deliveries },
  messageId,
];

/** Two entries; ann is given the first and dies with it, bob claims it and acks. */
const trace = redisTold(
  ['shop', 'ann', 'bob'],
  made('orders', 'stream'),
  isAt('mail', '0-0'),
  ...adds('m1'),
  ...adds('m2'),
  ['redis', 'memberJoined', { place: 'orders', group: 'mail', member: 'ann' }],
  hands('m1', 'ann'),
  isAt('mail', idOf('m1')),
  ['ann', 'processCrashed', { cause: 'fault', said: '' }],
  ['redis', 'memberJoined', { place: 'orders', group: 'mail', member: 'bob' }],
  hands('m1', 'bob', 2),
  ['redis', 'messageAcked', { place: 'orders', client: 'bob', group: 'mail', consumer: 'bob' }, 'm1'],
  ['redis', 'messageDropped', { place: 'orders', reason: 'trimmed' }, 'm1'],
);
const { facts } = foldOf(trace);
const at = (sequence: number) => foldOf(trace).sceneAt(sequence).places.get('redis/orders');
const tokenAt = (sequence: number, key: string) =>
  tokensOf(foldOf(trace).sceneAt(sequence), layoutOf(facts, 'wide'), facts).tokens.find((token) => token.key === key);
const [GIVEN, MOVED, CRASHED, CLAIMED, ACKED, TRIMMED] = [10, 11, 12, 14, 15, 16];

describe('an entry', () => {
  test('stays in its cell while it is given out and acked', () => {
    expect([GIVEN, CLAIMED, ACKED].map((sequence) => at(sequence)?.waiting)).toEqual(Array(3).fill(['m1', 'm2']));
  });

  test('is gone when the stream is trimmed', () => {
    expect(at(TRIMMED)).toMatchObject({ waiting: ['m2'], dropped: 1 });
  });

  test('goes from its cell into the tray of the consumer that it is given to', () => {
    const [before, after] = [tokenAt(9, 'm1@redis/orders#mail'), tokenAt(GIVEN, 'm1@redis/orders#mail')];
    expect(before?.y).toBe(tokenAt(9, 'm1@redis/orders')?.y);
    expect(after?.y).toBeGreaterThan(before?.y as number);
    expect(after).toMatchObject({ inFlight: true, owed: { deliveries: 1, idle: 0 } });
  });

  test('is short where there is little room for its id', () => {
    expect(shortEntryId('1700000000123-4', 3)).toBe('123-4');
  });

  test('keeps as many digits of its id as it takes to see that ids grow', () => {
    expect(digitsFor(['1700000000123-0', '1700000000123-1', '1700000000340-0'])).toBe(3);
    expect(digitsFor(['1700000000876-0', '1700000001289-0'])).toBe(4);
  });
});

describe('what is owed', () => {
  test('lies idle for longer and longer in the tray of a dead consumer', () => {
    expect(tokenAt(MOVED, 'm1@redis/orders#mail')?.owed?.idle).toBe(0.25);
    expect(tokenAt(CRASHED, 'm1@redis/orders#mail')?.owed?.idle).toBe(0.5);
  });

  test('is in the tray and the hands of whoever claims it, with its count of deliveries', () => {
    const scene = foldOf(trace).sceneAt(CLAIMED);
    expect(at(CLAIMED)?.groups[0]?.consumers).toMatchObject([
      { name: 'ann', pending: [] },
      { name: 'bob', pending: [{ messageId: 'm1', deliveries: 2 }] },
    ]);
    expect([scene.processes.get('ann')?.hands, scene.processes.get('bob')?.hands.length]).toEqual([[], 1]);
    expect(sceneMarkup(trace, CLAIMED, { shapes: ['narrow'] })).toMatch(/class="deliveries"[^>]*>×2</);
  });

  test('is nothing after the ack', () => {
    expect(at(ACKED)?.groups).toMatchObject([{ name: 'mail', acked: 1, consumers: [{ pending: [] }, { pending: [] }] }]);
  });
});

test('a group that is not made yet has its place in the picture', () => {
  const markup = sceneMarkup(trace, 'start', { shapes: ['wide'] });
  expect(markup).toContain('not made yet');
  expect(markup.match(/class="tray absent"/g)).toHaveLength(2);
});

test('a consumer that leaves takes what it owes with it', () => {
  const left = redisTold(['ann'], made('orders', 'stream'), ...adds('m1'), hands('m1', 'ann'), [
    'redis',
    'memberLeft',
    { place: 'orders', group: 'mail', member: 'ann' },
  ]);
  expect(
    foldOf(left)
      .sceneAt(left.length - 1)
      .places.get('redis/orders')?.groups[0]?.consumers,
  ).toEqual([]);
});

test('ids are ordered by time, then by sequence', () => {
  const ids = ['10-1', '9-5', '10-0', '10-10'];
  expect(ids.toSorted(compareEntryIds)).toEqual(['9-5', '10-0', '10-1', '10-10']);
});

test('members of a sorted set lie in order of their scores, also when one gets another', () => {
  const schedules = (messageId: string, score: number): readonly Line[] => [
    sends(messageId, 'later'),
    ['redis', 'messageStored', { place: 'later', at: 'tail', score }, messageId],
  ];
  const set = redisTold(['shop'], made('later', 'sortedSet'), ...schedules('m1', 30), ...schedules('m2', 10), ...schedules('m3', 20));
  expect(
    foldOf(set)
      .sceneAt(set.length - 1)
      .places.get('redis/later')?.waiting,
  ).toEqual(['m2', 'm3', 'm1']);
  const changed = redisTold(['shop'], made('later', 'sortedSet'), ...schedules('m1', 30), ...schedules('m2', 10), [
    'redis',
    'messageStored',
    { place: 'later', at: 'tail', score: 40 },
    'm2',
  ]);
  const waitingAt = (sequence: number) => foldOf(changed).sceneAt(sequence).places.get('redis/later')?.waiting;
  expect(waitingAt(changed.length - 2)).toEqual(['m2', 'm1']);
  expect(waitingAt(changed.length - 1)).toEqual(['m1', 'm2']);
});
