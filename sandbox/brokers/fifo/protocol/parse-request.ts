/** From a frame's JSON to a request: whatever a client sends is either a whole request or a sentence. */
import type { QueueOptions, Request, WhenFull } from '../model/request.ts';

export interface Numbered {
  /** Chosen by the client; its reply carries the same. */
  readonly id: number;
  readonly request: Request;
}

const POLICIES: readonly WhenFull[] = ['reject', 'dropOldest', 'block'];

/** Throws a TypeError with a sentence when the value is no request. */
export function parseRequest(value: unknown): Numbered {
  const fields = asFields(value, 'a request');
  return { id: asNumber(fields.id, 'id', 0), request: requestOf(fields) };
}

function requestOf(fields: Record<string, unknown>): Request {
  switch (fields.do) {
    case 'declare':
      return { do: 'declare', queue: asName(fields.queue, 'queue'), options: asOptions(fields.options) };
    case 'publish':
      return { do: 'publish', queue: asName(fields.queue, 'queue'), body: asBody(fields.body) };
    case 'bind':
      return { do: 'bind', topic: asName(fields.topic, 'topic'), queue: asName(fields.queue, 'queue') };
    case 'publishToTopic':
      return { do: 'publishToTopic', topic: asName(fields.topic, 'topic'), body: asBody(fields.body) };
    case 'consume': {
      const prefetch = asNumber(fields.prefetch, 'prefetch', 1);
      return { do: 'consume', queue: asName(fields.queue, 'queue'), consumer: asName(fields.consumer, 'consumer'), prefetch };
    }
    case 'cancel':
      return { do: 'cancel', consumer: asName(fields.consumer, 'consumer') };
    case 'ack':
      return { do: 'ack', delivery: asNumber(fields.delivery, 'delivery', 1) };
    case 'nack':
      return { do: 'nack', delivery: asNumber(fields.delivery, 'delivery', 1), requeue: fields.requeue === true };
    case 'depth':
      return { do: 'depth', queue: asName(fields.queue, 'queue') };
    default:
      throw new TypeError(`The queue server does not know the request ${JSON.stringify(fields.do)}.`);
  }
}

function asOptions(value: unknown): QueueOptions {
  const { capacity, whenFull, visibilityMs } = asFields(value, 'options');
  if (whenFull !== undefined && !POLICIES.includes(whenFull as WhenFull)) {
    throw new TypeError(`whenFull must be one of ${POLICIES.join(', ')}.`);
  }
  return {
    ...(capacity === undefined ? {} : { capacity: asNumber(capacity, 'capacity', 1) }),
    ...(whenFull === undefined ? {} : { whenFull: whenFull as WhenFull }),
    ...(visibilityMs === undefined ? {} : { visibilityMs: asNumber(visibilityMs, 'visibilityMs', 1) }),
  };
}

function asFields(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError(`${what} must be an object.`);
  return value as Record<string, unknown>;
}

function asBody(value: unknown): unknown {
  if (value === undefined) throw new TypeError('A publish needs a body.');
  return value;
}

function asName(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '') throw new TypeError(`${what} must be a name, a string that is not empty.`);
  return value;
}

function asNumber(value: unknown, what: string, least: number): number {
  if (!Number.isSafeInteger(value) || (value as number) < least) throw new TypeError(`${what} must be a whole number from ${least} on.`);
  return value as number;
}
