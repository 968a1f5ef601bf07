/** The value: what a key can hold. An empty list, set or hash does not exist. */
import { Deque } from '../../parts/deque.ts';
import type { BinaryText } from './binary-text.ts';

/** An element of a list, which is what the course calls a message: it keeps its id wherever it moves. */
export interface Element {
  readonly bytes: Uint8Array;
  readonly messageId: string;
  /** The list from which it was handed to a client that has not yet removed it for good; null when it only waits. */
  takenFrom: BinaryText | null;
  deliveryCount: number;
}

export type Value =
  | { readonly type: 'string'; readonly bytes: Uint8Array }
  | { readonly type: 'list'; readonly elements: Deque<Element> }
  | { readonly type: 'set'; readonly members: Set<BinaryText> }
  | { readonly type: 'hash'; readonly fields: Map<BinaryText, Uint8Array> };

export type ValueType = Value['type'];
export type ValueOf<T extends ValueType> = Extract<Value, { type: T }>;

/** A copy that later changes of the value do not reach. */
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
      return { type: 'set', members: new Set(value.members) };
    case 'hash':
      return { type: 'hash', fields: new Map(value.fields) };
    default:
      return value satisfies never;
  }
}

/** What the course calls messages in it. */
export function messagesIn(value: Value): Iterable<Element> {
  return value.type === 'list' ? value.elements : [];
}
