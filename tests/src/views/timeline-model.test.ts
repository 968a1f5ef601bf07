/** The timeline's model: lanes, lives, hues and a compressed axis, from a handful of events. */
import { expect, test } from 'vitest';
import type { TraceEvent } from '../../../sandbox/trace/event.ts';
import { MARK_LIMIT, timelineOf } from '../../../src/views/timeline-model.ts';

const at = (atMicros: number, process: string, rest: object): TraceEvent =>
  ({ sequence: atMicros, atMicros, process, level: 'story', ...rest }) as TraceEvent;

const started = (atMicros: number, process: string) => at(atMicros, process, { kind: 'processStarted', detail: { incarnation: 1 } });
const sent = (atMicros: number, messageId: string, key: string | null) =>
  at(atMicros, 'redis', { kind: 'messagePublished', messageId, detail: { client: 'producer', to: 'orders', key, text: messageId } });

test('processes get the first lanes, brokers the last', () => {
  const { lanes } = timelineOf([sent(1, 'm1', null), started(2, 'producer'), started(3, 'worker')]);
  expect(lanes).toEqual(['producer', 'worker', 'redis']);
});

test('a message that was sent comes from the lane of its client', () => {
  const { marks } = timelineOf([started(0, 'producer'), sent(1, 'm1', null)]);
  expect(marks[1]).toMatchObject({ lane: 1, from: 0, shape: 'token', state: { inFlight: true }, look: { label: '1' } });
});

test('messages of one key have one hue and one letter, those without a key share another hue', () => {
  const { marks } = timelineOf([sent(1, 'm1', 'a'), sent(2, 'm2', 'b'), sent(3, 'm3', 'a'), sent(4, 'm4', null)]);
  expect(marks.map(({ look }) => look?.hue)).toEqual([0, 1, 0, 2]);
  expect(marks.map(({ look }) => look?.letter)).toEqual(['A', 'B', 'A', null]);
});

test('one key for all messages would say nothing: all have one hue and no letter', () => {
  const { marks } = timelineOf([sent(1, 'm1', 'orders'), sent(2, 'm2', 'orders')]);
  expect(marks.map(({ look }) => look?.hue)).toEqual([0, 0]);
  expect(marks.map(({ look }) => look?.letter)).toEqual([null, null]);
});

test('no time is written twice on the axis', () => {
  const events = Array.from({ length: 20 }, (_, index) => sent(index < 19 ? 0 : 5000, `m${index}`, null));
  expect(timelineOf(events).ticks.map(({ text }) => text)).toEqual(['0 ms', '5 ms']);
});

test('a life ends with the crash and begins again with the restart', () => {
  const crashed = at(5, 'worker', { kind: 'processCrashed', detail: { cause: 'fault', said: 'x' } });
  const again = at(9, 'worker', { kind: 'processRestarted', detail: { incarnation: 2 } });
  const { lives, marks, width } = timelineOf([started(0, 'worker'), crashed, again]);
  const [start, crash, restart] = marks.map(({ x }) => x);
  expect(lives).toEqual([
    { lane: 0, fromX: start, toX: crash },
    { lane: 0, fromX: restart, toX: width },
  ]);
});

test('time always moves to the right, and long waits do not fill the picture', () => {
  const xs = timelineOf([sent(0, 'm1', null), sent(1000, 'm2', null), sent(60_000_000, 'm3', null)]).marks.map(({ x }) => x);
  expect(xs[1]).toBeGreaterThan(xs[0] ?? 0);
  expect((xs[2] ?? 0) - (xs[1] ?? 0)).toBeLessThan(200);
});

test('a long run is drawn in part, and says how much is left out', () => {
  const events = Array.from({ length: MARK_LIMIT + 7 }, (_, index) => sent(index, `m${index}`, null));
  const { marks, leftOut } = timelineOf(events);
  expect([marks.length, leftOut]).toEqual([MARK_LIMIT, 7]);
});
