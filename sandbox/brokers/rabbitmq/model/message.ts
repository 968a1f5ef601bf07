/** The message: what a publisher gave the broker, the same in every queue that it is in. */
import { preview, textOf } from '../../parts/text.ts';
import type { FieldTable } from './field-table.ts';

/** The properties of class basic. */
export interface Properties {
  readonly contentType?: string;
  readonly contentEncoding?: string;
  readonly headers?: FieldTable;
  /** 2 is persistent. */
  readonly deliveryMode?: number;
  readonly priority?: number;
  readonly correlationId?: string;
  readonly replyTo?: string;
  readonly expiration?: string;
  readonly messageId?: string;
  readonly timestamp?: number;
  readonly type?: string;
  readonly userId?: string;
  readonly appId?: string;
  readonly clusterId?: string;
}

export interface Message {
  /** The id in the trace, not the property `messageId`. */
  readonly id: string;
  readonly exchange: string;
  readonly routingKey: string;
  readonly properties: Properties;
  readonly body: Uint8Array;
}

const PERSISTENT = 2;

export function isPersistent({ properties }: Message): boolean {
  return properties.deliveryMode === PERSISTENT;
}

/** Bytes beyond this many are never shown. */
const SHOWN_BYTES = 512;

/** The message as text, for events. */
export function messageText(body: Uint8Array): string {
  return preview(textOf(body.length > SHOWN_BYTES ? body.subarray(0, SHOWN_BYTES) : body));
}
