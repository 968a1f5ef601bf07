/** The story of an in-process queue: what happens to its items, recorded as the life of messages. */
import { currentProcess } from '../engine/process.ts';

const SHOWN_CHARACTERS = 120;

export class QueueStory {
  readonly #place: string;

  constructor(place: string) {
    this.#place = place;
  }

  /** Mints the message id. */
  published(item: unknown, key: string | null): string {
    const process = currentProcess();
    const messageId = process.mintMessageId();
    const detail = { client: process.name, to: this.#place, key, text: textOf(item) };
    process.record({ level: 'story', kind: 'messagePublished', messageId, detail });
    return messageId;
  }

  stored(messageId: string): void {
    currentProcess().record({ level: 'story', kind: 'messageStored', messageId, detail: { place: this.#place, at: 'tail' } });
  }

  /** Told once, when the queue is made. */
  limited(capacity: number): void {
    currentProcess().record({ level: 'kernel', kind: 'placeLimited', detail: { place: this.#place, capacity } });
  }

  blocked(item: unknown): void {
    const process = currentProcess();
    process.record({ level: 'story', kind: 'publishBlocked', detail: { client: process.name, place: this.#place, text: textOf(item) } });
  }

  refused(item: unknown): void {
    const process = currentProcess();
    process.record({ level: 'story', kind: 'publishRefused', detail: { client: process.name, place: this.#place, text: textOf(item) } });
  }

  /** Taking from memory settles at once: nobody waits for an ack. */
  delivered(messageId: string): void {
    const process = currentProcess();
    const detail = { place: this.#place, client: process.name, redelivered: false, settled: true };
    process.record({ level: 'story', kind: 'messageDelivered', messageId, detail });
  }

  dropped(messageId: string): void {
    currentProcess().record({ level: 'story', kind: 'messageDropped', messageId, detail: { place: this.#place, reason: 'full' } });
  }
}

/** A text stands for itself, anything else is shown as JSON where it has one. */
function textOf(item: unknown): string {
  const text = typeof item === 'string' ? item : (jsonOf(item) ?? String(item));
  return text.length <= SHOWN_CHARACTERS ? text : `${text.slice(0, SHOWN_CHARACTERS - 1)}…`;
}

function jsonOf(item: unknown): string | undefined {
  try {
    return JSON.stringify(item);
  } catch {
    return undefined;
  }
}
