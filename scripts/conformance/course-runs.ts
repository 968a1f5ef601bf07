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
import { buildMachine } from '../inflight/machine-build.ts';

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
  await buildMachine();
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

/** Solutions run without the faults of their exercise: those wait for events that a real broker does not tell. */
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
        scenario: { ...exercise, faults: [] },
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
  let said: CourseRun['said'] = 'same';
  for (let left = TRIES; left > 0; left -= 1) {
    try {
      const real = seenOf(await runAgainstReal({ scenario: runnable.scenario, files: runnable.files }));
      const [one, other] = [shownSeen(real, real), shownSeen(simulated, real)];
      if (one === other) return 'same';
      said = `differs: real ${one}\n  simulated ${other}`;
    } catch (error) {
      if (error instanceof RealError) return `skipped: ${error.message}`;
      throw error;
    }
  }
  return said;
}

async function simulate({ scenario, files, seed }: Runnable, machine: Machine): Promise<SeenRun> {
  const compiled = await nodeWorld.compile(files, entriesOf(scenario));
  if (!compiled.ok) throw new Error(compiled.problems.map(({ said }) => said).join('\n'));
  await machine.load(compiled.programs);
  return seenOf(await machine.run({ scenario: bareScenario(scenario), seed, hash: false, reuseClients: false }));
}

/** What counts of a run: each process' lines and how it ended, and what was done outside; never how processes interleave. */
interface SeenRun {
  readonly exits: Readonly<Record<string, unknown>>;
  readonly lines: Readonly<Record<string, readonly string[]>>;
  readonly effects: readonly string[];
}

function seenOf(report: Pick<RunReport, 'ended' | 'events' | 'processes'>): SeenRun {
  const lines: Record<string, string[]> = {};
  const effects: string[] = [];
  for (const { kind, process, detail } of report.events) {
    if (kind === 'console') lines[process] = [...(lines[process] ?? []), detail.text];
    if (kind === 'effect') effects.push(JSON.stringify(detail));
  }
  return { exits: outcomeOf(report).exits, lines, effects: effects.sort() };
}

/** A process that the real run did not wait for, since nothing happened for long, says nothing about its end. */
function shownSeen({ exits, lines, effects }: SeenRun, real: SeenRun): string {
  const ended = Object.entries(exits).filter(([process]) => real.exits[process] !== null);
  return JSON.stringify({ exits: Object.fromEntries(ended), lines: Object.fromEntries(Object.entries(lines).sort()), effects });
}
