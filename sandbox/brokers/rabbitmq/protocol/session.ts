/** One client's connection to the RabbitMQ server: frames in, to the negotiation or to their channel, and how it all ends. */
import type { BrokerConnection, BrokerEnvironment, BrokerSession } from '../../../engine/broker.ts';
import type { SourceLine } from '../../../trace/event.ts';
import { Inbox } from '../../parts/inbox.ts';
import { bytesOf } from '../../parts/text.ts';
import { AmqpError } from '../model/amqp-error.ts';
import type { Connection } from '../model/connection.ts';
import type { VirtualHost } from '../model/virtual-host.ts';
import { ChannelSession } from './channel-session.ts';
import { IncomingContent, unexpectedFrame } from './content.ts';
import { encodeFrame, FRAME_TYPES, type Frame, FrameError, takeFrame } from './frame.ts';
import { FIRST_FRAME_MAX } from './greeting.ts';
import { type Heartbeat, startHeartbeat } from './heartbeat.ts';
import { decodeMethod } from './method-codec.ts';
import { METHODS, type Method } from './methods.ts';
import { Negotiation, type Tuned } from './negotiation.ts';
import { Wire } from './wire.ts';
import { methodText } from './wire-text.ts';

const PROTOCOL_HEADER = Uint8Array.from([...bytesOf('AMQP'), 0, 0, 9, 1]);
const HEARTBEAT_FRAME = encodeFrame(FRAME_TYPES.heartbeat, 0, new Uint8Array(0));

/** What a channel number stands for: an open channel, with a publish that is half there, or one that the server has closed. */
type ChannelState = { readonly session: ChannelSession; content: IncomingContent | null } | 'closing';

export class RabbitSession implements BrokerSession {
  readonly #inbox = new Inbox();
  readonly #host: VirtualHost;
  readonly #environment: BrokerEnvironment;
  readonly #wire: Wire;
  readonly #client: string;
  readonly #connection: Connection;
  readonly #channels = new Map<number, ChannelState>();
  #negotiation: Negotiation | null = null;
  /** `closing`: connection.close was sent, only the answer to it counts. */
  #state: 'header' | 'negotiating' | 'open' | 'closing' = 'header';
  #heartbeat: Heartbeat | null = null;

  constructor(host: VirtualHost, connection: BrokerConnection, environment: BrokerEnvironment) {
    this.#host = host;
    this.#environment = environment;
    this.#client = connection.client;
    this.#wire = new Wire(connection, environment, FIRST_FRAME_MAX);
    this.#connection = host.connect(connection.client);
  }

  received(bytes: Uint8Array, sourceAt: (offset: number) => SourceLine | undefined): void {
    this.#inbox.push(bytes, sourceAt);
    this.#heartbeat?.heard();
    if (this.#state === 'header' && !this.#readHeader()) return;
    while (this.#wire.isOpen) {
      try {
        const frame = takeFrame(this.#inbox, this.#wire.frameMax);
        if (frame === undefined) return;
        this.#take(frame);
      } catch (error) {
        if (!this.#refuse(error)) return;
      }
    }
  }

  closed(): void {
    this.#wire.gone();
    this.#heartbeat?.stop();
    this.#host.disconnect(this.#connection);
  }

  /** Closes the connection for bytes that make no sense. True while what follows can still be read. */
  #refuse(error: unknown): boolean {
    const isFraming = error instanceof FrameError;
    if (!isFraming && !(error instanceof AmqpError)) throw error;
    if (this.#state === 'closing') {
      this.#wire.end();
      return false;
    }
    this.#closeConnection(isFraming ? new AmqpError('connection', 501, `FRAME_ERROR - ${error.message}`) : error, null);
    return !isFraming;
  }

  /** Eight bytes that say which protocol is meant; to any other the server names its own and hangs up. */
  #readHeader(): boolean {
    if (this.#inbox.length < PROTOCOL_HEADER.length) return false;
    const isOurs = PROTOCOL_HEADER.every((byte, index) => this.#inbox.byteAt(index) === byte);
    this.#inbox.skip(PROTOCOL_HEADER.length);
    if (!isOurs) {
      this.#wire.raw(PROTOCOL_HEADER.slice());
      this.#wire.end();
      return false;
    }
    this.#state = 'negotiating';
    this.#negotiation = new Negotiation(this.#wire, (tuned) => this.#open(tuned));
    return true;
  }

  #open({ frameMax, heartbeat }: Tuned): void {
    this.#state = 'open';
    this.#wire.frameMax = frameMax;
    this.#heartbeat = startHeartbeat(this.#environment, heartbeat, {
      beat: () => this.#wire.raw(HEARTBEAT_FRAME.slice()),
      silence: () => this.#wire.end(),
    });
  }

