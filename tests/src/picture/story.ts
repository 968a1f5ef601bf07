/** Short stories as traces, told event by event. */
import type { Kind, TraceEvent } from '../../../sandbox/trace/event.ts';

export type Line = readonly [process: string, kind: Kind, detail: object, messageId?: string];

/** One event for each line, a millisecond apart. */
export function told(...lines: readonly Line[]): readonly TraceEvent[] {
  return lines.map(
    ([process, kind, detail, messageId], sequence) =>
      ({ sequence, atMicros: sequence * 1000, process, level: 'story', kind, detail, ...(messageId && { messageId }) }) as TraceEvent,
  );
}

export const publish = (messageId: string, client = 'producer'): readonly Line[] => [
  ['broker', 'messagePublished', { client, to: 'orders', key: null, text: `order-${messageId.slice(1)}` }, messageId],
  ['broker', 'messageStored', { place: 'orders', at: 'tail' }, messageId],
];

export const deliver = (messageId: string, client: string, redelivered = false): Line => [
  'broker',
  'messageDelivered',
  { place: 'orders', client, redelivered, settled: false },
  messageId,
];

const crashed = { cause: 'fault', said: 'as planned' };

export const story = {
  /** Two orders; the worker dies with the first in its hands, and another one gets it. */
  crashedWorker: told(
    ['producer', 'processStarted', { incarnation: 1 }],
    ...publish('m1'),
    ...publish('m2'),
    ['worker-1', 'processStarted', { incarnation: 1 }],
    deliver('m1', 'worker-1'),
    ['worker-1', 'processCrashed', crashed],
    ['broker', 'messageRequeued', { place: 'orders', client: 'worker-1' }, 'm1'],
    ['worker-2', 'processStarted', { incarnation: 1 }],
    deliver('m1', 'worker-2', true),
    ['broker', 'messageAcked', { place: 'orders', client: 'worker-2' }, 'm1'],
  ),
  /** A queue in the memory of a process that dies and starts again. */
  ownQueue: told(
    ['shop', 'processStarted', { incarnation: 1 }],
    ['shop', 'messagePublished', { client: 'shop', to: 'orders', key: null, text: 'order-1' }, 'm1'],
    ['shop', 'messageStored', { place: 'orders', at: 'tail' }, 'm1'],
    ['shop', 'messagePublished', { client: 'shop', to: 'orders', key: null, text: 'order-2' }, 'm2'],
    ['shop', 'messageStored', { place: 'orders', at: 'tail' }, 'm2'],
    ['shop', 'messageDelivered', { place: 'orders', client: 'shop', redelivered: false, settled: true }, 'm1'],
    ['shop', 'processCrashed', crashed],
    ['shop', 'processRestarted', { incarnation: 2 }],
  ),
  /** A topic with two groups: mail has its copy in its hands, the one for stock still waits. */
  twoCopies: told(
    ['shop', 'processStarted', { incarnation: 1 }],
    ['mail', 'processStarted', { incarnation: 1 }],
    ['broker', 'messagePublished', { client: 'shop', to: 'orders', key: null, text: 'order-1' }, 'm1'],
    ['broker', 'messageRouted', { from: 'orders', place: 'mail' }, 'm1'],
    ['broker', 'messageStored', { place: 'mail', at: 'tail' }, 'm1'],
    ['broker', 'messageDelivered', { place: 'mail', client: 'mail', redelivered: false, settled: false }, 'm1'],
    ['broker', 'messageRouted', { from: 'orders', place: 'stock' }, 'm1'],
    ['broker', 'messageStored', { place: 'stock', at: 'tail' }, 'm1'],
  ),
};
