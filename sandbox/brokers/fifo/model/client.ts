/** One connected client: its consumers and what they have taken; all of it goes back when the connection is gone. */
import type { BrokerEnvironment } from '../../../engine/broker.ts';
import type { SourceLine } from '../../../trace/event.ts';
import { tell } from '../../parts/tell.ts';
import { Consumer, type InFlight } from './consumer.ts';
import type { Message } from './message.ts';
import type { Queue } from './queue.ts';
import type { Outbox, Reply } from './request.ts';

const DONE: Reply = { ok: true, value: null };

export class Client {
  readonly outbox: Outbox;
  readonly #environment: BrokerEnvironment;
  readonly #consumers = new Map<string, Consumer>();
  readonly #inFlight = new Map<number, InFlight>();
  #nextDelivery = 1;

  constructor(outbox: Outbox, environment: BrokerEnvironment) {
    this.outbox = outbox;
    this.#environment = environment;
  }

  get consumers(): IterableIterator<Consumer> {
    return this.#consumers.values();
  }

  /** Starts to deliver; `answer` comes before the first delivery. */
  consume(queue: Queue, name: string, prefetch: number, answer: (reply: Reply) => void): void {
    if (this.#consumers.has(name)) {
      answer({ ok: false, said: `This connection already has a consumer "${name}".` });
      return;
    }
    const consumer = new Consumer(name, queue, this.outbox, prefetch, (taker, message) => this.#deliver(taker, message));
    this.#consumers.set(name, consumer);
    answer(DONE);
    queue.subscribe(consumer);
  }

  /** Ends a consumer; what it has taken stays in flight until it is settled or the connection closes. */
  cancel(name: string): Reply {
    const consumer = this.#consumers.get(name);
    if (consumer === undefined) return { ok: false, said: `This connection has no consumer "${name}".` };
    this.#consumers.delete(name);
    consumer.queue.unsubscribe(consumer);
    return DONE;
  }

  ack(delivery: number, source: SourceLine | undefined): Reply {
    const inFlight = this.#release(delivery);
    if (inFlight === undefined) return unknownDelivery(delivery);
    const { queue } = inFlight.consumer;
    tell(this.#environment, inFlight.message.id, source, {
      kind: 'messageAcked',
      detail: { place: queue.name, client: this.outbox.client },
    });
    queue.dispatch();
    return DONE;
  }

  /** Gives a message back, to its old place or, without `requeue`, to be thrown away. */
  nack(delivery: number, requeue: boolean, source: SourceLine | undefined): Reply {
    const inFlight = this.#release(delivery);
    if (inFlight === undefined) return unknownDelivery(delivery);
    const { queue } = inFlight.consumer;
    if (requeue) this.#goBack(inFlight, source);
    else
      tell(this.#environment, inFlight.message.id, source, { kind: 'messageDropped', detail: { place: queue.name, reason: 'rejected' } });
    queue.dispatch();
    return DONE;
  }

  /** Ends everything of this client. Returns the queues that have something for others now. */
  closed(): Set<Queue> {
    const touched = new Set<Queue>();
    for (const consumer of this.#consumers.values()) {
      consumer.queue.unsubscribe(consumer);
      touched.add(consumer.queue);
    }
    this.#consumers.clear();
    for (const delivery of [...this.#inFlight.keys()]) {
      const inFlight = this.#release(delivery);
      if (inFlight === undefined) continue;
      this.#goBack(inFlight, undefined);
      touched.add(inFlight.consumer.queue);
    }
    return touched;
  }

  #deliver(consumer: Consumer, message: Message): void {
    const delivery = this.#nextDelivery++;
    const { visibilityMs } = consumer.queue.options;
    const cancelTimeout =
      visibilityMs === undefined ? () => {} : this.#environment.schedule(visibilityMs * 1000, () => this.#timedOut(delivery));
    this.#inFlight.set(delivery, { consumer, message, cancelTimeout });
    const { id, body, deliveryCount } = message;
    this.outbox.deliver({ consumer: consumer.name, delivery, id, body, redelivered: deliveryCount > 1, deliveryCount });
  }

  #timedOut(delivery: number): void {
    const inFlight = this.#release(delivery);
    if (inFlight === undefined) return;
    this.#goBack(inFlight, undefined);
    inFlight.consumer.queue.dispatch();
  }

  #release(delivery: number): InFlight | undefined {
    const inFlight = this.#inFlight.get(delivery);
    if (inFlight === undefined) return undefined;
    this.#inFlight.delete(delivery);
    inFlight.cancelTimeout();
    inFlight.consumer.release();
    return inFlight;
  }

  #goBack({ message, consumer }: InFlight, source: SourceLine | undefined): void {
    const detail = { place: consumer.queue.name, client: this.outbox.client };
    tell(this.#environment, message.id, source, { kind: 'messageRequeued', detail });
    consumer.queue.putBack(message);
  }
}

function unknownDelivery(delivery: number): Reply {
  return { ok: false, said: `Delivery ${delivery} is not in flight on this connection: it was settled before, or its time was up.` };
}
