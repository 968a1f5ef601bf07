/** The gate itself, broken in every way that it must notice. */
import { describe, expect, test } from 'vitest';
import type { Check } from '../../sandbox/judge/check.ts';
import { gate } from '../../scripts/gate/gate.ts';
import { expectedHashes, hashSubjects } from '../../scripts/gate/hashes.ts';
import type { GateProblem } from '../../scripts/gate/problem.ts';
import type { GateContent, GateExercise } from '../../scripts/gate/world.ts';
import { type Behaviour, fakeWorld, nothing, soundCell, soundExercise } from './fake-world.ts';

type OutcomeCheck = Extract<Check, { reads: 'outcome' }>;
type TraceCheck = Extract<Check, { reads: 'trace' }>;

const SEEDS = 3;

async function problemsOf(content: Partial<GateContent>): Promise<readonly GateProblem[]> {
  const report = await gate(fakeWorld(), { ...nothing, ...content }, SEEDS);
  return report.problems;
}

async function names(content: Partial<GateContent>): Promise<readonly string[]> {
  return (await problemsOf(content)).map(({ where, name }) => `${where}: ${name}`);
}

const exercise = (changes: Partial<GateExercise>) => names({ exercises: [soundExercise(changes)] });
const worker = (text: string) => ({ 'worker.ts': text });

test('sound content passes, and the report says what the solution survived', async () => {
  const report = await gate(fakeWorld(), { ...nothing, cells: [soundCell()], exercises: [soundExercise()] }, SEEDS);
  expect(report.problems).toEqual([]);
  expect(report.exercises['shop/charge-once']?.survived).toBe('a crash at each of 2 steps and 3 random schedules');
});

describe('a right answer that does not pass', () => {
  test('the solution fails under one seed', async () => {
    const solution = worker('1 worker does charge order-1\nseed 3: 2 worker does charge order-1');
    expect(await exercise({ solution })).toContain('shop/charge-once, solution: solution fails');
  });

  test('the solution fails after a crash', async () => {
    const solution = worker('1 worker does charge order-1\ncrash: 2 worker does charge order-1');
    expect(await exercise({ solution })).toContain('shop/charge-once, solution: solution fails');
  });

  test('no crash is tried, because the exercise names nobody to crash', async () => {
    const { exercise: sound } = soundExercise();
    const never = { ...sound, wrong: {}, trials: { seeds: 3 } };
    expect(await exercise({ exercise: never, wrong: {} })).toContain('shop/charge-once: crashes are not tried');
  });

  test('no crash is tried, because the one that crashes does nothing', async () => {
    const { exercise: sound } = soundExercise();
    const idle = { ...sound, trials: { seeds: 3, crashEachStep: { processes: ['idler'], restartAfterMs: 1 } } };
    expect(await exercise({ exercise: idle })).toContain('shop/charge-once: crashes are not tried');
  });

  test('an alternative fails', async () => {
    expect(await exercise({ alternatives: { lazy: worker('0 worker prints hello') } })).toEqual([
      'shop/charge-once, alternatives/lazy: alternative fails',
    ]);
  });

  test('the solution does not compile', async () => {
    expect(await exercise({ solution: worker('syntax error') })).toContain('shop/charge-once, solution: does not compile');
  });

  test('the solution has a type error', async () => {
    const solution = worker('1 worker does charge order-1\ntype error');
    expect(await exercise({ solution })).toEqual(['shop/charge-once, solution: does not compile']);
  });

  test('the solution runs into an endless loop under one seed', async () => {
    const solution = worker('1 worker does charge order-1\nseed 2: ends budget');
    expect(await exercise({ solution })).toEqual(['shop/charge-once, solution: does not end']);
  });
});

