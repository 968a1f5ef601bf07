/** Grading: what is run, what is counted, and how it is said. */
import { expect, test } from 'vitest';
import type { RunReport } from '../../../sandbox/engine/report.ts';
import { duplicateEffect } from '../../../sandbox/judge/anomalies.ts';
import type { Check } from '../../../sandbox/judge/check.ts';
import { grade } from '../../../sandbox/judge/grade.ts';
import { inWholeTrace } from '../../../sandbox/judge/story.ts';
import type { Trial } from '../../../sandbox/judge/trials.ts';
import type { Ended } from '../../../sandbox/trace/ended.ts';
import { trace } from './trace.ts';

const quiescent: Ended = { reason: 'quiescent', waiting: [] };

function report(seed: number, text: string, ended: Ended = quiescent): RunReport {
  return {
    seed,
    ended,
    virtualMicros: 0,
    events: trace(text),
    traceHash: '',
    processes: [{ name: 'worker', state: 'exited', exitCode: 0 }],
  };
}

const chargedOnce: Extract<Check, { reads: 'outcome' }> = {
  id: 'charged-once',
  asks: 'Every order is charged exactly once.',
  otherwise: 'an order was charged twice',
  reads: 'outcome',
  judge: ({ effects }) =>
    effects.length < 2
      ? { ok: true }
      : { ok: false, said: 'order-1 was charged twice.', expected: 'one charge', happened: `${effects.length} charges` },
};

const printed: Extract<Check, { reads: 'trace' }> = {
  id: 'printed',
  asks: 'The worker says what it did.',
  otherwise: 'the worker said nothing',
  reads: 'trace',
  judge: (events) =>
    events.some(({ kind }) => kind === 'console') ? { ok: true } : { ok: false, said: 'worker printed nothing.', events: [0] },
};

const once = '0 worker prints hello\n 1 worker does charge order-1';
const twice = `${once}\n 2 worker does charge order-1`;

test('an answer that holds in every run passes and says what it survived', async () => {
  const trials = { seeds: 2, crashEachStep: { processes: ['worker'], restartAfterMs: 1 } };
  const graded = await grade({ trials }, [chargedOnce, printed], async ({ seed }) => report(seed, once));
  expect(graded).toMatchObject({ passed: true, seeds: 2, trialCount: 4, firstFailing: null, unjudged: null });
  expect(graded.said).toBe('Passed: it survived a crash at each of 2 steps and 2 random schedules.');
  expect(graded.checks[0]).toEqual({ id: 'charged-once', passed: true, said: 'Every order is charged exactly once.', failedIn: 0, of: 4 });
});

test('runs that are asked for ahead change nothing in the grade', async () => {
  const trials = { seeds: 5 };
  const run = async ({ seed }: Trial) => report(seed, seed > 3 ? twice : once);
  const oneByOne = await grade({ trials }, [chargedOnce, printed], run);
  const ahead = await grade({ trials }, [chargedOnce, printed], run, { runsAhead: 3 });
  expect(ahead).toEqual(oneByOne);
});

test('a failing check says in how many runs, and gives its first failing run', async () => {
  const graded = await grade({ trials: { seeds: 4 } }, [chargedOnce, printed], async ({ seed }) =>
    report(seed, seed % 2 === 0 ? twice : once),
  );
  expect(graded.said).toBe('In 2 of 4 runs an order was charged twice.');
  expect(graded.firstFailing?.seed).toBe(2);
  expect(graded.checks[0]).toMatchObject({
    passed: false,
    seed: 2,
    said: 'order-1 was charged twice.',
    expected: 'one charge',
    failedIn: 2,
    of: 4,
  });
  expect(graded.checks[1]).toMatchObject({ passed: true, failedIn: 0 });
});

test('a crash that nobody planned is told with what the check found in that run', async () => {
  const crash = { sequence: 9, atMicros: 9, process: 'worker', level: 'story', kind: 'processCrashed' } as const;
  const run = report(1, twice);
  const died = {
    ...crash,
    detail: { cause: 'uncaughtException', said: 'Error: full\n    at worker.ts' },
    source: { file: 'worker.ts', line: 7 },
  };
  const planned = { ...crash, detail: { cause: 'fault', said: '' } };
  const gradeWith = (event: object) =>
    grade({ trials: { seeds: 1 } }, [chargedOnce], async () => ({ ...run, events: [...run.events, event] as RunReport['events'] }));
  expect((await gradeWith(died)).checks[0]?.mishap).toBe('worker crashed at worker.ts:7: Error: full');
  expect((await gradeWith(planned)).checks[0]?.mishap).toBeUndefined();
});

