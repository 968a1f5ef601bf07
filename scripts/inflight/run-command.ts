/** `inflight run`: one run of a cell, in the simulation or against real brokers. */
import { writeFileSync } from 'node:fs';
import type { CompileProblem } from '../../sandbox/engine/program.ts';
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
import { type ConsoleLine, lineText } from './console-line.ts';
import { type LoadedCell, loadStrangersCell } from './load-cell.ts';
import { buildMachine } from './machine-build.ts';
import { problemText } from './problem.ts';
import { isFolder } from './read-folder.ts';

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
  readonly effects: Outcome['effects'];
  readonly exits: Outcome['exits'];
  readonly typeErrors: readonly CompileProblem[];
}

/** Prints the run. Returns the exit code: 1 on a compile error. */
export async function runCommand(command: Extract<Command, { name: 'run' }>): Promise<number> {
  if (!isFolder(command.folder)) throw new BadInput(`There is no folder ${command.folder}.`);
  const loaded = await loadStrangersCell(command.folder);
  if (!loaded.ok) throw new BadInput(loaded.problems.map(problemText).join('\n'));
  await buildMachine();
  const result = await (command.real ? real : simulated)(loaded.value, command).finally(stop);
  if (command.json) console.log(JSON.stringify(result));
  else print(result);
  for (const problem of result.typeErrors) console.error(`type error: ${compileProblemText(problem)}`);
  return result.ended === 'compile-error' ? 1 : 0;
}

async function simulated({ cell, files }: LoadedCell, command: Extract<Command, { name: 'run' }>): Promise<RunResult> {
  const seed = command.seed ?? cell.seed;
  const { compiled, typeProblems } = await prepare(cell, files);
  if (!compiled.ok) return notCompiled(compiled.problems, seed);
  const machine = await openNodeMachine();
  try {
    await machine.load(compiled.programs);
    const report = await machine.run({ scenario: cell, seed });
    if (command.trace !== null) writeTrace(command.trace, traceText(report));
    const { effects, exits } = outcomeOf(report);
    return {
      ended: report.ended.reason,
      seed,
      virtualMs: report.virtualMicros / 1000,
      console: report.events.flatMap(({ kind, process, atMicros, detail }) =>
        kind === 'console' ? [{ process, atMicros, level: detail.method, text: detail.text }] : [],
      ),
      traceHash: report.traceHash,
      said: spokenEnding(report.ended),
      effects,
      exits,
      typeErrors: typeProblems,
    };
  } finally {
    await machine.close();
  }
}

async function real({ cell, files }: LoadedCell, command: Extract<Command, { name: 'run' }>): Promise<RunResult> {
  if (cell.real !== 'same') throw new BadInput(`This cell is not run against real brokers: ${cell.real}`);
  if (command.trace !== null) throw new BadInput('--trace cannot be used with --against real: real brokers tell no events.');
  const { compiled, typeProblems } = await prepare(cell, files);
  const seed = command.seed ?? cell.seed;
  if (!compiled.ok) return notCompiled(compiled.problems, seed);
  try {
    const report = await runAgainstReal({ scenario: cell, files });
    return {
      ended: report.ended.reason,
      seed,
      virtualMs: null,
      realMs: report.realMs,
      console: report.console,
      traceHash: '',
      said: spokenEnding(report.ended),
      effects: report.outcome.effects,
      exits: report.outcome.exits,
      typeErrors: typeProblems,
    };
  } catch (error) {
    if (error instanceof RealError) throw new BadInput(error.message);
    throw error;
  }
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
  const width = Math.max(0, ...result.console.map(({ process }) => process.length));
  for (const line of result.console) console.log(lineText(line, width));
  for (const { process, effect, key, value } of result.effects) console.log(`effect: ${process} did the ${effect} of ${key} (${value})`);
  if (result.ended === 'compile-error') {
    console.error(result.said);
    return;
  }
  const time = result.virtualMs === null ? `${result.realMs} ms of real time` : `${result.virtualMs} ms of virtual time`;
  console.log(`\n${result.said}\nseed ${result.seed}, ${time}${result.traceHash === '' ? '' : `, trace ${result.traceHash.slice(0, 12)}`}`);
}
