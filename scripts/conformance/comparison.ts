/** The comparison: programs through both servers, what they parted in, and which replies were seen. */
import { Coverage } from './coverage/coverage.ts';
import { type Difference, differenceBetween } from './difference.ts';
import { inLanes, type Lane } from './lane.ts';
import { outcomeOf } from './outcome.ts';
import type { Program } from './program.ts';

export interface Parted {
  readonly program: Program;
  readonly difference: Difference;
}

export class Comparison {
  readonly #lanes: readonly Lane[];
  /** Of the real server: what ours adds of itself is a difference, not a behaviour. */
  readonly coverage = new Coverage();
  compared = 0;

  constructor(lanes: readonly Lane[]) {
    this.#lanes = lanes;
  }

  /** In the order of the programs. */
  async differences(programs: readonly Program[]): Promise<Parted[]> {
    const parted: Parted[] = [];
    await inLanes(programs, this.#lanes, usesChannels, async (program, lane) => {
      const difference = await this.difference(program, lane);
      if (difference !== null) parted.push({ program, difference });
    });
    return parted.sort((one, other) => programs.indexOf(one.program) - programs.indexOf(other.program));
  }

  /** In the first lane when none is given. */
  async difference(program: Program, lane = this.#lanes[0] as Lane): Promise<Difference | null> {
    const [real, simulated] = await Promise.all([outcomeOf(program, lane.real), outcomeOf(program, lane.simulated)]);
    this.compared += 1;
    this.coverage.add(real);
    return differenceBetween(real.lines, simulated.lines);
  }
}

export function usesChannels({ steps }: Program): boolean {
  return steps.some((step) => 'args' in step && /sub|publish/i.test(step.args[0] ?? ''));
}
