/** The negotiation that opens a connection: start, tune, open (spec 2.2.4), one method after the other. */
import { bytesOf, textOf } from '../../parts/text.ts';
import { AmqpError } from '../model/amqp-error.ts';
import { MECHANISMS, SERVER_PROPERTIES, TUNE } from './greeting.ts';
import type { FieldsOf, Method } from './methods.ts';
import type { Wire } from './wire.ts';

export type Tuned = Pick<FieldsOf<'connection.tune-ok'>, 'channelMax' | 'frameMax' | 'heartbeat'>;

export class Negotiation {
  readonly #wire: Wire;
  readonly #opened: (tuned: Tuned) => void;
  #expected: Method['name'] = 'connection.start-ok';
  #tuned: Tuned = TUNE;

  /** `opened` is called when the connection is ready for channels. */
  constructor(wire: Wire, opened: (tuned: Tuned) => void) {
    this.#wire = wire;
    this.#opened = opened;
    wire.send(0, 'connection.start', {
      versionMajor: 0,
      versionMinor: 9,
      serverProperties: SERVER_PROPERTIES,
      mechanisms: bytesOf(MECHANISMS),
      locales: bytesOf('en_US'),
    });
  }

  /** Takes the client's next method. Throws an AmqpError that ends the connection when it is not the one expected. */
  handle({ name, fields }: Method): void {
    if (name !== this.#expected) throw new AmqpError('connection', 503, `COMMAND_INVALID - expected ${this.#expected}, got ${name}`);
    if (name === 'connection.start-ok') {
      requireGuest(fields);
      this.#expected = 'connection.tune-ok';
      this.#wire.send(0, 'connection.tune', TUNE);
    } else if (name === 'connection.tune-ok') {
      this.#tuned = {
        channelMax: fields.channelMax || TUNE.channelMax,
        frameMax: fields.frameMax || TUNE.frameMax,
        heartbeat: fields.heartbeat,
      };
      if (this.#tuned.frameMax > TUNE.frameMax)
        throw notAllowed(`negotiated frame_max = ${fields.frameMax} is higher than the maximum allowed value (${TUNE.frameMax})`);
      this.#expected = 'connection.open';
    } else if (name === 'connection.open') {
      if (fields.virtualHost !== '/') throw notAllowed(`vhost ${fields.virtualHost} not found`);
      this.#wire.send(0, 'connection.open-ok', { knownHosts: '' });
      this.#opened(this.#tuned);
    }
  }
}

/** The one user there is, as on a fresh server: guest with password guest. */
function requireGuest({ mechanism, response }: FieldsOf<'connection.start-ok'>): void {
  const [, user, password] = textOf(response).split('\0');
  if (mechanism === MECHANISMS && user === 'guest' && password === 'guest') return;
  const said = `Login was refused using authentication mechanism ${mechanism}. For details see the broker logfile.`;
  throw new AmqpError('connection', 403, `ACCESS_REFUSED - ${said}`);
}

function notAllowed(said: string): AmqpError {
  return new AmqpError('connection', 530, `NOT_ALLOWED - ${said}`);
}
