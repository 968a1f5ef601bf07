/** The copies: which messages a replica has got, and which are gone from it, when its master replaces what a key holds. */
import type { PlaceForm } from '../../../../trace/event.ts';
import type { BinaryText } from '../binary-text.ts';
import type { Story } from '../story.ts';
import { idText } from '../stream/stream-id.ts';
import { type Message, messagesIn, type Value } from '../value.ts';

const FORMS: Readonly<Partial<Record<Value['type'], PlaceForm>>> = { list: 'list', zset: 'sortedSet', stream: 'stream' };

export class Copies {
  readonly #story: Story;

  constructor(story: Story) {
    this.#story = story;
  }

  replaced(key: BinaryText, before: Value | undefined, after: Value | undefined): void {
    const [old, current] = [messagesOf(before), messagesOf(after)];
    const form = after === undefined ? undefined : FORMS[after.type];
    for (const [id, message] of old) if (!current.has(id)) this.#story.dropped(key, message, 'replaced');
    if (after === undefined || form === undefined) return;
    const messages = [...messagesIn(after)];
    const firstKnown = messages.findIndex(({ messageId }) => old.has(messageId));
    // What came before all that was there came in at the head, the last of it first.
    const atHead = firstKnown < 0 ? [] : messages.slice(0, firstKnown).reverse();
    const others = messages.slice(Math.max(firstKnown, 0)).filter(({ messageId }) => !old.has(messageId));
    // A member of a sorted set that has got another score is stored anew, as at the master.
    const moved = messages.filter((message) => old.has(message.messageId) && scoreOf(message) !== scoreOf(old.get(message.messageId)));
    for (const message of moved) this.#story.copied(key, form, message, { at: 'tail', ...namedIn(after, message) });
    for (const message of atHead) this.#story.copied(key, form, message, { at: 'head', ...namedIn(after, message) });
    for (const message of others) this.#story.copied(key, form, message, { at: 'tail', ...namedIn(after, message) });
  }
}

function messagesOf(value: Value | undefined): ReadonlyMap<string, Message> {
  return new Map(value === undefined ? [] : [...messagesIn(value)].map((message) => [message.messageId, message]));
}

function scoreOf(message: Message | undefined): unknown {
  return message !== undefined && 'score' in message ? message.score : undefined;
}

/** What a sorted set and a stream tell of a message besides. */
function namedIn(value: Value, message: Message): { readonly score?: number; readonly id?: string } {
  if (value.type === 'zset' && 'score' in message) return { score: Number(message.score) };
  if (value.type === 'stream' && 'id' in message) return { id: idText(message.id as Parameters<typeof idText>[0]) };
  return {};
}
