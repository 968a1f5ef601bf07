/** A trace is in order of virtual time, keeps what it was asked for, and is the same text for the same run. */
import { expect, test } from 'vitest';
import type { Happening } from '../../../sandbox/trace/event.ts';
import { canonicalLine, traceHash } from '../../../sandbox/trace/hash.ts';
import { Recorder } from '../../../sandbox/trace/recorder.ts';
import { eventLine, traceText } from '../../../sandbox/trace/text.ts';

const line = (text: string): Happening => ({ kind: 'console', level: 'story', detail: { method: 'log', text } });

function recorded(...entries: readonly [atMicros: number, text: string][]): Recorder {
  const recorder = new Recorder(new Set(['story']));
  for (const [atMicros, text] of entries) recorder.record(atMicros, 'web', line(text));
  return recorder;
}

const texts = (recorder: Recorder): string[] =>
  recorder.finish().map((event) => `${event.sequence} ${event.kind === 'console' ? event.detail.text : ''}`);

test('what a busy process recorded ahead is put where it belongs', () => {
  expect(texts(recorded([10, 'a'], [900, 'late'], [20, 'b']))).toEqual(['0 a', '1 b', '2 late']);
});

test('equal times keep the order of recording', () => {
  expect(texts(recorded([30, 'x'], [10, 'a'], [10, 'b']))).toEqual(['0 a', '1 b', '2 x']);
});

test('levels that nobody asked for are heard by listeners but not kept', () => {
  const recorder = new Recorder(new Set(['story']));
  let heard = 0;
  recorder.onRecord(() => {
    heard += 1;
  });
  recorder.record(1, 'redis', { kind: 'request', level: 'wire', detail: { client: 'web', text: 'PING' } });
  expect([heard, recorder.size]).toEqual([1, 0]);
});

test('annotations change no hash, a detail does', () => {
  const [event] = recorded([10, 'a']).finish();
  const [other] = recorded([10, 'b']).finish();
  if (event === undefined || other === undefined) throw new Error('recorded nothing');
  const annotated = { ...event, source: { file: 'web.ts', line: 3 }, annotation: 'at web.ts:3:7' };
  expect([traceHash([annotated]) === traceHash([event]), traceHash([other]) === traceHash([event])]).toEqual([true, false]);
});

test('the canonical line does not depend on the order of properties', () => {
  const [event] = recorded([10, 'a']).finish();
  if (event?.kind !== 'console') throw new Error('recorded nothing');
  expect(canonicalLine({ ...event, detail: { text: 'a', method: 'log' } })).toBe(canonicalLine(event));
});

test('the text names time, process, kind, detail and line', () => {
  const [event] = recorded([40_250, 'paid']).finish();
  if (event === undefined) throw new Error('recorded nothing');
  expect(eventLine({ ...event, source: { file: 'web.ts', line: 3 } })).toBe(
    '    0     40.250 ms  web  console  method="log" text="paid"  (web.ts:3)',
  );
});

test('the text ends with the reason, and who still waits', () => {
  const waiting = [{ process: 'worker-1', what: 'a message on the list orders (BRPOP)' }];
  const text = traceText({ seed: 1, ended: { reason: 'quiescent', waiting }, events: [], traceHash: '' });
  expect(text).toBe(
    '# seed 1, 0 events\n# ended: Nothing more can happen. worker-1 is waiting for a message on the list orders (BRPOP).\n',
  );
});