test('an outcome that went wrong is shown by the anomaly in the trace', async () => {
  const shown: Check = { ...chargedOnce, shownBy: (events) => duplicateEffect(events) };
  const graded = await grade({ trials: { seeds: 1 } }, [shown], async ({ seed }) => report(seed, twice));
  expect(graded.checks[0]?.events).toEqual([1, 2]);
});

test('checks read the story alone, whatever else was recorded', async () => {
  const counts: Extract<Check, { reads: 'trace' }> = {
    ...printed,
    judge: (events) => ({ ok: false, said: 'So many.', events: events.map(({ sequence }) => sequence) }),
  };
  const noisy = report(1, once);
  const events = [{ ...noisy.events[0], level: 'wire' }, { ...noisy.events[1] }] as RunReport['events'];
  const graded = await grade({ trials: { seeds: 1 } }, [counts], async () => ({ ...noisy, events }));
  expect(graded.checks[0]?.events).toEqual([0]);
  expect(inWholeTrace(events, [0])).toEqual([1]);
});

test('on request it stops at the first failing run', async () => {
  const runs: Trial[] = [];
  const run = async (trial: Trial) => {
    runs.push(trial);
    return report(trial.seed, twice);
  };
  await grade({ trials: { seeds: 50 } }, [chargedOnce], run, { stopAtFirstFailure: true });
  expect(runs).toHaveLength(1);
});

const unjudgeable: readonly Ended[] = [
  { reason: 'budget', said: 'Endless loop at worker.ts:12.' },
  { reason: 'watchdog', said: 'It did not answer.' },
  { reason: 'tampered', said: 'Built-ins were changed.' },
  { reason: 'compile-error', said: 'worker.ts:3: a bracket is missing.' },
  { reason: 'stopped', said: 'You stopped it.' },
];

test.each(unjudgeable)('a run that ended as $reason is not passed and is no check that failed', async (ended) => {
  const graded = await grade({ trials: { seeds: 3 } }, [chargedOnce, printed], async ({ seed }) =>
    report(seed, once, seed === 2 ? ended : quiescent),
  );
  expect(graded.passed).toBe(false);
  expect(graded.said).toContain('said' in ended ? ended.said : '');
  expect(graded.checks.map(({ passed, failedIn }) => ({ passed, failedIn }))).toEqual([
    { passed: false, failedIn: 0 },
    { passed: false, failedIn: 0 },
  ]);
});

test('an endless loop in the very first run is graded at once', async () => {
  const graded = await grade({ trials: { seeds: 50 } }, [chargedOnce], async ({ seed }) =>
    report(seed, '', { reason: 'budget', said: 'Endless loop at worker.ts:12.' }),
  );
  expect(graded).toMatchObject({ passed: false, seeds: 0, said: 'The run with seed 1 could not be judged: Endless loop at worker.ts:12.' });
});

test('a run that is cut off at its deadline is judged like any other', async () => {
  const graded = await grade({ trials: { seeds: 1 } }, [chargedOnce], async ({ seed }) =>
    report(seed, once, { reason: 'deadline', said: 'Cut off at 5 s.' }),
  );
  expect(graded.passed).toBe(true);
});

test('a check that throws is our own bug and is named', async () => {
  const broken: Check = { ...chargedOnce, judge: () => JSON.parse('{') };
  await expect(grade({ trials: { seeds: 1 } }, [broken], async ({ seed }) => report(seed, once))).rejects.toThrow(
    'The check charged-once itself failed on seed 1',
  );
});

test('an exercise without checks cannot be graded', async () => {
  await expect(grade({ trials: { seeds: 1 } }, [], async ({ seed }) => report(seed, once))).rejects.toThrow('without checks');
});

test('a check for having done anything at all is told before the others', async () => {
  const idle: Check = { ...printed, id: 'did-something', otherwise: 'nothing happened', didNothing: true };
  const neverCharged: Check = { ...chargedOnce, judge: () => ({ ok: false, said: 'No charge.' }) };
  const graded = await grade({ trials: { seeds: 1 } }, [neverCharged, idle], async ({ seed }) => report(seed, ''));
  expect(graded.said).toBe('In the run nothing happened.');
});
