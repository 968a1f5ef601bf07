/** A sweep: the same scenario under many seeds, and whether two sweeps agree. */
import type { RunReport } from '../engine/report.ts';

/** Trace hash by seed. */
export type Hashes = ReadonlyMap<number, string>;

/** Runs seeds 1 to `seeds` one after another. Throws when a report comes without its trace hash. */
export async function hashesOf(seeds: number, run: (seed: number) => Promise<Pick<RunReport, 'traceHash'>>): Promise<Hashes> {
  const hashes = new Map<number, string>();
  for (let seed = 1; seed <= seeds; seed += 1) {
    const { traceHash } = await run(seed);
    if (traceHash === '') throw new Error(`The run of seed ${seed} came without a trace hash.`);
    hashes.set(seed, traceHash);
  }
  return hashes;
}

/** The seeds whose hashes differ, or that only one of the two has. */
export function disagreements(one: Hashes, other: Hashes): readonly number[] {
  const seeds = new Set([...one.keys(), ...other.keys()]);
  return [...seeds].filter((seed) => one.get(seed) !== other.get(seed)).sort((first, second) => first - second);
}
