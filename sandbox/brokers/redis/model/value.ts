/** The value: what a key can hold. An empty list, set or hash does not exist. */
import type { Deque } from '../../parts/deque.ts';
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
