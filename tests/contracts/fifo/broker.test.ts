/** The queue server as `#course/broker` shows it, over real TCP: what sandbox/course/broker.ts and the server's model promise. */
import { describe, expect, test } from 'vitest';
import { connect, type Message } from '../../../sandbox/course/broker.ts';
import { numbers, open, server, take } from './bench.ts';

describe('one queue', () => {
  test('what is published first is delivered first, with whatever JSON it is', async () => {
    const queue = (await open()).queue('orders');
    const bodies = [{ id: 1, name: 'ü☃' }, 'text', 0, null, [1, [2]], false];
    for (const body of bodies) await queue.publish(body);
    expect(await queue.depth()).toBe(bodies.length);
    expect((await take(queue, bodies.length)).map((message) => message.body)).toEqual(bodies);
  });

  test('a message has an id, which publish returns, and is new', async () => {
    const queue = (await open()).queue('orders');
    const id = await queue.publish('a');
    const [message] = await take(queue, 1);
    expect(message).toMatchObject({ id, body: 'a', redelivered: false, deliveryCount: 1 });
  });

  test('prefetch 1: the next message comes when the one before is acknowledged', async () => {
    const queue = (await open()).queue<number>('orders');
    for (const number of [1, 2, 3]) await queue.publish(number);
    const seen: string[] = [];
    for await (const message of queue.consume()) {
      seen.push(`${message.body}, ${await queue.depth()} wait`);
      await message.ack();
      if (message.body === 3) break;
    }
    expect(seen).toEqual(['1, 2 wait', '2, 1 wait', '3, 0 wait']);
  });

  test('two consumers take turns', async () => {
    const queue = (await open()).queue<number>('orders');
    const both = Promise.all([take(queue, 3), take(queue, 3)]);
    await queue.depth();
    for (const number of [1, 2, 3, 4, 5, 6]) await queue.publish(number);
    expect((await both).map(numbers)).toEqual([
      [1, 3, 5],
      [2, 4, 6],
    ]);
  });

  test('nack puts the message back in its place', async () => {
    const queue = (await open()).queue<number>('orders');
    for (const number of [1, 2, 3]) await queue.publish(number);
    const consumption = queue.consume({ prefetch: 1 });
    const first = (await consumption.next()).value as Message<number>;
    await first.nack();
    const again = (await consumption.next()).value as Message<number>;
    expect(again).toMatchObject({ body: 1, redelivered: true, deliveryCount: 2, id: first.id });
  });

  test('nack without requeue throws the message away', async () => {
    const queue = (await open()).queue<number>('orders');
    await queue.publish(1);
    const [message] = await take(queue, 1);
    await message?.nack({ requeue: false });
    expect(await queue.depth()).toBe(0);
  });

  test('leaving the loop gives back what was prefetched and not seen', async () => {
    const queue = (await open()).queue<number>('orders');
    for (const number of [1, 2, 3]) await queue.publish(number);
    for await (const message of queue.consume({ prefetch: 3 })) {
      await message.ack();
      break;
    }
    expect(await queue.depth()).toBe(2);
    expect(numbers(await take(queue, 2))).toEqual([2, 3]);
  });
});

describe('when a connection closes', () => {
  test('its unacknowledged messages go to the other worker, redelivered', async () => {
    const [crashing, surviving] = [await open(), await open()];
    const publisher = surviving.queue<number>('orders');
    for (const number of [1, 2]) await publisher.publish(number);
    await take(crashing.queue('orders'), 1);
    await crashing.close();
    const messages = await take(publisher, 2);
    expect(messages.map(({ body, redelivered, deliveryCount }) => [body, redelivered, deliveryCount])).toEqual([
      [1, true, 2],
      [2, false, 1],
    ]);
  });

  test('a lost connection ends loop and requests with a sentence', async () => {
    const queue = (await open()).queue('orders');
    const next = queue.consume().next();
    await queue.depth();
    const said = expect(next).rejects.toThrow(/The connection to the queue server was lost.*What was not acknowledged goes back/);
    await server().disconnectAll();
    await said;
    await expect(queue.publish(1)).rejects.toThrow('The connection to the queue server was lost');
  });

  test('a restart of the server keeps the queues', async () => {
    await (await open()).queue('orders').publish('kept');
    await server().disconnectAll();
    server().broker.restarted();
    expect(await (await open()).queue('orders').depth()).toBe(1);
  });

  test('nobody there: a sentence that names the place', async () => {
    await expect(connect({ host: '127.0.0.1', port: 1 })).rejects.toThrow('There is no queue server at 127.0.0.1:1');
  });
});

