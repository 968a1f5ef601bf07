/** The course's own programs: every cell and solution that uses Redis, run in the simulation and against a real one. */

import type { Scenario } from '../../sandbox/engine/cell.ts';
import type { RunReport } from '../../sandbox/engine/report.ts';
import { RealError } from '../../sandbox/host/real/real-error.ts';
import { runAgainstReal } from '../../sandbox/host/real/run-real.ts';
import { outcomeOf } from '../../sandbox/judge/outcome.ts';
import { bareScenario } from '../../sandbox/judge/trials.ts';
import { nodeWorld } from '../gate/node-world.ts';
import { entriesOf, type Machine } from '../gate/world.ts';
import { type Content, loadContent } from '../inflight/content.ts';

export interface CourseRun {
  readonly id: string;
  readonly said: 'same' | `skipped: ${string}` | `differs: ${string}`;
}

interface Runnable {
  readonly id: string;
  readonly scenario: Scenario;
  readonly files: Readonly<Record<string, string>>;
  readonly seed: number;
  readonly skipped: string | null;
}

/** A busy machine may stop a process for longer than the pauses in a cell; another try is then quieter. */
const TRIES = 3;

export async function courseRuns(onRun: (run: CourseRun) => void): Promise<CourseRun[]> {
  const machine = await nodeWorld.openMachine();
  const runs: CourseRun[] = [];
  try {
    for (const runnable of runnablesIn(await loadContent())) {
      const run = { id: runnable.id, said: await compareOne(runnable, machine) };
      onRun(run);
      runs.push(run);
    }
  } finally {
    await machine.close();
  }
  return runs;
}

function runnablesIn({ cells, exercises }: Content): Runnable[] {
  const usesRedis = (scenario: Scenario) => scenario.brokers.some(({ kind }) => kind === 'redis');
  const ofCells = cells
    .filter(({ cell }) => usesRedis(cell))
    .map(({ id, cell, files }) => ({
      id: `cell ${id}`,
      scenario: cell,
      files,
      seed: cell.seed,
      skipped: cell.real === 'same' ? null : cell.real.replace(/^skipped: /, ''),
    }));
  const ofSolutions = exercises
    .filter(({ exercise }) => usesRedis(exercise))
    .flatMap(({ id, exercise, files, solution, alternatives }) =>
      [['solution', solution] as const, ...Object.entries(alternatives)].map(([name, answer]) => ({
        id: `${id}, ${name}`,
        scenario: exercise,
        files: { ...files, ...answer },
        seed: exercise.seed,
        skipped: null,
      })),
    );
  return [...ofCells, ...ofSolutions];
}

async function compareOne(runnable: Runnable, machine: Machine): Promise<CourseRun['said']> {
  if (runnable.skipped !== null) return `skipped: ${runnable.skipped}`;
  const simulated = await simulate(runnable, machine);
  let last = '';
  for (let left = TRIES; left > 0; left -= 1) {
    try {
      last = shownOutcome(await runAgainstReal({ scenario: runnable.scenario, files: runnable.files }));
    } catch (error) {
      if (error instanceof RealError) return `skipped: ${error.message}`;
      throw error;
    }
    if (last === simulated) return 'same';
  }
  return `differs: real ${last}\n  simulated ${simulated}`;
}

async function simulate({ scenario, files, seed }: Runnable, machine: Machine): Promise<string> {
  const compiled = await nodeWorld.compile(files, entriesOf(scenario));
  if (!compiled.ok) throw new Error(compiled.problems.map(({ said }) => said).join('\n'));
  await machine.load(compiled.programs);
  return shownOutcome(await machine.run({ scenario: bareScenario(scenario), seed, hash: false, reuseClients: false }));
}

/** What counts: each process' lines and the effects in its order, never how processes interleave. */
function shownOutcome(report: Pick<RunReport, 'ended' | 'events' | 'processes'>): string {
  const { exits } = outcomeOf(report);
  const lines: Record<string, string[]> = {};
  const effects: string[] = [];
  for (const { kind, process, detail } of report.events) {
    if (kind === 'console') lines[process] = [...(lines[process] ?? []), detail.text];
    if (kind === 'effect') effects.push(JSON.stringify(detail));
  }
  return JSON.stringify({
    ended: report.ended.reason,
    exits,
    lines: Object.fromEntries(Object.entries(lines).sort()),
    effects: effects.sort(),
  });
}
