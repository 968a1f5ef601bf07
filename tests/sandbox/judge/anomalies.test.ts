/** Every anomaly has a trace that shows it and one that does not. */
import { describe, expect, test } from 'vitest';
import {
  anomaliesOf,
  blockedLoop,
  duplicateEffect,
  lost,
  lostToNoSubscriber,
  overTheLimit,
  poisonLoop,
  reordered,
  skipped,
  stuckUnacked,
  unboundedGrowth,
} from '../../../sandbox/judge/anomalies.ts';
import type { Anomaly } from '../../../sandbox/judge/anomaly.ts';
import { trace } from './trace.ts';

const charge = { effect: 'charge', keyOf: ({ text }: { text: string }) => text };

const storedOne = `
  0 broker publishes m1 to orders by shop text=order-1
  0 broker stores m1 in orders`;

const storedTwo = `${storedOne}
  1 broker publishes m2 to orders by shop text=order-2
  1 broker stores m2 in orders`;

function seen(anomalies: readonly Anomaly[]): readonly { messageId: string | undefined; events: readonly number[] }[] {
  return anomalies.map(({ messageId, events }) => ({ messageId, events }));
}

describe('lost', () => {
  test('a message that was settled at delivery is lost when its worker crashes before it does anything', () => {
    const found = lost(trace(`${storedOne}\n 2 broker delivers m1 from orders to worker settled\n 3 worker crashed`));
    expect(seen(found)).toEqual([{ messageId: 'm1', events: [2, 3] }]);
    expect(found[0]?.said).toBe('The message order-1 was lost: worker took it from orders and crashed before it did anything with it.');
  });

  test('it is not lost when the worker was seen to do something first', () => {
    expect(
      lost(trace(`${storedOne}\n 2 broker delivers m1 from orders to worker settled\n 3 worker does charge order-1\n 4 worker crashed`)),
    ).toEqual([]);
  });

  test('an ack before the work loses the work of a worker that crashes in between', () => {
    const run = trace(
      `${storedOne}\n 2 broker delivers m1 from orders to worker\n 3 broker acks m1 in orders by worker\n 4 worker crashed`,
    );
    expect(seen(lost(run, { work: charge }))).toEqual([{ messageId: 'm1', events: [2, 3, 4] }]);
  });

  test('a worker that ends by itself is not suspected', () => {
    expect(lost(trace(`${storedOne}\n 2 broker delivers m1 from orders to worker settled\n 3 worker exited`))).toEqual([]);
  });

  test('with a named work, a message is not lost when its effect was recorded', () => {
    const run = trace(
      `${storedOne}\n 2 broker delivers m1 from orders to worker settled\n 3 worker does charge order-1\n 4 worker crashed`,
    );
    expect(lost(run, { work: charge })).toEqual([]);
  });

  test('with a named work, other deeds of the worker do not save the message', () => {
    const run = trace(
      `${storedOne}\n 2 broker delivers m1 from orders to worker settled\n 3 worker prints took order-1\n 4 worker crashed`,
    );
    expect(seen(lost(run, { work: charge }))).toEqual([{ messageId: 'm1', events: [2, 4] }]);
  });

  test('an ack that comes from a later life of the worker tells of work that was done then', () => {
    const run = trace(`${storedOne}
      2 broker delivers m1 from orders to worker
      3 worker crashed
      4 worker restarted
      5 worker does charge order-1
      6 broker acks m1 in orders by worker`);
    expect(lost(run)).toEqual([]);
  });

  test('an unacked message that goes back to its queue is not lost', () => {
    const run = `${storedOne}\n 2 broker delivers m1 from orders to worker\n 3 worker crashed\n 3 broker requeues m1 in orders by worker`;
    expect(lost(trace(run), { work: charge })).toEqual([]);
  });

  test('what waits in the memory of a process is lost with it', () => {
    const run = '0 shop publishes m1 to orders by shop\n 0 shop stores m1 in orders\n 1 shop crashed';
    expect(seen(lost(trace(run)))).toEqual([{ messageId: 'm1', events: [1, 2] }]);
  });

  test('what waits in a broker survives its publisher', () => {
    expect(lost(trace(`${storedOne}\n 1 shop crashed`))).toEqual([]);
  });

  test('a message dropped by a full queue is lost', () => {
    expect(seen(lost(trace(`${storedOne}\n 1 broker drops m1 in orders for full`)))).toEqual([{ messageId: 'm1', events: [1, 2] }]);
  });

  test('an expired message is lost, a dead-lettered one is not', () => {
    expect(lost(trace(`${storedOne}\n 1 broker expires m1 in orders`))).toHaveLength(1);
    expect(lost(trace(`${storedOne}\n 1 broker expires m1 in orders\n 1 broker deadLetters m1 from orders to dead`))).toEqual([]);
  });

  test('an acked entry that is trimmed later is not lost', () => {
    const run = `${storedOne}\n 1 broker delivers m1 from orders to worker\n 2 broker acks m1 in orders by worker\n 3 broker drops m1 in orders for trimmed`;
    expect(lost(trace(run))).toEqual([]);
  });
});

