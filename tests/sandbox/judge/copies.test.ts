/** Copies and depths: what became of each message in each place, trays included. */
import { describe, expect, test } from 'vitest';
import { lost, reordered, skipped, stuckUnacked } from '../../../sandbox/judge/anomalies.ts';
import { copiesOf } from '../../../sandbox/judge/copies.ts';
import { inFlightDepths, waitingDepths } from '../../../sandbox/judge/depths.ts';
import { trace } from './trace.ts';

const stored = '0 redis publishes m1 to orders by shop\n 0 redis stores m1 in orders';
const handedOut = `${stored}\n 5 redis delivers m1 from orders to worker\n 5 redis stores m1 in processing`;

test('a message in two queues has two copies with states of their own', () => {
  const run = trace(
    `${stored}\n 0 redis stores m1 in mails\n 2 redis delivers m1 from mails to mailer\n 3 redis acks m1 in mails by mailer`,
  );
  expect(copiesOf(run).map(({ place, state }) => [place, state])).toEqual([
    ['orders', 'waiting'],
    ['mails', 'acked'],
  ]);
});

describe('in a log that groups read', () => {
  const read = `${stored}
    2 redis delivers m1 from orders to mailer group=mail
    3 redis delivers m1 from orders to keeper group=stock
    4 redis acks m1 in orders by mailer group=mail`;

  test('each group that has got the message has a copy of its own', () => {
    expect(copiesOf(trace(read)).map(({ group, state, events }) => [group, state, events.length])).toEqual([
      ['mail', 'acked', 3],
      ['stock', 'inFlight', 2],
    ]);
    expect(stuckUnacked(trace(read)).map(({ said }) => said)).toEqual([
      'Message m1 is stuck: keeper took it from orders and never acked it.',
    ]);
  });

  test('what was trimmed after all had it is not lost; what was trimmed before anybody had it is', () => {
    expect(lost(trace(`${read}\n 5 redis acks m1 in orders by keeper group=stock\n 6 redis drops m1 in orders for trimmed`))).toEqual([]);
    expect(lost(trace(`${stored}\n 6 redis drops m1 in orders for trimmed`))).toHaveLength(1);
  });

  test('a reader without a group has a copy beside theirs', () => {
    const run = trace(`${read}\n 5 redis delivers m1 from orders to viewer settled`);
    expect(copiesOf(run).map(({ group, state }) => [group, state])).toEqual([
      [null, 'taken'],
      ['mail', 'acked'],
      ['stock', 'inFlight'],
    ]);
  });

  test('one group may lag behind another, and begin where it wants', () => {
    const run = trace(`${stored}
      1 redis publishes m2 to orders by shop
      1 redis stores m2 in orders
      2 redis delivers m2 from orders to mailer group=mail
      3 redis delivers m1 from orders to keeper group=stock`);
    expect([...reordered(run), ...skipped(run)]).toEqual([]);
  });
});

describe('a message that is handed out into a processing list', () => {
  test('is one copy, in flight', () => {
    expect(copiesOf(trace(handedOut)).map(({ place, state }) => [place, state])).toEqual([['orders', 'inFlight']]);
  });

  test('is not lost but stuck when its worker dies', () => {
    const run = trace(`${handedOut}\n 6 worker crashed`);
    expect(lost(run)).toEqual([]);
    expect(stuckUnacked(run)).toHaveLength(1);
  });

  test('is done when it is acked there', () => {
    expect(stuckUnacked(trace(`${handedOut}\n 6 redis acks m1 in processing by worker`))).toEqual([]);
  });

  test('waits again when it is put back', () => {
    const run = trace(`${handedOut}\n 9 redis requeues m1 in orders by worker\n 9 redis stores m1 in orders`);
    expect(copiesOf(run).map(({ state }) => state)).toEqual(['waiting']);
    expect(
      waitingDepths(run)
        .get('processing')
        ?.map(({ count }) => count),
    ).toEqual([1, 0]);
    expect(
      waitingDepths(run)
        .get('orders')
        ?.map(({ count }) => count),
    ).toEqual([1, 0, 1]);
    expect(
      inFlightDepths(run)
        .get('worker')
        ?.map(({ count }) => count),
    ).toEqual([1, 0]);
  });
});
