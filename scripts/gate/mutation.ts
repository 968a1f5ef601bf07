/** Mutation: how many mutants of the reference solution the checks notice, and which survive. */
import { mutantsOf } from './mutants.ts';
import { failingChecks, tryAnswer } from './trying.ts';
import type { GateExercise, Machine, World } from './world.ts';

export interface MutationReport {
  readonly tried: number;
  /** Noticed by a check. */
  readonly killed: number;
  /** Did not compile, or ran into an endless loop: noticed, but not by a check. */
  readonly broken: number;
  /** Names of the mutants that passed everything. */
  readonly survivors: readonly string[];
  /** Ids of the checks that noticed a mutant. */
  readonly noticedBy: readonly string[];
}

/** Tries each mutant until its first failing run. */
export async function mutate(world: World, machine: Machine, subject: GateExercise): Promise<MutationReport> {
  const survivors: string[] = [];
  const noticedBy = new Set<string>();
  let tried = 0;
  let broken = 0;
  for (const [file, text] of Object.entries(subject.solution)) {
    for (const mutant of mutantsOf(file, text)) {
      tried += 1;
      const answer = { ...subject.solution, [file]: mutant.text };
      const outcome = await tryAnswer(world.compileUntyped, machine, subject, answer, { stopAtFirstFailure: true });
      if (!outcome.ok || outcome.grade.unjudged !== null) broken += 1;
      else if (outcome.grade.passed) survivors.push(mutant.name);
      else for (const check of failingChecks(outcome.grade)) noticedBy.add(check);
    }
  }
  return { tried, killed: tried - broken - survivors.length, broken, survivors, noticedBy: [...noticedBy] };
}
