/** The author's gate: everything that must hold for all content before anybody sees it. */
import { gateCell } from './cell-gate.ts';
import { gateDeterminism } from './determinism.ts';
import { gateExercise } from './exercise-gate.ts';
import { COMPARED_SEEDS, hashSubjects } from './hashes.ts';
import type { MutationReport } from './mutation.ts';
import type { GateProblem } from './problem.ts';
import type { GateCell, GateExercise, Machine, World } from './world.ts';

export interface GateContent {
  readonly cells: readonly GateCell[];
  readonly exercises: readonly GateExercise[];
}

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
  const problems: GateProblem[] = [];
  const exercises: Record<string, GateReport['exercises'][string]> = {};
  for (const cell of content.cells) problems.push(...(await gateCell(world, machine, cell)));
  for (const exercise of content.exercises) {
    const { problems: found, ...report } = await gateExercise(world, machine, exercise);
    problems.push(...found);
    exercises[exercise.id] = report;
  }
  for (const subject of await hashSubjects(world, content)) problems.push(...(await gateDeterminism(world, machine, subject, seeds)));
  return { problems, exercises };
}
