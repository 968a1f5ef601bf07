/** A queue as a program uses it: publish at one end, consume at the other. */
import { type Consumption, consume } from './consumption.ts';
import type { Link } from './link.ts';
import { requireBody, requireCount, requireOptions } from './mistakes.ts';

/** What a full queue does with one message more: refuse it, throw the oldest away, or make the publisher wait. */
export type WhenFull = 'reject' | 'dropOldest' | 'block';

export interface QueueOptions {
  /** The most messages that may wait; without it there is no limit. */
  readonly capacity?: number;
  /** `reject` when not given. */
  readonly whenFull?: WhenFull;
  /** A message that is not settled after so many milliseconds goes back to the queue; without it, never. */
  readonly visibilityMs?: number;
}

export interface ConsumeOptions {
  /** The most messages that this consumer may have taken and not settled; 1 when not given. */
  readonly prefetch?: number;
}

export interface Queue<Body = unknown> {
  readonly name: string;
  /** Resolves with the message's id when the server has stored it. Rejects when the queue is full and rejects. */
  publish(body: Body): Promise<string>;
  /** The messages of the queue, one after the other, shared with its other consumers. Leaving the loop ends it. */
  consume(options?: ConsumeOptions): Consumption<Body>;
  /** How many messages wait, those that consumers have taken not counted. */
  depth(): Promise<number>;
}

export function openQueue<Body>(link: Link, name: string, options: QueueOptions | undefined): Queue<Body> {
  const declared = options === undefined ? Promise.resolve() : declare(link, name, options);

  /** The server does requests in the order in which they are sent, so this one need not wait for the declaration. */
  async function ask(fields: Readonly<Record<string, unknown>>): Promise<unknown> {
    const [, value] = await Promise.all([declared, link.request({ queue: name, ...fields })]);
    return value;
  }

  return {
    name,
    async publish(body) {
      requireBody(`queue "${name}"`, body);
      return (await ask({ do: 'publish', body })) as string;
    },
    consume(consumeOptions = {}) {
      requireOptions('consume', consumeOptions, ['prefetch']);
      requireCount('consume', 'prefetch', consumeOptions.prefetch);
      return consume(link, name, consumeOptions.prefetch ?? 1, declared);
    },
    async depth() {
      return (await ask({ do: 'depth' })) as number;
    },
  };
}

function declare(link: Link, name: string, options: QueueOptions): Promise<unknown> {
  requireOptions('queue', options, ['capacity', 'whenFull', 'visibilityMs']);
  requireCount('queue', 'capacity', options.capacity);
  requireCount('queue', 'visibilityMs', options.visibilityMs);
  const declared = link.request({ do: 'declare', queue: name, options });
  // Whoever uses the queue gets the error; a queue that nobody uses must not crash the process.
  declared.catch(() => {});
  return declared;
}
