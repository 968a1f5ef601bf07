/** The queue server: named queues and topics and the clients that use them. Queues and topics outlive a restart. */
import type { BrokerEnvironment } from '../../../engine/broker.ts';
import type { Waiting } from '../../../trace/ended.ts';
import type { SourceLine } from '../../../trace/event.ts';
import { Client } from './client.ts';
import { Queue } from './queue.ts';
import type { Outbox, QueueOptions, Reply, Request } from './request.ts';
import { Topic } from './topic.ts';

export class QueueServer {
  readonly #environment: BrokerEnvironment;
  readonly #queues = new Map<string, Queue>();
  readonly #topics = new Map<string, Topic>();
  readonly #clients = new Set<Client>();

  constructor(environment: BrokerEnvironment) {
    this.#environment = environment;
  }

  connect(outbox: Outbox): Client {
    const client = new Client(outbox, this.#environment);
    this.#clients.add(client);
    return client;
  }

  /** Does what a client asks. `answer` is called once: at once, or later for a publish that a full queue blocks. */
  handle(client: Client, request: Request, source: SourceLine | undefined, answer: (reply: Reply) => void): void {
    switch (request.do) {
      case 'declare':
        answer(this.#declare(request.queue, request.options));
        return;
      case 'publish':
        this.#queue(request.queue).publish({ publisher: client.outbox, body: request.body, source, answer });
        return;
      case 'bind':
        this.#topic(request.topic).bind(this.#queue(request.queue));
        answer({ ok: true, value: null });
        return;
      case 'publishToTopic':
        this.#topic(request.topic).publish({ publisher: client.outbox, body: request.body, source, answer });
        return;
      case 'consume':
        client.consume(this.#queue(request.queue), request.consumer, request.prefetch, answer);
        return;
      case 'cancel':
        answer(client.cancel(request.consumer));
        return;
      case 'ack':
        answer(client.ack(request.delivery, source));
        return;
      case 'nack':
        answer(client.nack(request.delivery, request.requeue, source));
        return;
      case 'depth':
        answer({ ok: true, value: this.#queue(request.queue).depth });
        return;
      default:
        request satisfies never;
    }
  }

  /**
   * The connection is gone: what it had in flight goes back. The others get it in an event of its own, so that a dying
   * server, which loses its connections one by one, does not deal messages to those that are about to go.
   */
  disconnect(client: Client): void {
    this.#clients.delete(client);
    for (const queue of this.#queues.values()) queue.abandon(client.outbox);
    const touched = client.closed();
    if (touched.size === 0) return;
    this.#environment.schedule(0, () => {
      for (const queue of touched) queue.dispatch();
    });
  }

  waiting(): Waiting[] {
    const consumers = [...this.#clients].flatMap((client) =>
      [...client.consumers].map(({ queue }) => ({
        process: client.outbox.client,
        what: `a message on the queue ${queue.name} (consumer)`,
      })),
    );
    const publishers = [...this.#queues.values()].flatMap((queue) =>
      queue.blockedPublishers.map(({ client }) => ({ process: client, what: `room in the queue ${queue.name} (publish)` })),
    );
    return [...consumers, ...publishers];
  }

  #declare(name: string, options: QueueOptions): Reply {
    const queue = this.#queues.get(name);
    if (queue === undefined) {
      this.#queues.set(name, new Queue(name, options, this.#environment));
      return { ok: true, value: null };
    }
    const same = JSON.stringify(ordered(queue.options)) === JSON.stringify(ordered(options));
    if (same) return { ok: true, value: null };
    return { ok: false, said: `The queue "${name}" exists with other options: ${JSON.stringify(queue.options)}.` };
  }

  /** The queue of that name; the first use makes one without limits. */
  #queue(name: string): Queue {
    const known = this.#queues.get(name);
    if (known !== undefined) return known;
    const made = new Queue(name, {}, this.#environment);
    this.#queues.set(name, made);
    return made;
  }

  /** The topic of that name; the first use makes it. */
  #topic(name: string): Topic {
    const known = this.#topics.get(name);
    if (known !== undefined) return known;
    const made = new Topic(name, this.#environment);
    this.#topics.set(name, made);
    return made;
  }
}

function ordered({ capacity, whenFull, visibilityMs }: QueueOptions): readonly unknown[] {
  return [capacity, whenFull, visibilityMs];
}
