/** Short stories of Redis, as its simulation tells them. */
import type { PlaceForm, TraceEvent } from '../../../sandbox/trace/event.ts';
import { type Line, told } from './story.ts';

export const made = (place: string, form: PlaceForm): Line => ['redis', 'placeMade', { place, form }];

export const sends = (messageId: string, to: string, text = `order-${messageId.slice(1)}`): Line => [
  'redis',
  'messagePublished',
  { client: 'shop', to, key: null, text },
  messageId,
];

export const pushes = (messageId: string, place: string, at: 'head' | 'tail' = 'head'): readonly Line[] => [
  sends(messageId, place),
  ['redis', 'messageStored', { place, at }, messageId],
];

export const pops = (messageId: string, place: string, client: string, at: 'head' | 'tail' = 'tail', settled = true): Line => [
  'redis',
  'messageDelivered',
  { place, client, redelivered: false, settled, at },
  messageId,
];

/** As BLMOVE does it: out at the right, in at the left of the other list. */
export const moves = (messageId: string, from: string, to: string, client: string): readonly Line[] => [
  pops(messageId, from, client, 'tail', false),
  ['redis', 'messageStored', { place: to, at: 'head' }, messageId],
];

export const waits = (client: string, place: string): Line => ['redis', 'waitStarted', { client, place, text: 'BRPOP' }];
export const waitsNoLonger = (client: string, place: string): Line => ['redis', 'waitEnded', { client, place }];

export const listens = (client: string, place: string, isPattern = false): Line => ['redis', 'listenStarted', { client, place, isPattern }];
export const hears = (messageId: string, place: string, client: string): Line => [
  'redis',
  'messageDelivered',
  { place, client, redelivered: false, settled: true },
  messageId,
];
export const unheard = (messageId: string, place: string): Line => [
  'redis',
  'messageDropped',
  { place, reason: 'noSubscriber' },
  messageId,
];

export const starts = (...names: readonly string[]): readonly Line[] => names.map((name) => [name, 'processStarted', { incarnation: 1 }]);

/** The story of these processes on a Redis. */
export function redisTold(names: readonly string[], ...lines: readonly Line[]): readonly TraceEvent[] {
  return told(...starts(...names), ...lines);
}
