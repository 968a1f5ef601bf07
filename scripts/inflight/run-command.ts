/** `inflight run`: one run of a cell, in the simulation or against real brokers. */
import { writeFileSync } from 'node:fs';
import type { CompileProblem, Program } from '../../sandbox/engine/program.ts';
import type { RunReport } from '../../sandbox/engine/report.ts';
import { RealError } from '../../sandbox/host/real/real-error.ts';
import { runAgainstReal } from '../../sandbox/host/real/run-real.ts';
import { openNodeMachine } from '../../sandbox/host/run-in-node.ts';
import type { Outcome } from '../../sandbox/judge/check.ts';
import { outcomeOf } from '../../sandbox/judge/outcome.ts';
import type { Ended } from '../../sandbox/trace/ended.ts';
import { spokenEnding, traceText } from '../../sandbox/trace/text.ts';
import type { Command } from './arguments.ts';
import { BadInput } from './bad-input.ts';
import { compileProblemText, prepare, stop } from './compile.ts';
import { type LoadedCell, loadStrangersCell } from './load-cell.ts';
import { buildMachine } from './machine-build.ts';
import { problemText } from './problem.ts';
import { requireFolder } from './require-folder.ts';
import { type ConsoleLine, type EffectLine, linesOf } from './run-lines.ts';

/** What `--json` prints, as one object. */
export interface RunResult {
  readonly ended: Ended['reason'];
  readonly seed: number;
  /** Null when it ran against real brokers; then `realMs` is there. */
  readonly virtualMs: number | null;
  readonly realMs?: number;
  readonly console: readonly ConsoleLine[];
  /** Empty when there is none: a compile error, or real brokers. */
  readonly traceHash: string;
  /** How it ended, as a sentence. */
  readonly said: string;
  readonly effects: readonly EffectLine[];
  readonly exits: Outcome['exits'];
  readonly typeErrors: readonly CompileProblem[];
}

type RunCommand = Extract<Command, { name: 'run' }>;

/** Prints the run. Returns the exit code: 1 on a compile error. */
export async function runCommand(command: RunCommand): Promise<number> {
  requireFolder(command.folder);
  const loaded = await loadStrangersCell(command.folder);
  if (!loaded.ok) throw new BadInput(loaded.problems.map(problemText).join('\n'));
  if (command.real) requireReal(loaded.value, command);
  await buildMachine();
  const result = await resultFor(loaded.value, command).finally(stop);
  if (command.json) console.log(JSON.stringify(result));
  else print(result);
  for (const problem of result.typeErrors) console.error(`type error: ${compileProblemText(problem)}`);
  return result.ended === 'compile-error' ? 1 : 0;
}

async function resultFor(loaded: LoadedCell, command: RunCommand): Promise<RunResult> {
  const seed = command.seed ?? loaded.cell.seed;
  const { compiled, typeProblems } = await prepare(loaded.cell, loaded.files);
  if (!compiled.ok) return notCompiled(compiled.problems, seed);
  const report = command.real ? await real(loaded) : await simulated(loaded, command, compiled.programs, seed);
  return resultOf(report, seed, typeProblems);
}

async function simulated({ cell }: LoadedCell, command: RunCommand, programs: readonly Program[], seed: number): Promise<RunOf> {
  const machine = await openNodeMachine();
  try {
    await machine.load(programs);
    const report = await machine.run({ scenario: cell, seed });
    if (command.trace !== null) writeTrace(command.trace, traceText(report));
    return { ...report, virtualMs: report.virtualMicros / 1000 };
  } finally {
    await machine.close();
  }
}

function requireReal({ cell }: LoadedCell, command: RunCommand): void {
  if (cell.real !== 'same') throw new BadInput(`This cell is not run against real brokers: ${cell.real}`);
  if (command.trace !== null) throw new BadInput('--trace cannot be used with --against real: real brokers tell no events.');
}

async function real({ cell, files }: LoadedCell): Promise<RunOf> {
  try {
    return { ...(await runAgainstReal({ scenario: cell, files })), virtualMs: null, traceHash: '' };
  } catch (error) {
    if (error instanceof RealError) throw new BadInput(error.message);
    throw error;
  }
}

/** What both kinds of run have in common. */
interface RunOf extends Pick<RunReport, 'ended' | 'events' | 'processes' | 'traceHash'>, Pick<RunResult, 'virtualMs' | 'realMs'> {}

function resultOf(report: RunOf, seed: number, typeErrors: readonly CompileProblem[]): RunResult {
  const { ended, events, virtualMs, realMs, traceHash } = report;
  return {
    ended: ended.reason,
    seed,
    virtualMs,
    ...(realMs === undefined ? {} : { realMs }),
    console: events.flatMap(({ kind, process, atMicros, detail }) =>
      kind === 'console' ? [{ process, atMicros, level: detail.method, text: detail.text }] : [],
    ),
    traceHash,
    said: spokenEnding(ended),
    effects: events.flatMap(({ kind, process, atMicros, detail }) => (kind === 'effect' ? [{ process, atMicros, ...detail }] : [])),
    exits: outcomeOf(report).exits,
    typeErrors,
  };
}

function notCompiled(problems: readonly CompileProblem[], seed: number): RunResult {
  const said = problems.map(compileProblemText).join('\n');
  return { ended: 'compile-error', seed, virtualMs: 0, console: [], traceHash: '', said, effects: [], exits: {}, typeErrors: [] };
}

function writeTrace(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new BadInput(`The trace cannot be written to ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function print(result: RunResult): void {
  for (const line of linesOf(result.console, result.effects)) console.log(line);
  if (result.ended === 'compile-error') {
    console.error(result.said);
    return;
  }
  const time = result.virtualMs === null ? `${result.realMs} ms of real time` : `${result.virtualMs} ms of virtual time`;
  console.log(`\n${result.said}\nseed ${result.seed}, ${time}${result.traceHash === '' ? '' : `, trace ${result.traceHash.slice(0, 12)}`}`);
}