describe('a starter that is no starting point', () => {
  test('it passes', async () => {
    expect(await exercise({ starter: worker('1 worker does charge order-1') })).toEqual(['shop/charge-once, starter: starter passes']);
  });

  test('it fails only because it does nothing', async () => {
    const lenient: OutcomeCheck = {
      ...outcome,
      judge: ({ effects }) => (effects.length < 2 ? { ok: true } : { ok: false, said: 'Twice.' }),
    };
    const [idle] = soundExercise().checks;
    if (idle === undefined) throw new Error('The sound exercise has a check for idleness.');
    expect(await exercise({ starter: worker(''), checks: [idle, lenient] })).toEqual([
      'shop/charge-once, starter: starter misses the point',
    ]);
  });

  test('it fails only a check that reads the trace', async () => {
    const traced: TraceCheck = {
      ...told,
      id: 'charged-once',
      judge: (events) => (events.filter(({ kind }) => kind === 'effect').length === 1 ? { ok: true } : { ok: false, said: 'No.' }),
    };
    expect(await exercise({ checks: [...soundExercise().checks.slice(0, 1), traced] })).toContain(
      'shop/charge-once, starter: starter misses the point',
    );
  });

  test('it does not compile', async () => {
    expect(await exercise({ starter: worker('syntax error') })).toEqual(['shop/charge-once, starter: does not compile']);
  });

  test('it does not end', async () => {
    expect(await exercise({ starter: worker('0 worker prints hello\nends budget') })).toEqual(['shop/charge-once, starter: does not end']);
  });
});

describe('a wrong answer that is not wrong as declared', () => {
  const wrong = (text: string) => exercise({ wrong: { 'charge-again': worker(text) } });

  test('it passes', async () => {
    expect(await wrong('1 worker does charge order-1')).toEqual(['shop/charge-once, wrong/charge-again: wrong answer passes']);
  });

  test('it fails another check than declared', async () => {
    const bold: TraceCheck = { ...told, judge: (events) => (events.length === 2 ? { ok: true } : { ok: false, said: 'Not two events.' }) };
    expect(await exercise({ checks: [...soundExercise().checks, bold] })).toContain(
      'shop/charge-once, wrong/charge-again: wrong answer fails other checks',
    );
  });

  test('it fails only some of the declared checks', async () => {
    const { exercise: sound } = soundExercise();
    const declared = { 'charge-again': { said: '', fails: ['charged-once', 'did-something'] } };
    expect(await exercise({ exercise: { ...sound, wrong: declared } })).toEqual([
      'shop/charge-once, wrong/charge-again: wrong answer fails other checks',
    ]);
  });

  test.each(['watchdog', 'budget', 'tampered'])('a run that ends by %s is not the failure that was declared', async (reason) => {
    expect(await wrong(`1 worker does charge order-1\n2 worker does charge order-1\nseed 2: ends ${reason}`)).toEqual([
      'shop/charge-once, wrong/charge-again: does not end',
    ]);
  });

  test('nor is a compile error', async () => {
    expect(await wrong('syntax error')).toContain('shop/charge-once, wrong/charge-again: does not compile');
  });
});

describe('checks that prove nothing', () => {
  test('a check that cannot fail', async () => {
    const idle: TraceCheck = { ...told, judge: () => ({ ok: true }) };
    expect(await exercise({ checks: [...soundExercise().checks, idle] })).toEqual(['shop/charge-once: check cannot fail']);
  });

  test('a check that only a mutant of the solution fails has shown that it can', async () => {
    const solution = worker("await charge('order-1', 5);");
    const behave: Behaviour = (text) => (text.includes('charge') ? `0 worker prints ${/[0-9]+\)/.exec(text)?.[0]}` : '');
    const right: OutcomeCheck = {
      ...outcome,
      judge: ({ console }) => (console['worker']?.includes('5)') ? { ok: true } : { ok: false, said: 'Not 5.' }),
    };
    const report = await gate(
      fakeWorld(behave),
      { ...nothing, exercises: [soundExercise({ solution, checks: [right], starter: solution })] },
      1,
    );
    expect(report.problems.map(({ name }) => name)).not.toContain('check cannot fail');
  });

  test('a check for idleness that even the empty answer passes', async () => {
    const idle: TraceCheck = { ...told, didNothing: true, judge: () => ({ ok: true }) };
    expect(await exercise({ checks: [...soundExercise().checks, idle] })).toEqual(['shop/charge-once: check cannot fail']);
  });

  test('checks that an answer of empty files passes', async () => {
    const lenient: OutcomeCheck = {
      ...outcome,
      judge: ({ effects }) => (effects.length < 2 ? { ok: true } : { ok: false, said: 'Twice.' }),
    };
    const starter = worker('1 worker does charge order-1\n2 worker does charge order-1');
    expect(await exercise({ checks: [lenient], starter })).toEqual(['shop/charge-once: empty answer passes']);
  });

  test('a check that throws is named', async () => {
    const broken: TraceCheck = { ...told, judge: () => JSON.parse('{') };
    await expect(exercise({ checks: [broken] })).rejects.toThrow('The check told itself failed');
  });
});

