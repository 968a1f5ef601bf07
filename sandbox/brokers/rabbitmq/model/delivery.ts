/** The delivery: a message on its way to a client, remembered by its tag until it is settled. */
import type { Consumer } from './consumer.ts';
import type { Message } from './message.ts';
import type { Queue, QueuedMessage } from './queue.ts';

export interface Delivery {
  /** From 1, one more for each delivery on the channel. */
  readonly deliveryTag: number;
  readonly redelivered: boolean;
  readonly message: Message;
}

export interface UnackedDelivery {
  readonly deliveryTag: number;
  readonly queued: QueuedMessage;
  readonly queue: Queue;
  /** Null for basic.get. */
  readonly consumer: Consumer | null;
}

/** The unacknowledged deliveries of one channel, in the order of their tags. */
export class Unacked {
  readonly #deliveries = new Map<number, UnackedDelivery>();
  #consumedCount = 0;

  /** How many of them went to consumers, which is what a prefetch limit counts. */
  get consumedCount(): number {
    return this.#consumedCount;
  }

  add(delivery: UnackedDelivery): void {
    this.#deliveries.set(delivery.deliveryTag, delivery);
    if (delivery.consumer === null) return;
    delivery.consumer.unackedCount += 1;
    this.#consumedCount += 1;
  }

  /**
   * Takes the delivery of that tag, or with `multiple` all up to it. Undefined, with nothing taken, when the tag itself is
   * unknown, also with `multiple` (collect_acks in rabbit_channel); tag 0 with `multiple` takes whatever is there.
   */
  take(deliveryTag: number, multiple: boolean): UnackedDelivery[] | undefined {
    if (multiple && deliveryTag === 0) return this.takeAll();
    const named = this.#deliveries.get(deliveryTag);
    if (named === undefined) return undefined;
    const taken = multiple ? [...this.#deliveries.values()].filter((delivery) => delivery.deliveryTag <= deliveryTag) : [named];
    for (const delivery of taken) this.#remove(delivery);
    return taken;
  }

  takeAll(): UnackedDelivery[] {
    const all = [...this.#deliveries.values()];
    for (const delivery of all) this.#remove(delivery);
    return all;
  }

  #remove(delivery: UnackedDelivery): void {
    this.#deliveries.delete(delivery.deliveryTag);
    if (delivery.consumer === null) return;
    delivery.consumer.unackedCount -= 1;
    this.#consumedCount -= 1;
  }
}
