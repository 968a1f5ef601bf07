/** Depth over time: how many messages wait in each queue after each step, how long the oldest has waited, and what was turned away. */
import type { Fold } from './fold.ts';
import type { PlaceScene } from './scene.ts';

/** Steps that are looked at, at most: more than a screen has columns would cost without being seen. */
const MOST_SAMPLES = 600;

export interface DepthSample {
  /** Position of the step, from 0. */
  readonly position: number;
  readonly depth: number;
  /** How long the message that leaves next has waited, in microseconds; 0 for an empty queue. */
  readonly oldestMicros: number;
}

export interface DepthMark {
  readonly position: number;
  readonly kind: 'dropped' | 'blocked';
}

export interface DepthSeries {
  readonly place: string;
  readonly name: string;
  readonly capacity: number | null;
  readonly mostDepth: number;
  readonly mostMicros: number;
  readonly samples: readonly DepthSample[];
  readonly marks: readonly DepthMark[];
}

export function depthSeriesOf(fold: Fold, steps: readonly number[]): readonly DepthSeries[] {
  const stored = storedAt(fold);
  const positions = samplePositions(steps.length);
  const scenes = positions.map((position) => fold.sceneAt(steps[position - 1] ?? -1));
  // Nothing ever waits in a channel.
  const places = [...fold.facts.places.values()].filter(({ form }) => form !== 'channel');
  return places.map((facts) => {
    const samples = scenes.map((scene, index) => {
      const place = scene.places.get(facts.id);
      return {
        position: positions[index] ?? 0,
        depth: place?.waiting.length ?? 0,
        oldestMicros: place === undefined ? 0 : oldestIn(place, facts.leavesAtTail, scene.atMicros, stored),
      };
    });
    return {
      place: facts.id,
      name: facts.name,
      capacity: facts.capacity,
      mostDepth: Math.max(1, facts.capacity ?? 0, ...samples.map(({ depth }) => depth)),
      mostMicros: Math.max(1, ...samples.map(({ oldestMicros }) => oldestMicros), longestWait(fold, facts.id, stored)),
      samples,
      marks: marksOf(fold, steps, facts.id),
    };
  });
}

function samplePositions(last: number): readonly number[] {
  const count = Math.min(last, MOST_SAMPLES);
  return Array.from({ length: count + 1 }, (_, index) => (count === 0 ? 0 : Math.round((index * last) / count)));
}

/** When each message was stored in each place, by `place id`, line feed, message id. */
function storedAt({ events }: Fold): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { kind, process, detail, messageId, atMicros } of events) {
    if (kind !== 'messageStored' || !('place' in detail)) continue;
    const key = `${process}/${detail.place}\n${messageId}`;
    if (!times.has(key)) times.set(key, atMicros);
  }
  return times;
}

function oldestIn({ id, waiting }: PlaceScene, leavesAtTail: boolean, nowMicros: number, stored: ReadonlyMap<string, number>): number {
  const oldest = leavesAtTail ? waiting.at(-1) : waiting[0];
  return oldest === undefined ? 0 : Math.max(0, nowMicros - (stored.get(`${id}\n${oldest}`) ?? nowMicros));
}

/** The longest wait that is over: a message that is taken has waited up to this moment, and no sample after a step shows that. */
function longestWait({ events }: Fold, place: string, stored: ReadonlyMap<string, number>): number {
  let longest = 0;
  for (const { kind, process, detail, messageId, atMicros } of events) {
    if (kind !== 'messageDelivered' || !('place' in detail) || `${process}/${detail.place}` !== place) continue;
    longest = Math.max(longest, atMicros - (stored.get(`${place}\n${messageId}`) ?? atMicros));
  }
  return longest;
}

function marksOf({ events }: Fold, steps: readonly number[], place: string): readonly DepthMark[] {
  return steps.flatMap((sequence, index): DepthMark[] => {
    const event = events[sequence];
    if (event === undefined || !('place' in event.detail) || `${event.process}/${event.detail.place}` !== place) return [];
    if (event.kind === 'publishBlocked') return [{ position: index + 1, kind: 'blocked' }];
    return event.kind === 'messageDropped' || event.kind === 'publishRefused' ? [{ position: index + 1, kind: 'dropped' }] : [];
  });
}
