/** Mentions: which message a printed line speaks of, read off the word by which programs call it. */
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import { lookOf, type MessageLook, messagesOf } from '../picture/messages.ts';

export interface Mention {
  /** Where the word begins in the printed text. */
  readonly start: number;
  readonly look: MessageLook;
}

/** By the sequence of the line. Of several messages with one name it is the one that the process had to do with last. */
export function mentionsIn(events: readonly TraceEvent[]): ReadonlyMap<number, Mention> {
  const messages = messagesOf(events);
  const named = new Map<string, string>();
  const mentions = new Map<number, Mention>();
  for (const event of events) {
    const handle = event.messageId === undefined ? null : lookOf(messages, event.messageId).handle;
    if (event.messageId !== undefined && handle !== null) {
      named.set(handle, event.messageId);
      if ('client' in event.detail) named.set(`${event.detail.client}\n${handle}`, event.messageId);
    }
    if (event.kind !== 'console') continue;
    for (const { 0: word, index } of event.detail.text.matchAll(/[\w@-][\w.@-]*/g)) {
      const name = word.replace(/\.+$/, '');
      const messageId = isName(name) ? (named.get(`${event.process}\n${name}`) ?? named.get(name)) : undefined;
      if (messageId === undefined) continue;
      mentions.set(event.sequence, { start: index, look: lookOf(messages, messageId) });
      break;
    }
  }
  return mentions;
}

/** A bare number in a line may be anything. */
function isName(word: string): boolean {
  return /[a-z]/i.test(word);
}
