/** The link: one connection to the queue server, with requests that get their reply and deliveries that find their consumer. */
import net, { type Socket } from 'node:net';
import { encodeFrame, FrameReader } from './frame.ts';

/** A message as the server delivers it. */
export interface Delivery {
  readonly consumer: string;
  readonly delivery: number;
  readonly id: string;
  readonly body: unknown;
  readonly redelivered: boolean;
  readonly deliveryCount: number;
}

export interface Subscriber {
  delivered(delivery: Delivery): void;
  /** The connection is gone: nothing more will come. */
  lost(error: Error): void;
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export class Link {
  readonly #socket: Socket;
  readonly #pending = new Map<number, Pending>();
  readonly #subscribers = new Map<string, Subscriber>();
  #nextId = 1;
  #consumerCount = 0;
  #lost: Error | null = null;
  #closing: (() => void) | null = null;

  /** Rejects with a sentence when nobody answers there. */
  static open(host: string, port: number): Promise<Link> {
    return new Promise((resolve, reject) => {
      const socket = net.connect({ host, port });
      const refused = (error: Error) => {
        reject(new Error(`There is no queue server at ${host}:${port} (${error.message}). Is it running?`, { cause: error }));
      };
      socket.once('error', refused);
      socket.once('connect', () => {
        socket.off('error', refused);
        resolve(new Link(socket));
      });
    });
  }

  constructor(socket: Socket) {
    this.#socket = socket;
    const frames = new FrameReader();
    let cause = '';
    socket.on('data', (bytes: Uint8Array) => {
      for (const value of frames.push(bytes)) this.#take(value);
    });
    socket.on('error', (error: Error) => {
      cause = ` (${error.message})`;
    });
    socket.on('close', () => this.#closed(cause));
  }

  /** Sends a request at once; resolves with the value of its reply, rejects with what the server said. */
  request(fields: Readonly<Record<string, unknown>>): Promise<unknown> {
    if (this.#lost !== null) return Promise.reject(new Error(this.#lost.message));
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#socket.write(encodeFrame({ id, ...fields }));
    });
  }

  /** Gives what is delivered to the consumer to `subscriber` until the returned function is called. */
  subscribe(consumer: string, subscriber: Subscriber): () => void {
    this.#subscribers.set(consumer, subscriber);
    return () => this.#subscribers.delete(consumer);
  }

  /** A name for a consumer, unique on this connection. */
  consumerName(queue: string): string {
    this.#consumerCount += 1;
    return `${queue}-${this.#consumerCount}`;
  }

  close(): Promise<void> {
    if (this.#lost !== null) return Promise.resolve();
    return new Promise((resolve) => {
      this.#closing = resolve;
      this.#socket.end();
    });
  }

  #take(value: unknown): void {
    const frame = value as { id?: number; ok?: boolean; value?: unknown; said?: string; deliver?: Delivery; refused?: string };
    if (frame.deliver !== undefined) {
      this.#subscribers.get(frame.deliver.consumer)?.delivered(frame.deliver);
    } else if (frame.id !== undefined) {
      const pending = this.#pending.get(frame.id);
      this.#pending.delete(frame.id);
      if (frame.ok === true) pending?.resolve(frame.value);
      else pending?.reject(new Error(frame.said));
    } else if (frame.refused !== undefined) {
      this.#closed(` (${frame.refused})`);
    }
  }

  #closed(cause: string): void {
    if (this.#lost !== null) return;
    const said =
      this.#closing === null
        ? `The connection to the queue server was lost${cause}. What was not acknowledged goes back to its queue.`
        : 'The connection to the queue server is closed.';
    this.#lost = new Error(said);
    for (const { reject } of this.#pending.values()) reject(new Error(said));
    this.#pending.clear();
    for (const subscriber of this.#subscribers.values()) subscriber.lost(this.#lost);
    this.#closing?.();
  }
}
