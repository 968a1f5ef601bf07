/** The wire: sends methods and messages on one connection, and tells the trace. */
import type { BrokerConnection, BrokerEnvironment } from '../../../engine/broker.ts';
import type { Message } from '../model/message.ts';
import { encodeFrame, FRAME_OVERHEAD, FRAME_TYPES } from './frame.ts';
import { encodeContentHeader, encodeMethod } from './method-codec.ts';
import type { FieldsOf, Method, MethodName } from './methods.ts';
import { methodText } from './wire-text.ts';

export class Wire {
  readonly #connection: BrokerConnection;
  readonly #environment: BrokerEnvironment;
  #isOpen = true;
  /** The longest frame that the client takes. */
  frameMax: number;

  constructor(connection: BrokerConnection, environment: BrokerEnvironment, frameMax: number) {
    this.#connection = connection;
    this.#environment = environment;
    this.frameMax = frameMax;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  send<Name extends MethodName>(channel: number, name: Name, fields: FieldsOf<Name>, messageId?: string): void {
    if (!this.#isOpen) return;
    this.#environment.recordWire(() => ({
      level: 'wire',
      kind: 'reply',
      ...(messageId === undefined ? {} : { messageId }),
      detail: { client: this.#connection.client, text: methodText({ name, fields } as unknown as Method) },
    }));
    this.raw(encodeFrame(FRAME_TYPES.method, channel, encodeMethod(name, fields)));
  }

  /** A method that brings a message: its header and its body follow, the body in frames that the client takes. */
  sendMessage<Name extends MethodName>(channel: number, name: Name, fields: FieldsOf<Name>, { id, properties, body }: Message): void {
    this.send(channel, name, fields, id);
    this.raw(encodeFrame(FRAME_TYPES.header, channel, encodeContentHeader({ bodySize: body.length, properties })));
    const most = this.frameMax - FRAME_OVERHEAD;
    for (let at = 0; at < body.length; at += most) {
      this.raw(encodeFrame(FRAME_TYPES.body, channel, body.subarray(at, at + most)));
    }
  }

  raw(bytes: Uint8Array): void {
    if (this.#isOpen) this.#connection.send(bytes);
  }

  end(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#connection.end();
  }

  /** The connection is gone: nothing is sent any more. */
  gone(): void {
    this.#isOpen = false;
  }
}