describe('duplicate effect', () => {
  test('a charge that happens again after a crash is shown with that crash', () => {
    const run = trace('0 worker-1 does charge order-1\n 1 worker-1 crashed\n 2 worker-2 does charge order-1');
    expect(seen(duplicateEffect(run))).toEqual([{ messageId: undefined, events: [0, 1, 2] }]);
    expect(duplicateEffect(run)[0]?.said).toBe('The charge of order-1 happened twice: by worker-1 and then worker-2.');
  });

  test('the same key under two effects is no duplicate', () => {
    expect(duplicateEffect(trace('0 worker does charge order-1\n 1 worker does mail order-1'))).toEqual([]);
  });

  test('only the effect that was asked for counts', () => {
    expect(duplicateEffect(trace('0 worker does mail ann\n 1 worker does mail ann'), { effect: 'charge' })).toEqual([]);
  });
});

describe('reordered', () => {
  const delivered = (first: string, second: string) =>
    `${storedTwo}\n 2 broker delivers ${first} from orders to worker\n 3 broker delivers ${second} from orders to worker`;

  test('a message that is delivered before one that was stored earlier overtakes it', () => {
    expect(seen(reordered(trace(delivered('m2', 'm1'))))).toEqual([{ messageId: 'm1', events: [1, 3, 4, 5] }]);
  });

  test('deliveries in the order of storing are fine', () => {
    expect(reordered(trace(delivered('m1', 'm2')))).toEqual([]);
  });

  test('deliveries in order can still end in acks out of order', () => {
    const run = trace(`${delivered('m1', 'm2')}\n 4 broker acks m2 in orders by worker\n 5 broker acks m1 in orders by worker`);
    expect(seen(reordered(run, { by: 'ack' }))).toEqual([{ messageId: 'm1', events: [1, 3, 6, 7] }]);
  });

  test('the order of effects can be asked for', () => {
    const run = trace(`${delivered('m1', 'm2')}\n 4 worker does charge order-2\n 5 worker does charge order-1`);
    expect(reordered(run, { by: charge })).toHaveLength(1);
    expect(reordered(run)).toEqual([]);
  });

  test('within a key, messages of other keys may overtake', () => {
    const run = trace(`
      0 broker publishes m1 to orders by shop key=ann
      0 broker stores m1 in orders
      1 broker publishes m2 to orders by shop key=bob
      1 broker stores m2 in orders
      2 broker delivers m2 from orders to worker
      3 broker delivers m1 from orders to worker`);
    expect(reordered(run)).toHaveLength(1);
    expect(reordered(run, { withinKey: true })).toEqual([]);
  });
});

describe('skipped', () => {
  test('a message that still waits while a later one was served was skipped', () => {
    expect(seen(skipped(trace(`${storedTwo}\n 2 broker delivers m2 from orders to worker`)))).toEqual([
      { messageId: 'm1', events: [1, 3, 4] },
    ]);
  });

  test('the last messages of a queue that nobody served yet were not skipped', () => {
    expect(skipped(trace(`${storedTwo}\n 2 broker delivers m1 from orders to worker`))).toEqual([]);
  });
});

describe('stuck unacked', () => {
  const delivered = `${storedOne}\n 2 broker delivers m1 from orders to worker`;

  test('a message that is never acked is stuck', () => {
    expect(seen(stuckUnacked(trace(delivered)))).toEqual([{ messageId: 'm1', events: [2] }]);
  });

  test('an acked one is not', () => {
    expect(stuckUnacked(trace(`${delivered}\n 3 broker acks m1 in orders by worker`))).toEqual([]);
  });

  test('one that was held for too short a time is not', () => {
    expect(stuckUnacked(trace(`${delivered}\n 9 worker prints working`), { heldForMs: 10 })).toEqual([]);
  });
});

