/** One named topic: it keeps nothing itself, and gives a copy of each message to every queue that is bound to it. */
import type { BrokerEnvironment } from '../../../engine/broker.ts';
import { tell } from '../../parts/tell.ts';
import { preview } from '../../parts/text.ts';
import { messageText } from './message.ts';
import type { Publish, Queue } from './queue.ts';
import type { Reply } from './request.ts';

export class Topic {
  readonly name: string;
  readonly #environment: BrokerEnvironment;
  /** In the order in which they were bound. */
  readonly #queues = new Set<Queue>();

  constructor(name: string, environment: BrokerEnvironment) {
    this.name = name;
    this.#environment = environment;
  }

  /** From now on the queue gets a copy of each message. Binding it again changes nothing. */
  bind(queue: Queue): void {
    this.#queues.add(queue);
  }

  /**
   * Gives each queue its copy; all copies have one id. With no queue the message is gone, and the publisher is not told.
   * Answers when every queue has answered: with what the first full queue said, though the others have their copy.
   */
  publish({ publisher, body, source, answer }: Publish): void {
    const id = this.#environment.mintMessageId();
    const published = { client: publisher.client, to: this.name, key: null, text: preview(messageText(body)) };
    tell(this.#environment, id, source, { kind: 'messagePublished', detail: published });
    if (this.#queues.size === 0) {
      tell(this.#environment, id, undefined, { kind: 'messageDropped', detail: { place: this.name, reason: 'noSubscriber' } });
      answer({ ok: true, value: id });
      return;
    }
    let missing = this.#queues.size;
    let refusal: Reply | null = null;
    const answered = (reply: Reply): void => {
      missing -= 1;
      if (!reply.ok) refusal ??= reply;
      if (missing === 0) answer(refusal ?? { ok: true, value: id });
    };
    for (const queue of this.#queues) queue.publish({ publisher, body, source, answer: answered, copyOf: { id, topic: this.name } });
  }
}
