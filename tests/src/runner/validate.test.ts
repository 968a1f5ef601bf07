/** Messages out of the sandbox: what has a known shape is copied, everything else is dropped. */
import { describe, expect, test } from 'vitest';
import { readFromFrame, readFromWorker } from '../../../src/runner/validate.ts';

const event = { sequence: 0, atMicros: 5, process: 'p', level: 'story', kind: 'console', detail: { method: 'log', text: 'hello' } };
const report = { seed: 1, ended: { reason: 'quiescent', waiting: [] }, virtualMicros: 5, events: [], traceHash: '', processes: [] };

describe('a message of the frame', () => {
  test.each([null, 5, 'ready', [], {}, { kind: 'other' }, { kind: 'said', worker: 1 }, { kind: 'said', worker: 'x', message: {} }])(
    'of unknown shape is dropped: %j',
    (data) => {
      expect(readFromFrame(data)).toBeNull();
    },
  );

  test('of known shape is copied without what does not belong to it', () => {
    expect(readFromFrame({ kind: 'broke', worker: 3, said: 'why', extra: 1 })).toEqual({ kind: 'broke', worker: 3, said: 'why' });
  });
});

describe('a message of the worker', () => {
  test('keeps the events that it knows', () => {
    const strange = { ...event, kind: 'processBecameKing' };
    const halfDetail = { ...event, detail: { method: 'log' } };
    const wrongDetail = { ...event, detail: { method: 'log', text: {} } };
    const message = readFromWorker({ kind: 'events', run: 1, events: [event, strange, halfDetail, wrongDetail, null, 7] });
    expect(message).toEqual({ kind: 'events', run: 1, events: [event] });
  });

  test('loses fields of a detail that no event has', () => {
    const message = readFromWorker({ kind: 'events', run: 1, events: [{ ...event, detail: { ...event.detail, html: '<b>' } }] });
    expect(message).toEqual({ kind: 'events', run: 1, events: [event] });
  });

  test('may lack the fields that not every event of its kind has', () => {
    const detail = { place: 'orders', client: 'p', redelivered: false, settled: false };
    const delivered = { ...event, kind: 'messageDelivered', detail };
    const inGroup = { ...delivered, detail: { ...detail, group: 'mail', consumer: 'ann', deliveries: 2 } };
    const wrong = { ...delivered, detail: { ...detail, group: 7 } };
    const message = readFromWorker({ kind: 'events', run: 1, events: [delivered, inGroup, wrong] });
    expect(message).toStrictEqual({ kind: 'events', run: 1, events: [delivered, inGroup] });
  });

  test('has its texts cut', () => {
    const long = { ...event, detail: { method: 'log', text: 'x'.repeat(1_000_000) } };
    const message = readFromWorker({ kind: 'events', run: 1, events: [long] });
    const [read] = message?.kind === 'events' ? message.events : [];
    expect(read?.kind === 'console' && read.detail.text.length).toBe(10_000);
  });

  test('with a forged ending is dropped', () => {
    expect(readFromWorker({ kind: 'finished', run: 1, report: { ...report, ended: { reason: 'passed' } } })).toBeNull();
    expect(readFromWorker({ kind: 'finished', run: 1, report })).toEqual({ kind: 'finished', run: 1, report });
  });

  test('tells who tried in vain to connect where, without what does not belong to it', () => {
    const shop = { process: 'shop', host: 'localhost', port: 6380, isHostKnown: true, count: 2, source: { file: 'shop.ts', line: 1 } };
    const vain = {
      unreached: [
        { ...shop, html: '<b>' },
        { ...shop, port: 'x' },
      ],
      listening: [{ name: 'redis', port: 6379 }, {}],
    };
    const ended = { reason: 'deadline', said: 'cut off' } as const;
    const message = readFromWorker({ kind: 'finished', run: 1, report: { ...report, ended: { ...ended, vain } } });
    const read = { ...ended, vain: { unreached: [shop], listening: [{ name: 'redis', port: 6379 }] } };
    expect(message).toEqual({ kind: 'finished', run: 1, report: { ...report, ended: read } });
  });

  test('has its trace read from JSON, event by event', () => {
    const message = readFromWorker({ kind: 'finished', run: 1, report, trace: JSON.stringify([event, { ...event, kind: 'forged' }]) });
    expect(message).toEqual({ kind: 'finished', run: 1, report: { ...report, events: [event] } });
  });

  test('with a trace that is no JSON has no events', () => {
    expect(readFromWorker({ kind: 'finished', run: 1, report, trace: '[{' })).toEqual({ kind: 'finished', run: 1, report });
  });

  test('with a number that is none is dropped', () => {
    expect(readFromWorker({ kind: 'finished', run: 1, report: { ...report, seed: Number.NaN } })).toBeNull();
  });
});
