/** The consumption: the messages of one consumer as something that `for await` goes through. */
import type { Delivery, Link } from './link.ts';
import { type Message, openMessage } from './message.ts';

export interface Consumption<Body> extends AsyncIterableIterator<Message<Body>> {
  /** Ends the consumer and with it its loop. What it has taken and not yet given to the loop goes back. */
  return(): Promise<IteratorResult<Message<Body>>>;
}

interface Taker<Body> {
  resolve(result: IteratorResult<Message<Body>>): void;
  reject(error: Error): void;
}

/** Starts to consume when the first message is asked for. */
export function consume<Body>(link: Link, queue: string, prefetch: number, declared: Promise<unknown>): Consumption<Body> {
  const consumer = link.consumerName(queue);
  const arrived: Delivery[] = [];
  const takers: Taker<Body>[] = [];
  let state: 'new' | 'running' | 'ended' = 'new';
  let lost: Error | null = null;
  let unsubscribe = () => {};

  function start(): void {
    state = 'running';
    unsubscribe = link.subscribe(consumer, { delivered, lost: fail });
    Promise.all([declared, link.request({ do: 'consume', queue, consumer, prefetch })]).catch(fail);
  }

  function delivered(delivery: Delivery): void {
    const taker = takers.shift();
    if (taker === undefined) arrived.push(delivery);
    else taker.resolve({ done: false, value: openMessage(link, queue, delivery) });
  }

  function fail(error: Error): void {
    if (state === 'ended') return;
    lost = error;
    for (const taker of takers.splice(0)) taker.reject(error);
  }

  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next() {
      if (state === 'new') start();
      const delivery = arrived.shift();
      if (delivery !== undefined) return Promise.resolve({ done: false, value: openMessage(link, queue, delivery) });
      if (state === 'ended') return Promise.resolve({ done: true, value: undefined });
      if (lost !== null) return Promise.reject(lost);
      return new Promise((resolve, reject) => takers.push({ resolve, reject }));
    },
    async return() {
      const wasRunning = state === 'running';
      state = 'ended';
      for (const taker of takers.splice(0)) taker.resolve({ done: true, value: undefined });
      if (wasRunning && lost === null) {
        // The server does these in order: nothing new is delivered after the cancel.
        await Promise.all([
          link.request({ do: 'cancel', consumer }),
          ...arrived.splice(0).map(({ delivery }) => link.request({ do: 'nack', delivery, requeue: true })),
        ]);
        await Promise.all(arrived.splice(0).map(({ delivery }) => link.request({ do: 'nack', delivery, requeue: true })));
        unsubscribe();
      }
      return { done: true, value: undefined };
    },
  };
}
