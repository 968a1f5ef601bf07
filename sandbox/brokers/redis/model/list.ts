/** What happens to lists: pushing, popping and moving elements, with the waiters woken and the story told. */
import type { BinaryText } from './binary-text.ts';
import type { Call } from './command.ts';
import type { End } from './story.ts';
import type { Element } from './value.ts';

const PUSHES = { head: 'lpush', tail: 'rpush' } as const;
const POPS = { head: 'lpop', tail: 'rpop' } as const;

/** Pushes the values one by one; returns the length that the list has then. */
export function push(call: Call, key: BinaryText, values: readonly Uint8Array[], at: End): number {
  const { elements } = call.database.findOrMake(key, 'list');
  for (const bytes of values) {
    const element = call.server.story.pushed(call.actor, key, bytes, at);
    if (at === 'head') elements.pushHead(element);
    else elements.pushTail(element);
  }
  call.changed('list', PUSHES[at], key);
  call.server.waitingRoom.signal(call.database, key);
  return elements.length;
}

/** Pops one element for good; undefined when there is no list. */
export function popOne(call: Call, key: BinaryText, from: End): Element | undefined {
  return popSeveral(call, key, from, 1)[0];
}

/** Pops at most so many. */
export function popSeveral(call: Call, key: BinaryText, from: End, count: number): readonly Element[] {
  const popped: Element[] = [];
  while (popped.length < count) {
    const element = take(call, key, from);
    if (element === undefined) break;
    call.server.story.popped(call.actor, key, element, from);
    popped.push(element);
  }
  if (popped.length > 0) call.changed('list', POPS[from], key);
  return popped;
}

/** Moves one element to an end of another list, or of the same; undefined when there is none. */
export function move(call: Call, source: BinaryText, target: BinaryText, from: End, to: End): Element | undefined {
  const { database, server } = call;
  if (database.findAs(source, 'list') === undefined) return undefined;
  database.findAs(target, 'list');
  const element = take(call, source, from);
  if (element === undefined) return undefined;
  const isEmptied = source !== target && database.changed(source);
  const { elements } = database.findOrMake(target, 'list');
  if (to === 'head') elements.pushHead(element);
  else elements.pushTail(element);
  server.story.moved(call.actor, source, target, element, { from, to });
  call.changed('list', PUSHES[to], target);
  call.tell('list', POPS[from], source);
  if (isEmptied) call.tell('generic', 'del', source);
  server.waitingRoom.signal(database, target);
  return element;
}

function take(call: Call, key: BinaryText, from: End): Element | undefined {
  const elements = call.database.findAs(key, 'list')?.elements;
  return from === 'head' ? elements?.popHead() : elements?.popTail();
}
