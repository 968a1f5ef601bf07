/** What contract tests of the queue server share: a server on real TCP for each test, and connections to it. */
import { afterEach, beforeEach } from 'vitest';
import { fifo } from '../../../sandbox/brokers/fifo/fifo.ts';
import { type Broker, connect, type Message, type Queue } from '../../../sandbox/course/broker.ts';
import { type Listening, listen } from '../../../sandbox/host/tcp-listener.ts';

let listening: Listening;
let brokers: Broker[];

beforeEach(async () => {
  listening = await listen(fifo);
  brokers = [];
});

afterEach(async () => {
  await Promise.all(brokers.map((broker) => broker.close()));
  await listening.close();
});

/** The server of this test. */
export function server(): Listening {
  return listening;
}

/** One connection more to it. */
export async function open(): Promise<Broker> {
  const broker = await connect({ host: '127.0.0.1', port: listening.port });
  brokers.push(broker);
  return broker;
}

/** The next so many messages of the queue. A `depth()` afterwards answers when the server has seen the consumer. */
export async function take<Body>(queue: Queue<Body>, count: number, prefetch = count): Promise<Message<Body>[]> {
  const messages: Message<Body>[] = [];
  const consumption = queue.consume({ prefetch });
  while (messages.length < count) messages.push((await consumption.next()).value as Message<Body>);
  return messages;
}

export function numbers(messages: readonly Message<number>[]): number[] {
  return messages.map((message) => message.body);
}
