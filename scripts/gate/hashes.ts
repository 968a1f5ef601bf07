/** The hashes that every engine must reproduce: each cell and each right answer, over the same seeds. */
import type { Scenario } from '../../sandbox/engine/cell.ts';
import type { Program } from '../../sandbox/engine/program.ts';
import { type Hashes, hashesOf } from '../../sandbox/judge/sweep.ts';
import { bareScenario } from '../../sandbox/judge/trials.ts';
import { entriesOf, type Files, type GateCell, type GateExercise, type Machine, type World } from './world.ts';

/** Seeds 1 to this are compared, of the lesson on the machine itself. */
export const COMPARED_SEEDS = 20;

/** Of any other cell fewer are enough to see whether the engines agree: what differs between them shows at nearly every seed. */
export const FEWER_SEEDS = 6;

/** Something that is run for its hashes. */
export interface Subject {
  /** Such as `machine/redis-list` or `machine/charge-once, solution`. */
  readonly id: string;
  readonly scenario: Scenario;
  readonly programs: readonly Program[];
}

export interface ExpectedHash {
  readonly subject: string;
  readonly seed: number;
  readonly hash: string;
}

/** All cells and solutions, compiled. One that does not compile is left out: the gate has a problem of its own for it. */
export async function hashSubjects(
  world: Pick<World, 'compile'>,
  content: { readonly cells: readonly GateCell[]; readonly exercises: readonly GateExercise[] },
): Promise<readonly Subject[]> {
  const cells = content.cells.map(({ id, cell, files }) => subject(world, id, cell, files));
  const solutions = content.exercises.map(({ id, exercise, files, solution }) =>
    subject(world, `${id}, solution`, exercise, { ...files, ...solution }),
  );
  return (await Promise.all([...cells, ...solutions])).filter((each) => each !== null);
}

/** Hashes of one subject by seed, all runs in one and the same machine as in a sweep. */
export async function hashesIn(machine: Machine, { scenario, programs }: Subject, seeds: number = COMPARED_SEEDS): Promise<Hashes> {
  await machine.load(programs);
  return hashesOf(seeds, (seed) => machine.run({ scenario, seed, hash: true, reuseClients: true }));
}

/** The list that other engines are compared with. `seedsOf`: how many seeds of each subject. */
export async function expectedHashes(
  world: World,
  subjects: readonly Subject[],
  seedsOf: (subject: Subject) => number = () => COMPARED_SEEDS,
): Promise<readonly ExpectedHash[]> {
  const machine = await world.openMachine();
  try {
    const expected: ExpectedHash[] = [];
    for (const each of subjects) {
      for (const [seed, hash] of await hashesIn(machine, each, seedsOf(each))) expected.push({ subject: each.id, seed, hash });
    }
    return expected;
  } finally {
    await machine.close();
  }
}

async function subject(world: Pick<World, 'compile'>, id: string, scenario: Scenario, files: Files): Promise<Subject | null> {
  const compiled = await world.compile(files, entriesOf(scenario));
  return compiled.ok ? { id, scenario: bareScenario(scenario), programs: compiled.programs } : null;
}
