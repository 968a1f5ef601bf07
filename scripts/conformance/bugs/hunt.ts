/** The hunt: for each seeded bug, programs until one of them shows it. What the real server does is asked once. */

import { usesChannels } from '../comparison.ts';
import { differenceBetween } from '../difference.ts';
import { partedText } from '../difference-text.ts';
import { inLanes, type Lane } from '../lane.ts';
import { type Outcome, outcomeOf } from '../outcome.ts';
import type { Program } from '../program.ts';
import { type Databases, simulatedServer } from '../wire/server.ts';
import { Stage } from '../wire/stage.ts';
import type { Bug } from './bug.ts';
import { mutatedBroker, removeMutatedBrokers } from './mutated-broker.ts';

export interface Hunted {
  readonly bug: Bug;
  /** The name of the program that showed it, and how many were tried; null when none did. */
  readonly found: { readonly by: string; readonly tried: number; readonly said: string } | null;
}

/** The model as it is: whoever finds something there would find everything. */
const NO_BUG: Bug = { said: 'none', file: 'model/version.ts', text: 'REDIS_VERSION', replacement: 'REDIS_VERSION' };

export async function hunt(
  bugs: readonly Bug[],
  programs: readonly Program[],
  lanes: readonly Lane[],
  onHunted: (hunted: Hunted) => void,
): Promise<Hunted[]> {
  const truth = await outcomesOf(programs, lanes);
  const { db, otherDb } = (lanes[0] as Lane).real.server;
  const databases = [db, otherDb] as const;
  const all: Hunted[] = [];
  const alarm = await huntOne(NO_BUG, bugs.length, programs, truth, databases);
  if (alarm !== null) throw new Error(`The hunt finds a bug where there is none, in ${alarm.said}`);
  for (const [number, bug] of bugs.entries()) {
    const hunted = { bug, found: await huntOne(bug, number, programs, truth, databases) };
    onHunted(hunted);
    all.push(hunted);
  }
  removeMutatedBrokers();
  return all;
}

async function outcomesOf(programs: readonly Program[], lanes: readonly Lane[]): Promise<ReadonlyMap<Program, Outcome>> {
  const outcomes = new Map<Program, Outcome>();
  await inLanes(programs, lanes, usesChannels, async (program, { real }) => {
    outcomes.set(program, await outcomeOf(program, real));
  });
  return outcomes;
}

async function huntOne(
  bug: Bug,
  number: number,
  programs: readonly Program[],
  truth: ReadonlyMap<Program, Outcome>,
  databases: Databases,
): Promise<Hunted['found']> {
  const stage = new Stage(await simulatedServer(await mutatedBroker(bug, number), databases, () => {}));
  try {
    for (const [index, program] of programs.entries()) {
      const { lines } = await outcomeOf(program, stage);
      const difference = differenceBetween(truth.get(program)?.lines ?? [], lines);
      if (difference !== null) return { by: program.name, tried: index + 1, said: partedText({ program, difference }) };
    }
    return null;
  } finally {
    await stage.close();
  }
}