describe('a cell that does not show what it says', () => {
  const cell = (...changes: Parameters<typeof soundCell>) => names({ cells: [soundCell(...changes)] });

  test('its run does not show the objective', async () => {
    expect(await cell({}, worker('0 worker started'))).toEqual(['shop/taking: shows does not hold']);
  });

  test('its counter-run shows it too', async () => {
    const shows = { taking: { holds: () => true, counterRun: { name: 'nobody takes', change: {} } } };
    expect(await cell({ shows })).toEqual(['shop/taking, counter-run of taking (nobody takes): shows holds on its counter-run']);
  });

  test('its counter-run is an endless loop, which proves nothing', async () => {
    const shows = {
      taking: { ...soundCell().cell.shows['taking'], counterRun: { name: 'loop', change: {}, files: worker('ends budget') } },
    };
    expect(await cell({ shows } as Parameters<typeof soundCell>[0])).toEqual(['shop/taking, counter-run of taking (loop): does not end']);
  });

  test('it does not compile, or does not end', async () => {
    expect(await cell({}, worker('syntax error'))).toEqual(['shop/taking: does not compile']);
    expect(await cell({}, worker('ends watchdog'))).toEqual(['shop/taking: does not end']);
  });

  test('a predicate that throws is named', async () => {
    const shows = { taking: { holds: () => JSON.parse('{') as boolean, counterRun: { name: 'none', change: {} } } };
    await expect(cell({ shows })).rejects.toThrow('shows["taking"] of shop/taking itself failed');
  });
});

describe('runs that are not the same every time', () => {
  const leaky = worker('0 worker prints hello\nused: 1 worker prints again');

  test('a cell that runs otherwise in a used worker', async () => {
    expect(await names({ cells: [soundCell({}, leaky)] })).toEqual(['shop/taking: not deterministic']);
  });

  test('a solution that does', async () => {
    const solution = worker('1 worker does charge order-1\nused: 2 worker prints again');
    expect(await exercise({ solution })).toEqual(['shop/charge-once, solution: not deterministic']);
  });

  test('the hashes that other engines are compared with cover every cell and solution under every seed', async () => {
    const content = { cells: [soundCell()], exercises: [soundExercise()] };
    const subjects = await hashSubjects(fakeWorld(), content);
    const hashes = await expectedHashes(fakeWorld(), subjects, () => SEEDS);
    expect(hashes.map(({ subject, seed }) => `${subject} ${seed}`)).toEqual([
      'shop/taking 1',
      'shop/taking 2',
      'shop/taking 3',
      'shop/charge-once, solution 1',
      'shop/charge-once, solution 2',
      'shop/charge-once, solution 3',
    ]);
  });
});

const outcome: OutcomeCheck = {
  id: 'charged-once',
  asks: 'The order is charged once.',
  otherwise: 'the order was charged twice',
  reads: 'outcome',
  judge: () => ({ ok: true }),
};

const told: TraceCheck = {
  id: 'told',
  asks: 'It is told.',
  otherwise: 'it was not told',
  reads: 'trace',
  judge: () => ({ ok: true }),
};
