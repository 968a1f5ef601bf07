/** The story of a sorted set's members: a new one is a message, and whoever takes it out after seeing it has claimed it. */
import { beforeEach, expect, test } from 'vitest';
import { redis } from '../../../../sandbox/brokers/redis/redis.ts';
import type { Broker } from '../../../../sandbox/engine/broker.ts';
import { FakeClient } from '../fake-client.ts';
import { FakeEnvironment } from '../fake-environment.ts';

let environment: FakeEnvironment;
let broker: Broker;
let shop: FakeClient;
let worker: FakeClient;

beforeEach(() => {
  environment = new FakeEnvironment();
  broker = redis.create(environment);
  shop = new FakeClient(broker, 'shop');
  worker = new FakeClient(broker, 'worker');
  shop.send('zadd delayed 100 a\r\n');
});

/** The story that the last so many lines tell. */
function last(count: number): string[] {
  return environment.story().slice(-count);
}

test('a new member is published and stored; with another score it is stored anew and no new message', () => {
  shop.send('zadd delayed 200 a\r\n');
  shop.send('zadd delayed 200 a\r\n');
  shop.send('zincrby delayed 5 a\r\n');
  const stored = 'messageStored m1 delayed';
  expect(environment.story()).toEqual(['messagePublished m1 delayed shop', stored, stored, stored]);
});

test('a job that is due before all others is stored at the head', () => {
  shop.send('zadd delayed 150 b 50 c\r\n');
  const stored = environment.happenings.filter(({ kind }) => kind === 'messageStored');
  expect(stored.map(({ detail }) => (detail as { at: string }).at)).toEqual(['tail', 'tail', 'head']);
});

test.each(['zpopmin delayed', 'zpopmax delayed 5', 'bzpopmin delayed 0', 'zmpop 1 delayed min'])('%s delivers for good', (command) => {
  worker.send(`${command}\r\n`);
  expect(last(1)).toEqual(['messageDelivered m1 delayed worker settled']);
});

test('who waits for a member gets it', () => {
  worker.send('bzpopmin jobs 0\r\n');
  shop.send('zadd jobs 1 b\r\n');
  expect(last(1)).toEqual(['messageDelivered m2 jobs worker settled']);
});

test.each(['zrem delayed a', 'zremrangebyscore delayed -inf +inf'])('%s claims what its client has seen in a range', (command) => {
  worker.send('zrangebyscore delayed -inf 100\r\n');
  worker.send(`${command}\r\n`);
  expect(last(1)).toEqual(['messageDelivered m1 delayed worker settled']);
});

test('of two who have seen it, the one whose ZREM answers 1 has it', () => {
  const other = new FakeClient(broker, 'other');
  for (const client of [worker, other]) client.send('zrange delayed 0 0\r\n');
  other.send('zrem delayed a\r\n');
  worker.send('zrem delayed a\r\n');
  expect(last(1)).toEqual(['messageDelivered m1 delayed other settled']);
});

test.each([
  ['zrem delayed a', 'deleted'],
  ['zremrangebyrank delayed 0 -1', 'trimmed'],
  ['del delayed', 'deleted'],
  ['set delayed x', 'deleted'],
  ['zinterstore delayed 1 none', 'deleted'],
])('%s throws away what nobody has seen', (command, reason) => {
  shop.send(`${command}\r\n`);
  expect(last(1)).toEqual([`messageDropped m1 delayed ${reason}`]);
});

test('an expired sorted set tells it at the very time', () => {
  shop.send('pexpire delayed 50\r\n');
  environment.pass(50);
  expect(last(1)).toEqual(['messageExpired m1 delayed']);
});

test('who renames a sorted set has it in hand, and its members wait at the other name', () => {
  worker.send('rename delayed working\r\n');
  expect(last(2)).toEqual(['messageDelivered m1 delayed worker', 'messageStored m1 working']);
});

test('a copy holds new messages', () => {
  worker.send('copy delayed working\r\n');
  expect(last(2)).toEqual(['messagePublished m2 working worker', 'messageStored m2 working']);
});

test('who waits is told with sorted set and command', () => {
  worker.send('bzpopmin jobs 0\r\n');
  expect(broker.waiting()).toEqual([{ process: 'worker', what: 'a message on the sorted set jobs (BZPOPMIN)' }]);
});
