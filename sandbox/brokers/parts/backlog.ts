/** The backlog: messages that wait in the order of their position, to which a message can come back. */
import { Deque } from './deque.ts';

interface Positioned {
  /** Where the message belongs among the others; smaller is earlier. Unique in the backlog. */
  readonly position: number;
}

export class Backlog<Message extends Positioned> {
  readonly #messages = new Deque<Message>();

  get length(): number {
    return this.#messages.length;
  }

  /** The message that is next, without taking it. */
  first(): Message | undefined {
    return this.#messages.at(0);
  }

  take(): Message | undefined {
    return this.#messages.popHead();
  }

  /** Puts the message at its position: new ones go to the tail, one that comes back goes where it was. */
  put(message: Message): void {
    this.#messages.insert(this.#indexOf(message.position), message);
  }

  /** Takes all messages out, first one first. */
  drain(): Message[] {
    const all = [...this.#messages];
    while (this.#messages.popHead() !== undefined);
    return all;
  }

  [Symbol.iterator](): IterableIterator<Message> {
    return this.#messages[Symbol.iterator]();
  }

  /** The index of the first message with a later position. */
  #indexOf(position: number): number {
    let low = 0;
    let high = this.#messages.length;
    const last = this.#messages.at(high - 1);
    if (last === undefined || last.position < position) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const found = this.#messages.at(middle);
      if (found !== undefined && found.position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
