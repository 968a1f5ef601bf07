/** Endings in words: why a run ended, what went wrong in it, who still waits. */
import { expect, test } from 'vitest';
import type { RunReport } from '../../../sandbox/engine/report.ts';
import type { TraceEvent } from '../../../sandbox/trace/event.ts';
import { endingOf } from '../../../src/views/endings.ts';

const report = (rest: Partial<RunReport>): RunReport => ({
  seed: 1,
  ended: { reason: 'quiescent', waiting: [] },
  virtualMicros: 1_050_000,
  events: [],
  traceHash: '',
  processes: [],
  ...rest,
});

test('a run that came to rest says so, with its simulated time', () => {
  expect(endingOf(report({}))).toMatchObject({ tone: 'calm', said: 'Ended after 1,050 ms of simulated time: nothing is left to do.' });
});

test('those who wait are named with what they wait for', () => {
  const ended = { reason: 'quiescent', waiting: [{ process: 'worker', what: 'a message on the list orders (BRPOP)' }] } as const;
  expect(endingOf(report({ ended })).waiting).toEqual(['worker is waiting for a message on the list orders (BRPOP).']);
});

test('those who have not ended and wait for nothing that is known are named', () => {
  const processes = ['display-1', 'display-2'].map((name) => ({ name, state: 'running', exitCode: null }) as const);
  expect(endingOf(report({ processes })).said).toMatch(/nothing is left to do\. display-1 and display-2 have not ended, but nothing/);
});

test('a program that ended with an error code is told', () => {
  const exit = { sequence: 0, atMicros: 0, process: 'one', level: 'story', kind: 'processExited', detail: { code: 13 } } as TraceEvent;
  expect(endingOf(report({ events: [exit] })).mishaps).toEqual([
    { said: expect.stringMatching(/^one exited with code 13: /), source: null },
  ]);
});

test('whoever tried in vain to connect is told before the crash that came of it, with what listens instead', () => {
  const source = { file: 'shop.ts', line: 3 };
  const shop = { process: 'shop', host: 'localhost', port: 6380, isHostKnown: true, count: 20, source };
  const mailer = { process: 'mailer', host: 'rdeis', port: 6379, isHostKnown: false, count: 1 };
  const listening = [
    { name: 'redis', port: 6379 },
    { name: 'rabbitmq', port: 5672 },
  ];
  const here = 'Here redis listens at localhost:6379 and rabbitmq at localhost:5672.';
  const ended = { reason: 'deadline', said: 'cut off', vain: { unreached: [shop, mailer], listening } } as const;
  const crash = {
    sequence: 0,
    atMicros: 0,
    process: 'shop',
    level: 'story',
    kind: 'processCrashed',
    detail: { cause: 'x', said: 'Error' },
  };
  const { mishaps } = endingOf(report({ ended, events: [crash as unknown as TraceEvent] }));
  expect(mishaps).toEqual([
    {
      said: `shop tried 20 times in vain to connect to localhost:6380: nothing listens there. ${here} Check the host and the port in the code of shop.`,
      source,
    },
    {
      said: `mailer tried once in vain to connect to rdeis:6379: there is no host named rdeis. ${here} Check the host in the code of mailer.`,
      source: null,
    },
    { said: 'shop crashed: Error', source: null },
  ]);
});

test('an endless loop is an alarm with its line', () => {
  const source = { file: 'worker.ts', line: 12 };
  expect(endingOf(report({ ended: { reason: 'budget', said: 'endless', source } }))).toMatchObject({
    tone: 'alarm',
    said: 'endless',
    source,
  });
});

test('a crash by the program’s own doing is told, one by a fault is not: it was announced', () => {
  const crash = (cause: string, process: string): TraceEvent =>
    ({ sequence: 0, atMicros: 0, process, level: 'story', kind: 'processCrashed', detail: { cause, said: 'Error: x' } }) as TraceEvent;
  const { mishaps } = endingOf(
    report({ events: [crash('fault', 'one'), crash('uncaughtException', 'two'), crash('uncaughtException', 'two')] }),
  );
  expect(mishaps).toEqual([{ said: 'two crashed: Error: x', source: null }]);
});
