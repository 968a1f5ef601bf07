/** `inflight grade`: an answer to an exercise, under all its trials. */
import type { CompileProblem } from '../../sandbox/engine/program.ts';
import { openNodeMachine } from '../../sandbox/host/run-in-node.ts';
import { type Grade, grade } from '../../sandbox/judge/grade.ts';
import { scenarioOf } from '../../sandbox/judge/trials.ts';
import type { Command } from './arguments.ts';
import { BadInput } from './bad-input.ts';
import { compileProblemText, prepare, stop } from './compile.ts';
import { type Answer, type LoadedExercise, loadAnswer, loadExercise } from './load-exercise.ts';
import { buildMachine } from './machine-build.ts';
import { problemText } from './problem.ts';
import { requireFolder } from './require-folder.ts';

/** What `--json` prints, as one object. */
export interface GradeResult {
  readonly passed: boolean;
  /** How many random schedules were run. */
  readonly seeds: number;
  readonly checks: readonly {
    readonly id: string;
    readonly passed: boolean;
    readonly seed?: number;
    readonly said: string;
    readonly mishap?: string;
  }[];
  /** The whole grade in one sentence. */
  readonly said: string;
  readonly typeErrors: readonly CompileProblem[];
}

/** Prints the grade. Returns the exit code: 1 when the answer did not pass. */
export async function gradeCommand(command: Extract<Command, { name: 'grade' }>): Promise<number> {
  requireFolder(command.folder);
  const loaded = await loadExercise(command.folder);
  if (!loaded.ok) throw new BadInput(loaded.problems.map(problemText).join('\n'));
  const answer = answerOf(loaded.value, command.answer);
  await buildMachine();
  const result = await graded(loaded.value, answer, command.seeds).finally(stop);
  if (command.json) console.log(JSON.stringify(result));
  else print(result);
  for (const problem of result.typeErrors) console.error(`type error: ${compileProblemText(problem)}`);
  return result.passed ? 0 : 1;
}

function answerOf(loaded: LoadedExercise, folder: string | null): Answer {
  if (folder === null) return loaded.starter;
  requireFolder(folder);
  const answer = loadAnswer(loaded, folder);
  if (!answer.ok) throw new BadInput(answer.problems.map(problemText).join('\n'));
  return answer.value;
}

async function graded({ exercise, checks, files }: LoadedExercise, answer: Answer, seeds: number | null): Promise<GradeResult> {
  const { compiled, typeProblems } = await prepare(exercise, { ...files, ...answer });
  if (!compiled.ok) {
    const said = compiled.problems.map(compileProblemText).join('\n');
    return {
      passed: false,
      seeds: 0,
      checks: checks.map(({ id }) => ({ id, passed: false, said: `Not judged: ${said}` })),
      said,
      typeErrors: [],
    };
  }
  const machine = await openNodeMachine();
  try {
    await machine.load(compiled.programs);
    const run = (trial: Parameters<typeof scenarioOf>[1]) =>
      machine.run({ scenario: scenarioOf(exercise, trial), seed: trial.seed, hash: false, reuseClients: true });
    return resultOf(await grade(exercise, checks, run, seeds === null ? {} : { seeds }), typeProblems);
  } finally {
    await machine.close();
  }
}

function resultOf(result: Grade, typeErrors: readonly CompileProblem[]): GradeResult {
  const checks = result.checks.map(({ id, passed, seed, said, mishap }) => ({
    id,
    passed,
    ...(seed === undefined ? {} : { seed }),
    said,
    ...(mishap === undefined ? {} : { mishap }),
  }));
  return { passed: result.passed, seeds: result.seeds, checks, said: result.said, typeErrors };
}

function print(result: GradeResult): void {
  for (const { id, passed, seed, said, mishap } of result.checks) {
    console.log(`${passed ? 'passed' : 'failed'}  ${id}: ${said}${seed === undefined ? '' : ` (seed ${seed})`}`);
    if (mishap !== undefined) console.log(`        In this run ${mishap}`);
  }
  console.log(`\n${result.said}`);
}
