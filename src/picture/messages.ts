/** Messages: what is known of each message of a run from its whole trace: its number, its words, its key and its hue. */
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import { messageLabel } from '../views/words.ts';

export interface MessageLook {
  /** The number on the token. */
  readonly label: string;
  readonly text: string;
  /** A word by which programs speak of it, such as `order-3`; null when it has none. */
  readonly handle: string | null;
  /** 0 to 7, by key; the same for all that have none, and for all where keys would say nothing. */
  readonly hue: number;
  /** A letter for the key, for those who cannot tell the hues apart; null where keys would say nothing. */
  readonly letter: string | null;
}

export type Messages = ReadonlyMap<string, MessageLook>;

const HUES = 8;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A key that all messages share, or that only routes them, says nothing: then every message looks the same. */
export function messagesOf(events: readonly TraceEvent[]): Messages {
  const looks = new Map<string, MessageLook>();
  const keys = keysOf(events);
  for (const event of events) {
    if (event.messageId === undefined || looks.has(event.messageId)) continue;
    const published = event.kind === 'messagePublished' ? event.detail : null;
    const index = published?.key == null ? -1 : keys.indexOf(published.key);
    const text = published?.text ?? '';
    looks.set(event.messageId, {
      label: messageLabel(event.messageId),
      text,
      handle: handleOf(text),
      hue: (index < 0 ? keys.length : index) % HUES,
      letter: index < 0 ? null : (LETTERS[index % LETTERS.length] ?? null),
    });
  }
  return looks;
}

/** What is known of a message that the trace does not introduce. */
export function lookOf(messages: Messages, messageId: string): MessageLook {
  return messages.get(messageId) ?? { label: messageLabel(messageId), text: '', handle: null, hue: 0, letter: null };
}

function keysOf(events: readonly TraceEvent[]): string[] {
  const keys = new Set<string>();
  for (const event of events) if (event.kind === 'messagePublished' && event.detail.key !== null) keys.add(event.detail.key);
  return keys.size > 1 ? [...keys] : [];
}

/** A short text speaks for itself; of fields the first value, of an object the first word or number in it that looks like a name. */
function handleOf(text: string): string | null {
  if (/^[\w.@-]{1,40}$/.test(text)) return text;
  const field = /^[\w.@-]+: (?<value>[\w.@-]{1,40})(?:,|$)/.exec(text)?.groups?.['value'];
  if (field !== undefined) return field;
  const named = /"(?:id|order|orderId|number|name|key)":\s*"?(?<name>[\w.@-]{1,40})/.exec(text)?.groups?.['name'];
  return named ?? /:\s*"(?<word>[\w.@-]{2,40})"/.exec(text)?.groups?.['word'] ?? null;
}

/** The words of a printed line, as they are compared with handles. */
export function wordsIn(line: string): readonly string[] {
  return line.split(/[^\w.@-]+/).map((word) => word.replace(/[.]+$/, ''));
}
