/** What happens to a key as a whole: its value gets another name, or is copied, and the messages in it are told of. */
import { Deque } from '../../parts/deque.ts';
import type { BinaryText } from './binary-text.ts';
import type { Call } from './command.ts';
import type { Database } from './database.ts';
import { SortedSet } from './sorted-set.ts';
import { putMember } from './sorted-set-change.ts';
import { copyOf, type Element, messagesIn, type Value } from './value.ts';

/** Element by element from the head on, each behind those before it. */
const FIRST_TO_LAST = { from: 'head', to: 'tail' } as const;

/** Lets what a key holds lie at another one, in place of what was there. Who renames it has taken all of it into hand. */
export function rename(call: Call, from: BinaryText, to: BinaryText): void {
  const { database, server } = call;
  database.carry(from, database, to, call.source);
  const value = database.find(to);
  if (value?.type === 'list') for (const element of value.elements) server.story.moved(call.actor, from, to, element, FIRST_TO_LAST);
  else for (const message of value === undefined ? [] : messagesIn(value)) server.story.carried(call.actor, from, to, message);
  server.waitingRoom.signal(database, to);
  call.tell('generic', 'rename_from', from);
  call.tell('generic', 'rename_to', to);
}

/** Puts a copy of the value at a key; the messages in it are new ones, which this client publishes, except in a stream. */
export function putCopy(call: Call, value: Value, target: Database, to: BinaryText): void {
  target.remove(to, 'deleted', call.source);
  target.put(to, duplicateOf(call, value, to));
  call.server.waitingRoom.signal(target, to);
}

function duplicateOf(call: Call, value: Value, to: BinaryText): Value {
  switch (value.type) {
    case 'list': {
      const elements = new Deque<Element>();
      for (const { bytes } of value.elements) elements.pushTail(call.server.story.pushed(call.actor, to, bytes, 'tail'));
      return { type: 'list', elements };
    }
    case 'zset': {
      const members = new SortedSet();
      for (const { text, score } of value.members) putMember(call, to, members, text, score);
      members.isPacked = value.members.isPacked;
      return { type: 'zset', members };
    }
    case 'stream':
      // Groups owe these very entries: the copy holds the same messages in a second place.
      for (const message of value.stream.log) call.server.story.restored(to, message);
      return copyOf(value);
    case 'string':
      return { ...value, keptAs: value.keptAs ?? 'copy' };
    case 'set':
    case 'hash':
      return copyOf(value);
    default:
      return value satisfies never;
  }
}
