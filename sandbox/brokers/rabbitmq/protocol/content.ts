/** The content of a publish, which comes in several frames: the method, a header that tells the size, then the body. */
import type { SourceLine } from '../../../trace/event.ts';
import { AmqpError } from '../model/amqp-error.ts';
import type { Properties } from '../model/message.ts';
import { decodeContentHeader } from './method-codec.ts';
import type { FieldsOf } from './methods.ts';

export interface WholePublish {
  readonly fields: FieldsOf<'basic.publish'>;
  readonly properties: Properties;
  readonly body: Uint8Array;
  readonly source: SourceLine | undefined;
}

export class IncomingContent {
  readonly #fields: FieldsOf<'basic.publish'>;
  readonly #source: SourceLine | undefined;
  #properties: Properties | null = null;
  #missingBytes = 0;
  readonly #parts: Uint8Array[] = [];

  constructor(fields: FieldsOf<'basic.publish'>, source: SourceLine | undefined) {
    this.#fields = fields;
    this.#source = source;
  }

  /** The header frame. Returns the whole when there is no body. */
  header(payload: Uint8Array): WholePublish | undefined {
    if (this.#properties !== null) throw unexpectedFrame('expected content body, got content header');
    const { bodySize, properties } = decodeContentHeader(payload);
    this.#properties = properties;
    this.#missingBytes = bodySize;
    return this.#whole();
  }

  /** A body frame. Returns the whole when it was the last one. */
  body(payload: Uint8Array): WholePublish | undefined {
    if (this.#properties === null) throw unexpectedFrame('expected content header, got content body');
    this.#parts.push(payload);
    this.#missingBytes -= payload.length;
    if (this.#missingBytes < 0) throw unexpectedFrame('the content body is longer than its header said');
    return this.#whole();
  }

  #whole(): WholePublish | undefined {
    if (this.#properties === null || this.#missingBytes > 0) return undefined;
    return { fields: this.#fields, properties: this.#properties, body: joined(this.#parts), source: this.#source };
  }
}

export function unexpectedFrame(said: string): AmqpError {
  return new AmqpError('connection', 505, `UNEXPECTED_FRAME - ${said}`);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
