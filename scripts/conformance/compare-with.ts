/** All parts of the comparison one after the other: stories, random sequences, the course's programs, seeded bugs. */
import fc from 'fast-check';
import type { ConformanceTable } from '../../content/conformance.ts';
import type { Asked } from './arguments.ts';
import { bugs } from './bugs/bugs.ts';
import { type Hunted, hunt } from './bugs/hunt.ts';
import { Comparison, type Parted } from './comparison.ts';
import { type CourseRun, courseRuns } from './course-runs.ts';
import { behaviourCount } from './coverage/coverage.ts';
import { readDeclared } from './coverage/declared.ts';
import { gapsIn } from './coverage/requirements.ts';
import { partedText } from './difference-text.ts';
import type { Lane } from './lane.ts';
import { isModelled } from './modelled.ts';
import { compareOnOwnServer } from './own-server.ts';
import type { Program } from './program.ts';
import { randomPrograms } from './random/programs.ts';
import { randomRun } from './random/random-run.ts';
import { realCommands } from './real-commands.ts';
import { ownServerStories } from './stories/own-server-stories.ts';
import { stories } from './stories/stories.ts';
import type { Results } from './table.ts';
import type { RealAddress } from './wire/real-address.ts';

/** Programs that a seeded bug has to be shown by, besides the stories. */
const BUG_SEQUENCES = 1500;

/** In a quick run only each so manieth bug is seeded, and the stories alone have to show it. */
const QUICK_BUG_STEP = 8;

export interface Compared extends Results {
  /** In words; empty when nothing differs, nothing is unseen and every bug was found. */
  readonly problems: readonly string[];
  /** Behaviours that are the same, and what else held. */
  readonly passed: number;
}

export async function compareWith(asked: Asked, { version }: RealAddress, lanes: readonly Lane[]): Promise<Compared> {
  const comparison = new Comparison(lanes);
  const written = stories();
  const compares = !asked.seededBugs;
  const parted: Parted[] = compares ? await comparison.differences(written) : [];
  const random = compares ? await randomPart(asked, comparison) : { sequences: 0, parted: null };
  if (random.parted !== null) parted.push(random.parted);
  const isWhole = compares && !asked.quick;
  const own = isWhole ? await compareOnOwnServer(comparison, version) : null;
  if (own !== null) parted.push(...own.parted);
  if (own?.skipped) console.log(`skipped: stories for a server of our own, and whether all was seen. ${own.skipped}`);
  const runs = isWhole ? await courseRuns(tellRun) : [];
  const gaps =
    own?.skipped === null && !asked.declare ? gapsIn(comparison.coverage.seen(), readDeclared(), comparison.coverage.errors) : [];
  const hunted = asked.seededBugs || asked.write || asked.quick ? await huntAll(asked, written, lanes) : { found: [], missed: [] };
  const results: Results = {
    version,
    comparison,
    stories: compares ? written.length + (own?.skipped === null ? ownServerStories.length : 0) : 0,
    sequences: random.sequences,
    seed: asked.seed,
    parted,
    courseRuns: runs,
    bugs: hunted,
    realCommands: await realCommands((lanes[0] as Lane).real.server.control),
  };
  const differing = runs.filter(({ said }) => said.startsWith('differs'));
  const problems = [
    ...parted.map(partedText),
    ...differing.map(({ id, said }) => `${id} ${said}`),
    ...gaps,
    ...hunted.missed.map((bug) => `The bug "${bug}" was not found.`),
  ];
  const passed = behaviourCount(comparison.coverage.seen()) + runs.filter(({ said }) => said === 'same').length + hunted.found.length;
  return { ...results, problems, passed };
}

async function randomPart(asked: Asked, comparison: Comparison) {
  const startedMs = performance.now();
  const onProgress = (done: number) => {
    if (done % 2000 === 0) console.log(`${done} sequences in ${Math.round((performance.now() - startedMs) / 1000)} s`);
  };
  return await randomRun(randomPrograms(isModelled), comparison, { seed: asked.seed, sequences: asked.sequences, onProgress });
}

async function huntAll(asked: Asked, written: readonly Program[], lanes: readonly Lane[]): Promise<ConformanceTable['bugs']> {
  const isPart = asked.quick && !asked.seededBugs;
  const seeded = isPart ? bugs.filter((_, index) => index % QUICK_BUG_STEP === 0) : bugs;
  const random = isPart ? [] : fc.sample(randomPrograms(isModelled), { seed: asked.seed, numRuns: BUG_SEQUENCES });
  const hunted = await hunt(seeded, [...written, ...random], lanes, ({ bug, found }) => {
    console.log(`bug "${bug.said}": ${found === null ? 'NOT FOUND' : `found by program ${found.tried} (${found.by})`}`);
  });
  const said = (those: readonly Hunted[]) => those.map(({ bug }) => bug.said);
  return { found: said(hunted.filter(({ found }) => found !== null)), missed: said(hunted.filter(({ found }) => found === null)) };
}

function tellRun({ id, said }: CourseRun): void {
  console.log(`${id}: ${said}`);
}
