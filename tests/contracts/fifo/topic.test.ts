/** Topics as `#course/broker` shows them, over real TCP: what sandbox/course/broker/topic.ts promises. */
import { expect, test } from 'vitest';
import { numbers, open, server, take } from './bench.ts';

test('gives every group a copy, under one id, and the publisher names none of them', async () => {
  const [shop, subscriber] = [await open(), await open()];
  const orders = subscriber.topic<number>('orders');
  const [mail, stock] = [await orders.subscribe('mail'), await orders.subscribe('stock')];
  const id = await shop.topic('orders').publish(1);
  const copies = [...(await take(mail, 1)), ...(await take(stock, 1))];
  expect(copies.map((message) => [message.id, message.body])).toEqual([
    [id, 1],
    [id, 1],
  ]);
});

test('the members of a group share its messages, whoever subscribed first', async () => {
  const [first, second] = [await open(), await open()];
  const one = await first.topic<number>('orders').subscribe('mail');
  const other = await second.topic<number>('orders').subscribe('mail');
  const both = Promise.all([take(one, 2), take(other, 2)]);
  await Promise.all([one.depth(), other.depth()]);
  for (const number of [1, 2, 3, 4]) await first.topic('orders').publish(number);
  expect((await both).flatMap(numbers).sort()).toEqual([1, 2, 3, 4]);
});

test('an ack in one group leaves the copies of the others alone', async () => {
  const orders = (await open()).topic<number>('orders');
  const [mail, stock] = [await orders.subscribe('mail'), await orders.subscribe('stock')];
  await orders.publish(1);
  const [message] = await take(mail, 1);
  await message?.ack();
  expect([await mail.depth(), await stock.depth()]).toEqual([0, 1]);
});

test('a group gets what is published after it subscribed', async () => {
  const orders = (await open()).topic<number>('orders');
  await orders.publish(1);
  const late = await orders.subscribe('mail');
  await orders.publish(2);
  expect(numbers(await take(late, 1))).toEqual([2]);
  expect(await late.depth()).toBe(0);
});

test('a group stays when its members leave, and when the server starts again', async () => {
  const member = await open();
  await member.topic('orders').subscribe('mail');
  await member.close();
  await server().disconnectAll();
  server().broker.restarted();
  const broker = await open();
  await broker.topic('orders').publish(1);
  expect(await broker.queue('mail').depth()).toBe(1);
});

test('a group whose queue is full refuses its copy; the others have theirs', async () => {
  const broker = await open();
  broker.queue('mail', { capacity: 1 });
  const orders = broker.topic('orders');
  const [mail, stock] = [await orders.subscribe('mail'), await orders.subscribe('stock')];
  await orders.publish(1);
  await expect(orders.publish(2)).rejects.toThrow('The queue "mail" is full');
  expect([await mail.depth(), await stock.depth()]).toEqual([1, 2]);
});

test('a group whose queue blocks makes the publisher wait', async () => {
  const broker = await open();
  broker.queue('mail', { capacity: 1, whenFull: 'block' });
  const mail = await broker.topic<number>('orders').subscribe('mail');
  await mail.publish(0);
  const published = broker.topic('orders').publish(1);
  await mail.depth();
  expect(
    server()
      .broker.waiting()
      .map(({ what }) => what),
  ).toEqual(['room in the queue mail (publish)']);
  expect(numbers(await take(mail, 2))).toEqual([0, 1]);
  await published;
});