describe('poison loop', () => {
  const rounds = (count: number) =>
    Array.from(
      { length: count },
      (_, round) => `${round + 2} broker delivers m1 from orders to worker\n${round + 2} broker requeues m1 in orders by worker`,
    );

  test('a message that comes back five times is a poison loop', () => {
    expect(seen(poisonLoop(trace([storedOne, ...rounds(5)].join('\n'))))).toEqual([{ messageId: 'm1', events: [2, 4, 10] }]);
  });

  test('one that is acked at last is not', () => {
    const acked = '9 broker delivers m1 from orders to worker\n 9 broker acks m1 in orders by worker';
    expect(poisonLoop(trace([storedOne, ...rounds(5), acked].join('\n')))).toEqual([]);
  });

  test('four times are not enough, unless that was asked', () => {
    const run = trace([storedOne, ...rounds(4)].join('\n'));
    expect(poisonLoop(run)).toEqual([]);
    expect(poisonLoop(run, { deliveries: 4 })).toHaveLength(1);
  });
});

describe('lost to no subscriber', () => {
  test('what is sent to nobody vanishes', () => {
    const run = trace('0 broker publishes m1 to news by shop text=sale\n 0 broker drops m1 in news for noSubscriber');
    expect(lostToNoSubscriber(run)[0]?.said).toBe('The message sale vanished: nobody listened on news.');
    expect(lost(run)).toEqual([]);
  });

  test('what a full queue drops had a subscriber', () => {
    expect(lostToNoSubscriber(trace(`${storedOne}\n 1 broker drops m1 in orders for full`))).toEqual([]);
  });
});

describe('unbounded growth', () => {
  const stores = (count: number) => Array.from({ length: count }, (_, at) => `${at} broker stores m${at} in orders`);
  const takes = (count: number) =>
    Array.from({ length: count }, (_, at) => `${100 + at} broker delivers m${at} from orders to worker settled`);

  test('a queue that only fills grows without bound', () => {
    const [found] = unboundedGrowth(trace(stores(40).join('\n')));
    expect(found?.said).toBe('orders grows without end: 10, then 20, then 30, then 40 messages waited there, and 40 at the end.');
  });

  test('a spike that is worked off is none', () => {
    expect(unboundedGrowth(trace([...stores(40), ...takes(40)].join('\n')))).toEqual([]);
  });

  test('a few messages are none', () => {
    expect(unboundedGrowth(trace(stores(8).join('\n')))).toEqual([]);
  });
});

describe('blocked loop', () => {
  test('800 ms without a turn of the loop are told', () => {
    expect(blockedLoop(trace('5 worker blocked 800'))[0]?.said).toBe('The event loop of worker was blocked for 800 ms.');
  });

  test('10 ms are not', () => {
    expect(blockedLoop(trace('5 worker blocked 10'))).toEqual([]);
  });
});

describe('over the limit', () => {
  const held = `${storedTwo}\n 2 broker delivers m1 from orders to worker\n 3 broker delivers m2 from orders to worker`;

  test('a client with two messages in flight is over a limit of one', () => {
    expect(seen(overTheLimit(trace(held), { count: 'inFlight', most: 1 }))).toEqual([{ messageId: undefined, events: [5] }]);
  });

  test('one after the other is within it', () => {
    const run = `${storedTwo}
      2 broker delivers m1 from orders to worker
      3 broker acks m1 in orders by worker
      4 broker delivers m2 from orders to worker`;
    expect(overTheLimit(trace(run), { count: 'inFlight', most: 1 })).toEqual([]);
  });

  test('the depth of a queue has a limit too', () => {
    expect(overTheLimit(trace(storedTwo), { count: 'waiting', most: 1, of: 'orders' })).toHaveLength(1);
    expect(overTheLimit(trace(storedTwo), { count: 'waiting', most: 1, of: 'mails' })).toEqual([]);
    expect(overTheLimit(trace(storedTwo), { count: 'waiting', most: 2 })).toEqual([]);
  });
});

test('all anomalies of a trace come in the order of their first event', () => {
  const run = trace(`${storedOne}\n 2 worker blocked 80\n 3 broker delivers m1 from orders to worker`);
  expect(anomaliesOf(run).map(({ name }) => name)).toEqual(['blocked loop', 'stuck unacked']);
});

test('a quiet run has none', () => {
  expect(anomaliesOf([])).toEqual([]);
});
