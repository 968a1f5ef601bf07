/** Trying: an answer is compiled, loaded into a machine and graded. */
import type { CompileProblem } from '../../sandbox/engine/program.ts';
import { type Grade, type GradeOptions, grade } from '../../sandbox/judge/grade.ts';
import { scenarioOf } from '../../sandbox/judge/trials.ts';
import type { GateProblem } from './problem.ts';
import { entriesOf, type Files, type GateExercise, type Machine, type World } from './world.ts';

export type Tried = { readonly ok: true; readonly grade: Grade } | { readonly ok: false; readonly problems: readonly CompileProblem[] };

/** Grades one answer: the exercise's fixed files with those of the answer. */
export async function tryAnswer(
  compile: World['compile'],
  machine: Machine,
  subject: Pick<GateExercise, 'exercise' | 'checks' | 'files'>,
  answer: Files,
  options: GradeOptions = {},
): Promise<Tried> {
  const { exercise, checks, files } = subject;
  const compiled = await compile({ ...files, ...answer }, entriesOf(exercise));
  if (!compiled.ok) return compiled;
  await machine.load(compiled.programs);
  const run = (trial: Parameters<typeof scenarioOf>[1]) =>
    machine.run({ scenario: scenarioOf(exercise, trial), seed: trial.seed, hash: false, reuseClients: true });
  return { ok: true, grade: await grade(exercise, checks, run, options) };
}

/** Ids of the checks that failed in at least one run. */
export function failingChecks(graded: Grade): readonly string[] {
  return graded.checks.filter(({ failedIn }) => failedIn > 0).map(({ id }) => id);
}

/** What keeps an answer from being judged at all, if anything does. */
export function obstacle(where: string, tried: Tried): GateProblem | null {
  if (!tried.ok) return compileProblem(where, tried.problems);
  const { unjudged, said } = tried.grade;
  return unjudged === null ? null : { where, name: 'does not end', said };
}

export function compileProblem(where: string, problems: readonly CompileProblem[]): GateProblem {
  return { where, name: 'does not compile', said: problems.map(({ said, file, line }) => `${file}:${line}: ${said}`).join(' ') };
}
