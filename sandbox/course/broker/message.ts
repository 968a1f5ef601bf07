/** The message as a consumer has it: its body, how often it came, and the two ways to settle it. */
import type { Delivery, Link } from './link.ts';

export interface Message<Body = unknown> {
  /** The same each time the message is delivered. */
  readonly id: string;
  readonly body: Body;
  /** It was delivered before, and that delivery was not acknowledged. */
  readonly redelivered: boolean;
  /** How often it has been delivered, this time included. */
  readonly deliveryCount: number;
  /** The work is done: the server forgets the message. */
  ack(): Promise<void>;
  /** The work is not done: the message goes back to its place, or with `{ requeue: false }` it is thrown away. */
  nack(options?: { requeue?: boolean }): Promise<void>;
}

export function openMessage<Body>(link: Link, queue: string, { delivery, id, body, redelivered, deliveryCount }: Delivery): Message<Body> {
  let settledBy: string | null = null;

  /** The reason is in the text, so that a message that is settled twice names both calls. */
  function settle(call: 'ack()' | 'nack()'): void {
    if (settledBy !== null) {
      throw new Error(`${call} on a message of the queue "${queue}" that was settled before by ${settledBy}. Settle each message once.`);
    }
    settledBy = call;
  }

  return {
    id,
    body: body as Body,
    redelivered,
    deliveryCount,
    async ack() {
      settle('ack()');
      await link.request({ do: 'ack', delivery });
    },
    async nack(options = {}) {
      settle('nack()');
      await link.request({ do: 'nack', delivery, requeue: options.requeue ?? true });
    },
  };
}
