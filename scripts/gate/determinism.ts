/** Determinism in Node: the same seed gives the same hash in a fresh worker and in one that has run much before. */
import { disagreements, type Hashes, hashesOf } from '../../sandbox/judge/sweep.ts';
import { COMPARED_SEEDS, hashesIn, type Subject } from './hashes.ts';
import type { GateProblem } from './problem.ts';
import type { Machine, World } from './world.ts';

/** What a worker remembers of earlier runs shows at any seed; a worker for every one would take most of the gate's time. */
const FRESH_SEEDS = 4;

/** `reused` has run other things before and is used for all seeds; the first few also get a worker of their own each. */
export async function gateDeterminism(
  world: World,
  reused: Machine,
  subject: Subject,
  seeds: number = COMPARED_SEEDS,
): Promise<readonly GateProblem[]> {
  const inReused = await hashesIn(reused, subject, seeds);
  const inFresh = await freshHashes(world, subject, Math.min(FRESH_SEEDS, seeds));
  const differing = disagreements(new Map([...inReused].slice(0, inFresh.size)), inFresh);
  if (differing.length === 0) return [];
  const said = `Of ${inFresh.size} seeds, ${differing.length} have another trace in a fresh worker than in a reused one: ${differing.join(', ')}.`;
  return [{ where: subject.id, name: 'not deterministic', said }];
}

function freshHashes(world: World, { programs, scenario }: Subject, seeds: number): Promise<Hashes> {
  return hashesOf(seeds, async (seed) => {
    const machine = await world.openMachine();
    try {
      await machine.load(programs);
      return await machine.run({ scenario, seed, hash: true, reuseClients: false });
    } finally {
      await machine.close();
    }
  });
}
