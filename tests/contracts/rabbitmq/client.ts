/** The real amqplib against a target, with names of its own that are deleted afterwards. */
import amqp, { type Channel, type ChannelModel, type ConsumeMessage, type GetMessage } from 'amqplib';

export interface Opened {
  readonly connection: ChannelModel;
  readonly channel: Channel;
  /** Errors and closings of connection and channel, in words, in order. */
  readonly said: string[];
}

/** Connections to one target that are all closed, and whose queues and exchanges are deleted, by `cleanUp`. */
export class Clients {
  readonly #port: number;
  readonly #connections: ChannelModel[] = [];
  readonly #queues: string[] = [];
  readonly #exchanges: string[] = [];

  constructor(port: number) {
    this.#port = port;
  }

  async open(): Promise<Opened> {
    const connection = await amqp.connect(`amqp://guest:guest@127.0.0.1:${this.#port}?heartbeat=0`, { noDelay: true });
    this.#connections.push(connection);
    const said: string[] = [];
    connection.on('error', (error: Error) => said.push(error.message));
    connection.on('close', () => said.push('connection closed'));
    const channel = await connection.createChannel();
    channel.on('error', (error: Error) => said.push(error.message));
    channel.on('close', () => said.push('channel closed'));
    return { connection, channel, said };
  }

  /** A queue name that nobody else uses. */
  queueName(): string {
    const name = newName();
    this.#queues.push(name);
    return name;
  }

  exchangeName(): string {
    const name = newName();
    this.#exchanges.push(name);
    return name;
  }

  /** Drops the connection as the crash of its process does; amqplib has no public way. */
  crash({ connection }: Opened): void {
    this.#connections.splice(this.#connections.indexOf(connection), 1);
    (connection as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }

  async cleanUp(): Promise<void> {
    const { channel } = await this.open();
    for (const queue of this.#queues.splice(0)) await channel.deleteQueue(queue);
    for (const exchange of this.#exchanges.splice(0)) await channel.deleteExchange(exchange);
    for (const connection of this.#connections.splice(0)) await connection.close().catch(() => {});
  }
}

export function textOf(message: ConsumeMessage | GetMessage | false | null): string | null {
  return message === false || message === null ? null : message.content.toString();
}

/** Takes everything that waits in the queue. */
export async function drain(channel: Channel, queue: string): Promise<string[]> {
  const texts: string[] = [];
  for (;;) {
    const text = textOf(await channel.get(queue, { noAck: true }));
    if (text === null) return texts;
    texts.push(text);
  }
}

/** What the promise rejected with, as code and text. */
export async function refusalOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return (error as Error).message;
  }
  return 'not refused';
}

let serial = 0;

function newName(): string {
  serial += 1;
  return `inflight-test-${process.pid}-${serial}`;
}
