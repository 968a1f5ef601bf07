/** A random run: so many programs of one seed, compared in lanes; the first that parts the servers is made as small as it can be. */
import fc from 'fast-check';
import type { Comparison, Parted } from '../comparison.ts';
import type { Program } from '../program.ts';

/** So many are made at a time. */
const PORTION = 500;

export interface RandomRun {
  readonly sequences: number;
  /** Null when both servers did the same in all of them. */
  readonly parted: Parted | null;
}

export async function randomRun(
  programs: fc.Arbitrary<Program>,
  comparison: Comparison,
  options: { readonly seed: number; readonly sequences: number; readonly onProgress: (done: number) => void },
): Promise<RandomRun> {
  for (let done = 0; done < options.sequences; done += PORTION) {
    const count = Math.min(PORTION, options.sequences - done);
    const seed = options.seed + done;
    const portion = fc.sample(programs, { seed, numRuns: count });
    const [first] = await comparison.differences(portion);
    if (first !== undefined)
      return { sequences: done + count, parted: await shrunk(programs, comparison, seed, portion.indexOf(first.program), first) };
    options.onProgress(done + count);
  }
  return { sequences: options.sequences, parted: null };
}

/** The same program again, then ever smaller ones as long as the servers part. */
async function shrunk(
  programs: fc.Arbitrary<Program>,
  comparison: Comparison,
  seed: number,
  index: number,
  first: Parted,
): Promise<Parted> {
  let last = first;
  const property = fc.asyncProperty(programs, async (program) => {
    const difference = await comparison.difference(program);
    if (difference !== null) last = { program, difference };
    return difference === null;
  });
  await fc.check(property, { seed, path: String(index), numRuns: 1, interruptAfterTimeLimit: 60_000 });
  return last;
}
