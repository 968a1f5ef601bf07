/** The value: what a key can hold. An empty list, set, sorted set or hash does not exist; an empty stream does. */
import { Deque } from '../../parts/deque.ts';
import type { BinaryText } from './binary-text.ts';
import { FieldMap } from './field-map.ts';
import { MemberSet } from './member-set.ts';
import { SortedSet } from './sorted-set.ts';
import { Stream } from './stream/stream.ts';

/** What the course calls a message, wherever it lies. */
export interface Message {
  readonly messageId: string;
}

/** An element of a list: it keeps its id wherever it moves. */
export interface Element extends Message {
  readonly bytes: Uint8Array;
  /** The list from which it was handed to a client that has not yet removed it for good; null when it only waits. */
  takenFrom: BinaryText | null;
  deliveryCount: number;
}

export type Value =
  /** `keptAs`: how it came to be decides how Redis keeps it, `raw` after a change in place, `text` after a sum of fractions, `copy` after COPY. */
  | { readonly type: 'string'; readonly bytes: Uint8Array; readonly keptAs?: 'raw' | 'text' | 'copy' }
  | { readonly type: 'list'; readonly elements: Deque<Element> }
  | { readonly type: 'set'; readonly members: MemberSet }
  | { readonly type: 'zset'; readonly members: SortedSet }
  | { readonly type: 'hash'; readonly fields: FieldMap }
  | { readonly type: 'stream'; readonly stream: Stream };

export type ValueType = Value['type'];
export type ValueOf<T extends ValueType> = Extract<Value, { type: T }>;

/** A copy that later changes of the value do not reach; its messages are the same ones. */
export function copyOf(value: Value): Value {
  switch (value.type) {
    case 'string':
      return value;
    case 'list': {
      const elements = new Deque<Element>();
      for (const element of value.elements) elements.pushTail({ ...element });
      return { type: 'list', elements };
    }
    case 'set':
      return { type: 'set', members: value.members.copy() };
    case 'zset':
      return { type: 'zset', members: value.members.copy() };
    case 'hash':
      return { type: 'hash', fields: value.fields.copy() };
    case 'stream':
      return { type: 'stream', stream: value.stream.copy() };
    default:
      return value satisfies never;
  }
}

/** The messages in it, in order. */
export function messagesIn(value: Value): Iterable<Message> {
  switch (value.type) {
    case 'list':
      return value.elements;
    case 'zset':
      return value.members;
    case 'stream':
      return value.stream.log;
    case 'string':
    case 'set':
    case 'hash':
      return [];
    default:
      return value satisfies never;
  }
}

/** What `findOrMake` makes. */
export function emptyValue<T extends ValueType>(type: T): ValueOf<T> {
  const empty: { [K in ValueType]: () => ValueOf<K> } = {
    string: () => ({ type: 'string', bytes: new Uint8Array(0) }),
    list: () => ({ type: 'list', elements: new Deque() }),
    set: () => ({ type: 'set', members: new MemberSet() }),
    zset: () => ({ type: 'zset', members: new SortedSet() }),
    hash: () => ({ type: 'hash', fields: new FieldMap() }),
    stream: () => ({ type: 'stream', stream: new Stream() }),
  };
  return empty[type]() as ValueOf<T>;
}

export function isEmpty(value: Value): boolean {
  switch (value.type) {
    case 'string':
    case 'stream':
      return false;
    case 'list':
      return value.elements.length === 0;
    case 'set':
    case 'zset':
      return value.members.size === 0;
    case 'hash':
      return value.fields.size === 0;
    default:
      return value satisfies never;
  }
}
