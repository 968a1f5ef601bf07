/** The author's gate: everything that must hold for all content before anybody sees it. */
import { gateBreak } from './break-gate.ts';
import { gateCell } from './cell-gate.ts';
import { gateCourse } from './course-gate.ts';
import { gateDeterminism } from './determinism.ts';
import { gateExercise } from './exercise-gate.ts';
import { COMPARED_SEEDS, hashSubjects } from './hashes.ts';
import type { MutationReport } from './mutation.ts';
import type { GateProblem } from './problem.ts';
import { gateFigure, gatePrediction } from './run-gate.ts';
import type { GateContent, Machine, World } from './world.ts';

export interface GateReport {
  readonly problems: readonly GateProblem[];
  /** By exercise: what its solution survived, and what became of the solution's mutants. */
  readonly exercises: Readonly<Record<string, { readonly survived: string; readonly mutation: MutationReport }>>;
}

/** Runs the whole gate, its subjects side by side in so many reused machines, besides the fresh ones for determinism. */
export async function gate(world: World, content: GateContent, seeds: number = COMPARED_SEEDS, lanes = 1): Promise<GateReport> {
  const exercises: Record<string, GateReport['exercises'][string]> = {};
  const { cells } = content;
  const jobs: readonly Job[] = [
    // The longest first, so that no lane is left with one of them at the end.
    ...content.exercises.map((exercise) => async (machine: Machine) => {
      const { problems, ...report } = await gateExercise(world, machine, exercise);
      exercises[exercise.id] = report;
      return problems;
    }),
    ...(await hashSubjects(world, content)).map((subject) => (machine: Machine) => gateDeterminism(world, machine, subject, seeds)),
    ...cells.map((cell) => (machine: Machine) => gateCell(world, machine, cell)),
    ...content.predictions.map((prediction) => (machine: Machine) => gatePrediction(world, machine, prediction, cells)),
    ...content.figures.map((figure) => (machine: Machine) => gateFigure(world, machine, figure, cells)),
    ...content.breaks.map((breakIt) => (machine: Machine) => gateBreak(world, machine, breakIt)),
  ];
  const problems = [...gateCourse(content), ...(await inLanes(world, jobs, lanes))];
  return { problems, exercises: inOrderOf(content, exercises) };
}

type Job = (machine: Machine) => Promise<readonly GateProblem[]>;

/** Each lane has a machine of its own and takes the next job when it is free. The problems come in the order of the jobs. */
async function inLanes(world: World, jobs: readonly Job[], lanes: number): Promise<readonly GateProblem[]> {
  const found: (readonly GateProblem[])[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    const machine = await world.openMachine();
    try {
      for (let at = next++; at < jobs.length; at = next++) found[at] = (await jobs[at]?.(machine)) ?? [];
    } finally {
      await machine.close();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return found.flat();
}

function inOrderOf({ exercises }: GateContent, reports: GateReport['exercises']): GateReport['exercises'] {
  return Object.fromEntries(exercises.flatMap(({ id }) => (reports[id] === undefined ? [] : [[id, reports[id]] as const])));
}
