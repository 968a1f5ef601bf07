/** A fake world for the gate: files hold what the run shall show, in the notation for traces, instead of programs. */
import type { Cell, Scenario } from '../../sandbox/engine/cell.ts';
import type { Program } from '../../sandbox/engine/program.ts';
import type { RunReport } from '../../sandbox/engine/report.ts';
import type { Ended } from '../../sandbox/trace/ended.ts';
import type { Files, GateCell, GateContent, GateExercise, World } from '../../scripts/gate/world.ts';
import { trace } from '../sandbox/judge/trace.ts';

/** What a fake program can know of its run. */
export interface FakeRun {
  readonly seed: number;
  readonly scenario: Scenario;
  /** How many runs the worker has done before this one. */
  readonly runsBefore: number;
}

/** From the text of the entry files to the lines of the trace; a line `ends budget` names the ending. */
export type Behaviour = (text: string, run: FakeRun) => string;

/**
 * A line stands for an event. `seed 3: …` happens only under that seed, `crash: …` only when the trial adds a fault, `used: …`
 * only in a worker that has run before. A file with `syntax error` or `type error` in it does not compile.
 */
export const lineByLine: Behaviour = (text, { seed, scenario, runsBefore }) =>
  text
    .split('\n')
    .map((line) => line.trim().replace(`seed ${seed}: `, ''))
    .map((line) => (scenario.faults.length > 0 ? line.replace('crash: ', '') : line))
    .map((line) => (runsBefore > 0 ? line.replace('used: ', '') : line))
    .filter((line) => /^(\d+ worker (does|prints|asks|started|struck)|ends )/.test(line))
    .join('\n');

export function fakeWorld(behave: Behaviour = lineByLine): World {
  return {
    compile: async (files, entries) => compile(files, entries, /syntax error|type error/),
    compileUntyped: async (files, entries) => compile(files, entries, /syntax error/),
    openMachine: async () => {
      let text = '';
      let runsBefore = 0;
      return {
        load: async (programs) => {
          text = programs.map(({ code }) => code).join('\n');
        },
        run: async ({ scenario, seed }) => {
          const report = reportOf(behave(text, { seed, scenario, runsBefore }), seed);
          runsBefore += 1;
          return report;
        },
        close: async () => {},
      };
    },
  };
}

export const scenario: Scenario = {
  processes: [{ name: 'worker', file: 'worker.ts' }],
  brokers: [],
  network: { latencyMs: [1, 2] },
  faults: [],
  deadlineMs: 1000,
  eventBudget: 1000,
};

/** Content of which a test fills in what it is about. */
export const nothing: GateContent = { lessons: [], cells: [], exercises: [], predictions: [], figures: [], breaks: [] };

/** A sound exercise about charging once: the starter forgets the charge, the wrong answer charges again after a crash. */
export function soundExercise(changes: Partial<GateExercise> = {}): GateExercise {
  return {
    id: 'shop/charge-once',
    exercise: {
      ...scenario,
      title: 'Charge once',
      objectives: [],
      edits: ['worker.ts'],
      trials: { seeds: 3, crashEachStep: { processes: ['worker'], restartAfterMs: 1 } },
      wrong: { 'charge-again': { said: 'After a crash it charges again.', fails: ['charged-once'] } },
      hints: [],
      seed: 1,
    },
    checks: [
      {
        id: 'did-something',
        asks: 'The worker does something.',
        otherwise: 'nothing happened',
        didNothing: true,
        reads: 'trace',
        judge: (events) => (events.length > 0 ? { ok: true } : { ok: false, said: 'Nothing happened.' }),
      },
      {
        id: 'charged-once',
        asks: 'The order is charged once.',
        otherwise: 'the order was not charged once',
        reads: 'outcome',
        judge: ({ effects }) => (effects.length === 1 ? { ok: true } : { ok: false, said: `${effects.length} charges.` }),
      },
    ],
    files: {},
    starter: { 'worker.ts': '0 worker prints hello' },
    solution: { 'worker.ts': '0 worker prints hello\n1 worker does charge order-1' },
    alternatives: { quiet: { 'worker.ts': '1 worker does charge order-1' } },
    wrong: { 'charge-again': { 'worker.ts': '1 worker does charge order-1\ncrash: 2 worker does charge order-1' } },
    ...changes,
  };
}

/** A sound cell: a message waits until a worker takes it; without the worker's line it only waits. */
export function soundCell(changes: Partial<Cell> = {}, files: Files = { 'worker.ts': '0 worker prints took order-1' }): GateCell {
  const cell: Cell = {
    ...scenario,
    title: 'Taking',
    objectives: ['taking'],
    seed: 1,
    real: 'same',
    shows: {
      taking: {
        holds: (events) => events.some(({ kind }) => kind === 'console'),
        counterRun: { name: 'nobody takes', change: {}, files: { 'worker.ts': '0 worker started' } },
      },
    },
    ...changes,
  };
  return { id: 'shop/taking', cell, files, twin: null };
}

function compile(files: Files, entries: readonly string[], refused: RegExp): Awaited<ReturnType<World['compile']>> {
  const bad = entries.find((entry) => refused.test(files[entry] ?? 'syntax error'));
  if (bad !== undefined) return { ok: false, problems: [{ said: 'This cannot be read.', file: bad, line: 1, column: 1 }] };
  const programs = entries.map((entry): Program => ({ entry, code: files[entry] ?? '', files: [entry], imports: [], map: '' }));
  return { ok: true, programs };
}

function reportOf(text: string, seed: number): RunReport {
  const lines = text.split('\n');
  const reason = lines.find((line) => line.startsWith('ends '))?.slice('ends '.length) ?? 'quiescent';
  const events = trace(lines.filter((line) => !line.startsWith('ends ')).join('\n'));
  return { seed, ended: endedAs(reason), virtualMicros: 0, events, traceHash: JSON.stringify(events), processes: [] };
}

function endedAs(reason: string): Ended {
  if (reason === 'quiescent') return { reason, waiting: [] };
  return { reason, said: `It ended as ${reason}.` } as Ended;
}
