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

/** Runs the whole gate in one reused machine, besides the fresh ones for determinism. */
export async function gate(world: World, content: GateContent, seeds: number = COMPARED_SEEDS): Promise<GateReport> {
  const machine = await world.openMachine();
  try {
    return await gateIn(world, machine, content, seeds);
  } finally {
    await machine.close();
  }
}

async function gateIn(world: World, machine: Machine, content: GateContent, seeds: number): Promise<GateReport> {
  const problems: GateProblem[] = [...gateCourse(content)];
  const exercises: Record<string, GateReport['exercises'][string]> = {};
  for (const cell of content.cells) problems.push(...(await gateCell(world, machine, cell)));
  for (const prediction of content.predictions) problems.push(...(await gatePrediction(world, machine, prediction, content.cells)));
  for (const figure of content.figures) problems.push(...(await gateFigure(world, machine, figure, content.cells)));
  for (const breakIt of content.breaks) problems.push(...(await gateBreak(world, machine, breakIt)));
  for (const exercise of content.exercises) {
    const { problems: found, ...report } = await gateExercise(world, machine, exercise);
    problems.push(...found);
    exercises[exercise.id] = report;
  }
  for (const subject of await hashSubjects(world, content)) problems.push(...(await gateDeterminism(world, machine, subject, seeds)));
  return { problems, exercises };
}
