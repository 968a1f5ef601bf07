/** The fold: where messages are after a crash, and that keyframes change nothing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TraceEvent } from '../../../sandbox/trace/event.ts';
import { root } from '../../../scripts/root.ts';
import { apply } from '../../../src/picture/apply.ts';
import { factsOf } from '../../../src/picture/facts.ts';
import { Fold, sceneAt } from '../../../src/picture/fold.ts';
import type { Scene } from '../../../src/picture/scene.ts';
import { startState } from '../../../src/picture/state.ts';
import { deliver, publish, story, told } from './story.ts';

const waiting = (scene: Scene, place = 'broker/orders') => scene.places.get(place)?.waiting;
const hands = (scene: Scene, process: string) => scene.processes.get(process)?.hands ?? [];
const following = (trace: readonly TraceEvent[], kind: string, nth = 1) =>
  sceneAt(trace, trace.filter((event) => event.kind === kind)[nth - 1]?.sequence ?? -2);

describe('a crash', () => {
  test('leaves the unacked message in the dead hands until the broker notices', () => {
    const scene = following(story.crashedWorker, 'processCrashed');
    expect(hands(scene, 'worker-1')).toMatchObject([{ messageId: 'm1', settled: false, lost: false }]);
    expect(waiting(scene)).toEqual(['m2']);
  });

  test('returns it to its own place, before what came later', () => {
    const scene = following(story.crashedWorker, 'messageRequeued');
    expect(hands(scene, 'worker-1')).toEqual([]);
    expect(waiting(scene)).toEqual(['m1', 'm2']);
  });

  test('is why it is delivered again, and the token says so', () => {
    expect(hands(following(story.crashedWorker, 'messageDelivered', 2), 'worker-2')).toMatchObject([{ messageId: 'm1', again: true }]);
  });

  test('takes an in-process queue with it, and what was in its hands', () => {
    const scene = following(story.ownQueue, 'processCrashed');
    expect(scene.places.get('shop/orders')).toMatchObject({ waiting: [], lost: ['m2'] });
    expect(hands(scene, 'shop')).toMatchObject([{ messageId: 'm1', lost: true }]);
  });

  test('is forgotten by the next life, whose memory is empty', () => {
    const scene = following(story.ownQueue, 'processRestarted');
    expect(scene.places.get('shop/orders')).toMatchObject({ waiting: [], lost: [] });
    expect(scene.processes.get('shop')).toMatchObject({ life: 2, hands: [] });
  });
});

describe('an ack', () => {
  test('empties the hands and counts, and the token leaves with a tick', () => {
    const scene = following(story.crashedWorker, 'messageAcked');
    expect(hands(scene, 'worker-2')).toEqual([]);
    expect(scene.places.get('broker/orders')?.acked).toBe(1);
    expect(scene.leaving).toEqual([{ messageId: 'm1', place: 'broker/orders', end: 'done' }]);
  });
});

describe('a full queue', () => {
  const full = told(
    ['broker', 'placeLimited', { place: 'orders', capacity: 1 }],
    ...publish('m1'),
    ['broker', 'publishBlocked', { client: 'producer', place: 'orders', text: 'order-2' }],
    deliver('m1', 'worker'),
    ...publish('m2'),
  );

  test('keeps a publisher on a chair until there is room', () => {
    expect(following(full, 'publishBlocked').places.get('broker/orders')?.chairs).toEqual([{ client: 'producer', text: 'order-2' }]);
    expect(following(full, 'messagePublished', 2).places.get('broker/orders')?.chairs).toEqual([]);
  });
});

describe('a message that was taken for good', () => {
  const taken = (messageId: string) =>
    ['redis', 'messageDelivered', { place: 'orders', client: 'worker', redelivered: false, settled: true }, messageId] as const;
  const says = (text: string) => ['worker', 'console', { method: 'log', text }] as const;
  const trace = told(
    ['worker', 'processStarted', { incarnation: 1 }],
    ...publish('m1'),
    ...publish('m2'),
    taken('m1'),
    says('took order-1'),
    says('packed order-1'),
    taken('m2'),
    says('took order-2'),
    ['worker', 'processCrashed', { cause: 'fault', said: '' }],
  );

  test('is in hands until its taker has said the last of it', () => {
    expect(hands(following(trace, 'console', 1), 'worker')).toMatchObject([{ messageId: 'm1' }]);
    expect(hands(following(trace, 'console', 2), 'worker')).toEqual([]);
  });

  test('is lost in a crash that comes before that', () => {
    expect(hands(following(trace, 'processCrashed'), 'worker')).toMatchObject([{ messageId: 'm2', lost: true }]);
  });
});

describe('keyframes', () => {
  test('give the same scene as a full fold, at every event of every recorded run and of a long one', () => {
    const traces = [...recordedTraces(), longTrace()];
    fc.assert(
      fc.property(fc.constantFrom(...traces), fc.double({ min: 0, max: 1, noNaN: true }), (trace, share) => {
        const sequence = Math.floor(share * (trace.length - 1));
        expect(new Fold(trace, null).sceneAt(sequence)).toEqual(fullFold(trace, sequence));
      }),
      { numRuns: 60 },
    );
  });
});

function fullFold(trace: readonly TraceEvent[], sequence: number): Scene {
  const facts = factsOf(trace, null);
  const state = startState(facts);
  for (let index = 0; index <= sequence; index += 1) apply(state, trace[index] as TraceEvent, index, facts);
  return state;
}

/** Two keyframes and more: a thousand orders, two workers, now and then one comes back. */
function longTrace(): readonly TraceEvent[] {
  const lines = Array.from({ length: 400 }, (_, index) => {
    const id = `m${index + 1}`;
    const client = `worker-${(index % 2) + 1}`;
    const back = ['broker', 'messageRequeued', { place: 'orders', client }, id] as const;
    const ack = ['broker', 'messageAcked', { place: 'orders', client }, id] as const;
    return [...publish(id), deliver(id, client), index % 7 === 0 ? back : ack];
  });
  return told(...lines.flat());
}

function recordedTraces(): readonly (readonly TraceEvent[])[] {
  const folder = join(root, '.inflight', 'recorded');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.run.json'));
  return files.map(
    (name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { report: { events: readonly TraceEvent[] } }).report.events,
  );
}
