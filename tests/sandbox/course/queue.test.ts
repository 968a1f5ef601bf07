/** The in-process queue: order, waiting, capacity, closing, and what is lost with its process. */
import { describe, expect, test } from 'vitest';
import { Queue, type QueueOptions } from '../../../sandbox/course/queue.ts';
import { lost } from '../../../sandbox/judge/anomalies.ts';
import { lines, pause, perform, say, story } from '../engine/stage.ts';

test('items come out in the order in which they were put in', async () => {
  const report = await perform({
    actors: {
      shop: async () => {
        const orders = new Queue<number>('orders');
        for (const order of [1, 2, 3]) await orders.put(order);
        say(`size ${orders.size}`);
        for (let count = 0; count < 3; count += 1) say(`took ${await orders.take()}`);
      },
    },
  });
  expect(lines(report)).toEqual(['shop@0 size 3', 'shop@0 took 1', 'shop@0 took 2', 'shop@0 took 3']);
});

test('a taker waits for an item, and takers are served in turn', async () => {
  const report = await perform({
    actors: {
      shop: async () => {
        const orders = new Queue<string>('orders');
        const work = async (name: string) => say(`${name} took ${await orders.take()}`);
        const workers = [work('ann'), work('bob')];
        await pause(10);
        await orders.put('order 1');
        await orders.put('order 2');
        await Promise.all(workers);
      },
    },
  });
  expect(lines(report)).toEqual(['shop@10 ann took order 1', 'shop@10 bob took order 2']);
});

test('the life of an item is told with the queue as its place', async () => {
  const report = await perform({
    actors: {
      shop: async () => {
        const orders = new Queue<{ id: number }>('orders', { keyOf: ({ id }) => `customer-${id}` });
        await orders.put({ id: 7 });
        await orders.take();
      },
    },
  });
  expect(story(report).slice(1, -1)).toEqual(['shop messagePublished', 'shop messageStored', 'shop messageDelivered']);
  expect(report.events.find(({ kind }) => kind === 'messagePublished')).toMatchObject({
    messageId: 'm1',
    detail: { client: 'shop', to: 'orders', key: 'customer-7', text: '{"id":7}' },
  });
});

test('a crash loses what waits in memory', async () => {
  const report = await perform({
    actors: {
      shop: async () => {
        const orders = new Queue<string>('orders');
        await orders.put('order 1');
        await pause(20);
      },
    },
    faults: [{ kind: 'crash', process: 'shop', when: { atMs: 10 } }],
  });
  expect(lost(report.events)[0]?.said).toBe('The message "order 1" was lost: it waited in orders, in the memory of shop, which crashed.');
});

test('a process that only waits for an item ends as Node would end it, and the wait is named', async () => {
  const report = await perform({ actors: { shop: async () => say(await new Queue<string>('orders').take()) } });
  expect(report.processes).toEqual([{ name: 'shop', state: 'exited', exitCode: 13 }]);
  expect(report.ended).toEqual({ reason: 'quiescent', waiting: [{ process: 'shop', what: 'an item in the queue orders' }] });
});

describe('a full queue', () => {
  const putThree = (whenFull: NonNullable<QueueOptions<number>['whenFull']>) =>
    perform({
      actors: {
        shop: async () => {
          const orders = new Queue<number>('orders', { capacity: 2, whenFull });
          const producer = async () => {
            for (const order of [1, 2, 3]) await orders.put(order).catch((error: Error) => say(error.message));
            say('all put');
            orders.close();
          };
          const done = producer();
          await pause(10);
          for await (const order of orders) say(`took ${order}`);
          await done;
        },
      },
    });

  test('makes the producer wait for room', async () => {
    expect(lines(await putThree('block'))).toEqual(['shop@10 all put', 'shop@10 took 1', 'shop@10 took 2', 'shop@10 took 3']);
  });

  test('rejects the new item with a sentence', async () => {
    expect(lines(await putThree('reject'))).toEqual([
      'shop@0 The queue "orders" is full: 2 items wait, and that is its capacity.',
      'shop@0 all put',
      'shop@10 took 1',
      'shop@10 took 2',
    ]);
  });

  test('drops the new item and records that', async () => {
    const report = await putThree('dropNewest');
    expect(lines(report)).toEqual(['shop@0 all put', 'shop@10 took 1', 'shop@10 took 2']);
    expect(lost(report.events).map(({ messageId }) => messageId)).toEqual(['m3']);
  });

  test('drops the oldest item and records that', async () => {
    const report = await putThree('dropOldest');
    expect(lines(report)).toEqual(['shop@0 all put', 'shop@10 took 2', 'shop@10 took 3']);
    expect(lost(report.events).map(({ messageId }) => messageId)).toEqual(['m1']);
  });
});

describe('a closed queue', () => {
  test('ends the wait of a loop over it', async () => {
    const report = await perform({
      actors: {
        shop: async () => {
          const orders = new Queue<string>('orders');
          const loop = (async () => {
            for await (const order of orders) say(order);
            say('end');
          })();
          await pause(5);
          orders.close();
          await loop;
        },
      },
    });
    expect(lines(report)).toEqual(['shop@5 end']);
  });

  test('tells whoever still puts or takes', async () => {
    const report = await perform({
      actors: {
        shop: async () => {
          const orders = new Queue<string>('orders');
          orders.close();
          await orders.put('late').catch((error: Error) => say(error.message));
          await orders.take().catch((error: Error) => say(error.message));
        },
      },
    });
    expect(lines(report)).toEqual([
      'shop@0 The queue "orders" is closed. Put items into it before you call close().',
      'shop@0 The queue "orders" is closed and empty: there is nothing left to take.',
    ]);
  });
});

test('a capacity below one is refused with a sentence', () => {
  expect(() => new Queue('orders', { capacity: 0 })).toThrow('The queue "orders" cannot have a capacity of 0.');
});
