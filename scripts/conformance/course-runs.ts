/** The course's own programs: every cell, solution and break-it that uses Redis, run in the simulation and against a real one. */
import type { Scenario } from '../../sandbox/engine/cell.ts';
import { RealError } from '../../sandbox/host/real/real-error.ts';
import { runAgainstReal } from '../../sandbox/host/real/run-real.ts';
import { bareScenario } from '../../sandbox/judge/trials.ts';
import { nodeWorld } from '../gate/node-world.ts';
import { entriesOf, type Machine } from '../gate/world.ts';
import { type Content, loadContent } from '../inflight/content.ts';
import { buildMachine } from '../inflight/machine-build.ts';
import { type SeenRun, seenOf, shownSeen, withoutWho } from './seen-run.ts';

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
function runnablesIn({ cells, exercises, breaks }: Content): Runnable[] {
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
  const ofBreaks = breaks
    .filter(({ breakIt }) => usesRedis(breakIt))
    .map(({ id, breakIt, files }) => ({ id: `break-it ${id}`, scenario: breakIt, files, seed: breakIt.seed, skipped: null }));
  return [...ofCells, ...ofSolutions, ...ofBreaks];
}

async function compareOne(runnable: Runnable, machine: Machine): Promise<CourseRun['said']> {
  if (runnable.skipped !== null) return `skipped: ${runnable.skipped}`;
  const simulated = await simulate(runnable, machine);
  let said: CourseRun['said'] = 'same';
  for (let left = TRIES; left > 0; left -= 1) {
    try {
      const real = seenOf(await runAgainstReal({ scenario: runnable.scenario, files: runnable.files }));
      if (isSameRun(runnable, real, simulated)) return 'same';
      said = `differs: real ${shownSeen(real, real)}\n  simulated ${shownSeen(simulated, real)}`;
    } catch (error) {
      if (error instanceof RealError) return `skipped: ${error.message}`;
      throw error;
    }
  }
  return said;
}

/** Of a cell every line is the same. In a solution several workers take from one place, and who of them is first is left open. */
function isSameRun({ id, scenario }: Runnable, real: SeenRun, simulated: SeenRun): boolean {
  if (shownSeen(real, real) === shownSeen(simulated, real)) return true;
  if (id.startsWith('cell ')) return false;
  const [one, other] = [withoutWho(real, scenario), withoutWho(simulated, scenario)];
  return shownSeen(one, real) === shownSeen(other, real);
}

async function simulate({ scenario, files, seed }: Runnable, machine: Machine): Promise<SeenRun> {
  const compiled = await nodeWorld.compile(files, entriesOf(scenario));
  if (!compiled.ok) throw new Error(compiled.problems.map(({ said }) => said).join('\n'));
  await machine.load(compiled.programs);
  return seenOf(await machine.run({ scenario: bareScenario(scenario), seed, hash: false, reuseClients: false }));
}
