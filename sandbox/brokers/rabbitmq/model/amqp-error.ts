/** The AMQP error: it closes the channel or the whole connection, with the code and text of RabbitMQ 3.10.8. */

export class AmqpError extends Error {
  readonly closes: 'channel' | 'connection';
  readonly code: number;

  /** `said` begins with the name of its code: `NOT_FOUND - no queue 'q' in vhost '/'`. */
  constructor(closes: 'channel' | 'connection', code: number, said: string) {
    super(said);
    this.name = 'AmqpError';
    this.closes = closes;
    this.code = code;
  }
}

type Noun = 'queue' | 'exchange';

export function notFound(noun: Noun, name: string): AmqpError {
  return new AmqpError('channel', 404, `NOT_FOUND - no ${noun} '${name}' in vhost '/'`);
}

export function preconditionFailed(said: string): AmqpError {
  return new AmqpError('channel', 406, `PRECONDITION_FAILED - ${said}`);
}

export function accessRefused(said: string): AmqpError {
  return new AmqpError('channel', 403, `ACCESS_REFUSED - ${said}`);
}

export function inUse(noun: Noun, name: string): AmqpError {
  return preconditionFailed(`${noun} '${name}' in vhost '/' in use`);
}

export function lockedQueue(name: string): AmqpError {
  const hint =
    'It could be originally declared on another connection or the exclusive property value does not match that of the original declaration.';
  return new AmqpError('channel', 405, `RESOURCE_LOCKED - cannot obtain exclusive access to locked queue '${name}' in vhost '/'. ${hint}`);
}

export function reservedName(noun: Noun, name: string): AmqpError {
  return accessRefused(`${noun} name '${name}' contains reserved prefix 'amq.*'`);
}

export function defaultExchangeRefused(): AmqpError {
  return accessRefused('operation not permitted on the default exchange');
}

export function notImplemented(said: string): AmqpError {
  return new AmqpError('connection', 540, `NOT_IMPLEMENTED - ${said}`);
}