describe('limits', () => {
  test('visibility: a message that is not settled in time goes to somebody else', async () => {
    const [slow, quick] = [await open(), await open()];
    const queue = quick.queue('orders', { visibilityMs: 40 });
    await queue.publish('a');
    const [late] = await take(slow.queue('orders', { visibilityMs: 40 }), 1);
    const [again] = await take(queue, 1);
    expect(again).toMatchObject({ body: 'a', redelivered: true });
    await expect(late?.ack()).rejects.toThrow('its time was up');
  });

  test('a full queue rejects, and says so', async () => {
    const queue = (await open()).queue('orders', { capacity: 1 });
    await queue.publish('a');
    await expect(queue.publish('b')).rejects.toThrow('The queue "orders" is full: 1 messages wait and that is its capacity.');
  });

  test('a full queue drops the oldest', async () => {
    const queue = (await open()).queue<number>('orders', { capacity: 2, whenFull: 'dropOldest' });
    for (const number of [1, 2, 3]) await queue.publish(number);
    expect(numbers(await take(queue, 2))).toEqual([2, 3]);
  });

  test('a full queue makes the publisher wait until there is room', async () => {
    const queue = (await open()).queue<number>('orders', { capacity: 1, whenFull: 'block' });
    await queue.publish(1);
    let isStored = false;
    const second = queue.publish(2).then(() => {
      isStored = true;
    });
    await queue.depth();
    expect(isStored).toBe(false);
    expect(
      server()
        .broker.waiting()
        .map(({ what }) => what),
    ).toEqual(['room in the queue orders (publish)']);
    expect(numbers(await take(queue, 2))).toEqual([1, 2]);
    await second;
  });

  test('a queue that exists with other options refuses', async () => {
    const broker = await open();
    await broker.queue('orders', { capacity: 5 }).publish(1);
    await expect(broker.queue('orders', { capacity: 6 }).publish(1)).rejects.toThrow(
      'The queue "orders" exists with other options: {"capacity":5}.',
    );
  });
});

describe('mistakes are sentences', () => {
  test('settling a message twice', async () => {
    const queue = (await open()).queue('orders');
    await queue.publish('a');
    const [message] = await take(queue, 1);
    await message?.ack();
    await expect(message?.nack()).rejects.toThrow(
      'nack() on a message of the queue "orders" that was settled before by ack(). Settle each message once.',
    );
  });

  test('publishing what JSON cannot say', async () => {
    const queue = (await open()).queue('orders');
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    await expect(queue.publish(undefined)).rejects.toThrow('publish() on the queue "orders" got undefined. Give it the message to send');
    await expect(queue.publish(() => 1)).rejects.toThrow('got a function, which cannot be sent as JSON. Send plain data.');
    await expect(queue.publish(circle)).rejects.toThrow('it contains itself, or a BigInt');
    await expect(queue.publish(1n)).rejects.toThrow('it contains itself, or a BigInt');
  });

  test('names and options', async () => {
    const broker = await open();
    expect(() => broker.queue('')).toThrow(`queue() needs the name of the queue, such as queue('orders'). It got "".`);
    expect(() => broker.topic('')).toThrow(`topic() needs the name of the topic, such as topic('orders'). It got "".`);
    await expect(broker.topic('orders').subscribe(undefined as never)).rejects.toThrow(
      `subscribe() needs the name of the group, such as subscribe('mail'). It got undefined.`,
    );
    await expect(broker.topic('orders').publish(undefined)).rejects.toThrow('publish() on the topic "orders" got undefined.');
    expect(() => broker.queue('orders').consume({ prefetch: 0 })).toThrow(
      'consume() needs a whole number from 1 on as prefetch. It got 0.',
    );
    expect(() => broker.queue('orders').consume({ prefech: 1 } as never)).toThrow(
      'consume() has no option "prefech". Its options are: prefetch.',
    );
  });
});

test('who waits at the end is told', async () => {
  const broker = await open();
  broker
    .queue('orders')
    .consume()
    .next()
    .catch(() => {});
  await broker.queue('orders').depth();
  expect(
    server()
      .broker.waiting()
      .map(({ what }) => what),
  ).toEqual(['a message on the queue orders (consumer)']);
});
