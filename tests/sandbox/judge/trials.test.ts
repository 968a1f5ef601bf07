/** The plan of trials: seeds, one crash after each visible step, named scenarios. */
import { expect, test } from 'vitest';
import { MOST_CRASH_POINTS, scenarioOf, trialsOf } from '../../../sandbox/judge/trials.ts';
import { trace } from './trace.ts';

const baseline = {
  events: trace(`
    0 worker started
    1 broker publishes m1 to orders by shop
    1 broker stores m1 in orders
    2 broker delivers m1 from orders to worker
    3 worker does charge order-1
    4 broker acks m1 in orders by worker
    5 worker exited`),
};

test('seeds alone make one trial each, the plain run first', () => {
  expect(trialsOf({ seeds: 3 }, baseline).map(({ name }) => name)).toEqual(['seed 1', 'seed 2', 'seed 3']);
});

test('a listed process crashes once after every step it takes part in, but not after its end', () => {
  const trials = trialsOf({ seeds: 1, crashEachStep: { processes: ['worker'], restartAfterMs: 5 } }, baseline);
  expect(trials.map(({ name }) => name)).toEqual([
    'seed 1',
    'a crash of worker right after it started',
    'a crash of worker right after it took message 1',
    'a crash of worker right after it charged order-1',
    'a crash of worker right after it acked message 1',
  ]);
});

test('a crash point counts events of its kind that the process takes part in', () => {
  const events = trace('0 shop prints a\n 1 worker prints b\n 2 worker prints c');
  const last = trialsOf({ seeds: 1, crashEachStep: { processes: ['worker'], restartAfterMs: 5 } }, { events }).at(-1);
  expect(last?.faults).toEqual([
    { kind: 'crash', process: 'worker', when: { on: 'console', process: 'worker', nth: 2 }, restartAfterMs: 5 },
  ]);
});

test('a very talkative answer has its crash points thinned out', () => {
  const events = trace(Array.from({ length: 1000 }, (_, at) => `${at} worker prints ${at}`).join('\n'));
  const trials = trialsOf({ seeds: 1, crashEachStep: { processes: ['worker'], restartAfterMs: 5 } }, { events });
  expect(trials).toHaveLength(1 + MOST_CRASH_POINTS);
});

test('the faults of a trial come on top of those of the scenario', () => {
  const crash = { kind: 'crash', process: 'worker', when: { atMs: 3 } } as const;
  const cut = { kind: 'cut', between: ['shop', 'redis'], when: { atMs: 9 } } as const;
  const scenario = {
    processes: [],
    brokers: [],
    network: { latencyMs: [1, 2] },
    faults: [crash],
    deadlineMs: 10,
    eventBudget: 10,
  } as const;
  const [, trial] = trialsOf({ seeds: 1, scenarios: [{ name: 'a cut', faults: [cut] }] }, baseline);
  expect(trial && scenarioOf(scenario, trial).faults).toEqual([crash, cut]);
});