  #take(frame: Frame): void {
    switch (frame.type) {
      case FRAME_TYPES.heartbeat:
        return;
      case FRAME_TYPES.method:
        this.#takeMethod(frame);
        return;
      case FRAME_TYPES.header:
      case FRAME_TYPES.body:
        this.#takeContent(frame);
        return;
      default:
        throw new FrameError(`unknown frame type ${frame.type}`);
    }
  }

  #takeMethod({ channel, payload, source }: Frame): void {
    const method = decoded(payload);
    this.#environment.recordWire(() => ({
      level: 'wire',
      kind: 'request',
      ...(source && { source }),
      detail: { client: this.#client, text: methodText(method) },
    }));
    if (channel === 0) this.#handleConnection(method);
    else if (this.#state === 'open') this.#handleChannel(channel, method, source);
    else if (this.#state !== 'closing') throw new AmqpError('connection', 504, 'CHANNEL_ERROR - the connection is not open yet');
  }

  #handleConnection(method: Method): void {
    if (method.name === 'connection.close') {
      for (const number of [...this.#channels.keys()]) this.#dropChannel(number);
      this.#wire.send(0, 'connection.close-ok', {});
      this.#wire.end();
    } else if (method.name === 'connection.close-ok' && this.#state === 'closing') {
      this.#wire.end();
    } else if (this.#state === 'negotiating' && this.#negotiation !== null) {
      this.#negotiation.handle(method);
    } else if (this.#state === 'open') {
      throw new AmqpError('connection', 503, `COMMAND_INVALID - ${method.name} is out of place`);
    }
  }

  #handleChannel(number: number, method: Method, source: SourceLine | undefined): void {
    const state = this.#channels.get(number);
    if (state === 'closing') {
      this.#handleClosing(number, method);
      return;
    }
    if (method.name === 'channel.open') {
      if (state !== undefined) throw new AmqpError('connection', 504, "CHANNEL_ERROR - second 'channel.open' seen");
      this.#channels.set(number, { session: new ChannelSession(number, this.#host, this.#connection, this.#wire), content: null });
      this.#wire.send(number, 'channel.open-ok', { channelId: new Uint8Array(0) });
      return;
    }
    if (state === undefined) throw new AmqpError('connection', 504, "CHANNEL_ERROR - expected 'channel.open'");
    if (state.content !== null) throw unexpectedFrame('expected content, got a method');
    if (method.name === 'channel.close') {
      this.#dropChannel(number);
      this.#wire.send(number, 'channel.close-ok', {});
      return;
    }
    if (method.name === 'basic.publish') state.content = new IncomingContent(method.fields, source);
    else this.#guard(number, method.name, () => state.session.handle(method, source));
  }

  /** A channel that the server has closed: the client's answer frees its number, everything else is late. */
  #handleClosing(number: number, method: Method): void {
    if (method.name === 'channel.close') this.#wire.send(number, 'channel.close-ok', {});
    if (method.name === 'channel.close-ok') this.#channels.delete(number);
  }

  #takeContent({ channel, type, payload }: Frame): void {
    const state = this.#channels.get(channel);
    if (this.#state === 'closing' || state === 'closing') return;
    if (state === undefined || state.content === null) throw unexpectedFrame('expected a method, got content');
    const whole = type === FRAME_TYPES.header ? state.content.header(payload) : state.content.body(payload);
    if (whole === undefined) return;
    state.content = null;
    this.#guard(channel, 'basic.publish', () => state.session.publish(whole.fields, whole.properties, whole.body, whole.source));
  }

  /** Runs a method; its error closes the channel or the connection and names the method. */
  #guard(number: number, name: Method['name'], run: () => void): void {
    try {
      run();
    } catch (error) {
      if (!(error instanceof AmqpError)) throw error;
      if (error.closes === 'connection') this.#closeConnection(error, name);
      else this.#closeChannel(number, error, name);
    }
  }

  #closeChannel(number: number, error: AmqpError, name: Method['name']): void {
    const [classId, methodId] = METHODS[name].id;
    this.#dropChannel(number);
    this.#channels.set(number, 'closing');
    this.#wire.send(number, 'channel.close', { replyCode: error.code, replyText: error.message, classId, methodId });
  }

  #closeConnection(error: AmqpError, name: Method['name'] | null): void {
    const [classId, methodId] = name === null ? [0, 0] : METHODS[name].id;
    for (const number of [...this.#channels.keys()]) this.#dropChannel(number);
    this.#state = 'closing';
    this.#wire.send(0, 'connection.close', { replyCode: error.code, replyText: error.message, classId, methodId });
  }

  #dropChannel(number: number): void {
    const state = this.#channels.get(number);
    this.#channels.delete(number);
    if (state !== undefined && state !== 'closing') state.session.close();
  }
}

function decoded(payload: Uint8Array): Method {
  try {
    const method = decodeMethod(payload);
    if ('name' in method) return method;
    throw new AmqpError('connection', 540, `NOT_IMPLEMENTED - method ${method.methodId} of class ${method.classId}`);
  } catch (error) {
    if (error instanceof RangeError) throw new AmqpError('connection', 502, 'SYNTAX_ERROR - a method is cut short');
    throw error;
  }
}
