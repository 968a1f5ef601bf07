/** Loads one exercise folder: what is asked, the checks, the fixed files and every answer. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { checksSchema, exerciseSchema } from '../../content/schema.ts';
import type { Check } from '../../sandbox/judge/check.ts';
import type { Exercise } from '../../sandbox/judge/exercise.ts';
import { type Tag, tagsIn } from './lesson-tags.ts';
import { misfitProblems } from './load-cell.ts';
import { type ContentProblem, failure, type Loaded } from './problem.ts';
import { linkProblems, type ProseLine, proseLines } from './prose.ts';
import { momentMisfits } from './query-misfits.ts';
import { foldersIn, isFolder, readDescription, readFiles } from './read-folder.ts';
import { faultMisfits, type Misfit, scenarioMisfits, unknownNames } from './scenario-problems.ts';

/** The files of one answer, by name. */
export type Answer = Readonly<Record<string, string>>;

export interface LoadedExercise {
  /** `<lesson>/<exercise>`, or the name of the folder. */
  readonly id: string;
  /** Absolute path. */
  readonly folder: string;
  readonly exercise: Exercise;
  readonly checks: readonly Check[];
  /** Files that are the same for every answer. */
  readonly files: Answer;
  readonly starter: Answer;
  readonly solution: Answer;
  readonly alternatives: Readonly<Record<string, Answer>>;
  readonly wrong: Readonly<Record<string, Answer>>;
  /** The glossary's terms that its prompt explains. */
  readonly terms: readonly Tag[];
}

/** Everything in the folder must be there and fit together: the same edited files in every answer, each wrong one declared. */
export async function loadExercise(path: string): Promise<Loaded<LoadedExercise>> {
  const folder = resolve(path);
  if (!isFolder(folder)) return failure({ file: folder, line: 1, said: 'There is no such folder.' });
  const file = join(folder, 'exercise.ts');
  const described = await readDescription(file, 'exercise', exerciseSchema);
  if (!described.ok) return described;
  const exercise = described.value as unknown as Exercise;
  const withChecks = await readDescription(join(folder, 'checks.ts'), 'checks', checksSchema);
  if (!withChecks.ok) return withChecks;
  const checks = withChecks.value as unknown as readonly Check[];
  const loaded: LoadedExercise = {
    id: basename(dirname(folder)) === 'exercises' ? `${basename(dirname(dirname(folder)))}/${basename(folder)}` : basename(folder),
    folder,
    exercise,
    checks,
    files: readFiles(join(folder, 'files')),
    starter: readFiles(join(folder, 'starter')),
    solution: readFiles(join(folder, 'solution')),
    alternatives: answersIn(join(folder, 'alternatives')),
    wrong: answersIn(join(folder, 'wrong')),
    terms: tagsIn(promptLines(folder)).Term,
  };
  const problems = [...misfitProblems(file, 'exercise', misfits(loaded)), ...fileProblems(loaded)];
  return problems.length > 0 ? failure(...problems) : { ok: true, value: loaded };
}

/** One answer's folder, as `grade --answer` takes it: it must hold the edited files and nothing else. */
export function loadAnswer(loaded: LoadedExercise, folder: string): Loaded<Answer> {
  const path = resolve(folder);
  if (!isFolder(path)) return failure({ file: path, line: 1, said: 'There is no such folder.' });
  const answer = readFiles(path);
  const problems = answerProblems(path, answer, loaded.exercise.edits);
  return problems.length > 0 ? failure(...problems) : { ok: true, value: answer };
}

function answersIn(folder: string): Readonly<Record<string, Answer>> {
  return Object.fromEntries(foldersIn(folder).map((name) => [name, readFiles(join(folder, name))]));
}

function misfits(loaded: LoadedExercise): readonly Misfit[] {
  const { exercise, checks } = loaded;
  const ids = checks.map((check) => check.id);
  const folders = Object.keys(loaded.wrong);
  return [
    ...scenarioMisfits(exercise, [...exercise.edits, ...Object.keys(loaded.files)]),
    ...momentMisfits(exercise),
    ...trialMisfits(exercise),
    ...exercise.edits
      .filter((name) => name in loaded.files)
      .map((name) => ({ path: ['edits'], said: `"${name}" is edited, so it must not be in files/.` })),
    ...Object.entries(exercise.wrong).flatMap(([name, wrong]) => [
      ...(folders.includes(name) ? [] : [{ path: ['wrong', name], said: `The folder wrong/${name} is missing.` }]),
      ...wrong.fails
        .filter((id) => !ids.includes(id))
        .map((id) => ({ path: ['wrong', name, 'fails'], said: `checks.ts has no check "${id}".` })),
    ]),
    ...folders
      .filter((name) => !(name in exercise.wrong))
      .map((name) => ({ path: ['wrong'], said: `wrong/${name} is not declared here.` })),
  ];
}

/** A trial that names nobody would break nothing, and prove nothing. */
function trialMisfits(exercise: Exercise): readonly Misfit[] {
  const { crashEachStep, scenarios = [] } = exercise.trials;
  const processes = exercise.processes.map(({ name }) => name);
  return [
    ...unknownNames(['trials', 'crashEachStep', 'processes'], crashEachStep?.processes ?? [], processes, 'process'),
    ...scenarios.flatMap(({ faults }, index) => faultMisfits({ ...exercise, faults }, ['trials', 'scenarios', index, 'faults'])),
  ];
}

function fileProblems(loaded: LoadedExercise): readonly ContentProblem[] {
  const { folder, exercise, checks } = loaded;
  const at = (name: string, said: string): ContentProblem => ({ file: join(folder, name), line: 1, said });
  const answers = [
    ['starter', loaded.starter] as const,
    ['solution', loaded.solution] as const,
    ...Object.entries(loaded.alternatives).map(([name, answer]) => [`alternatives/${name}`, answer] as const),
    ...Object.entries(loaded.wrong).map(([name, answer]) => [`wrong/${name}`, answer] as const),
  ];
  return [
    ...promptProblems(folder),
    ...(checks.some((check) => check.reads === 'outcome') ? [] : [at('checks.ts', 'At least one check must read the outcome.')]),
    ...checks
      .filter((check, index) => checks.findIndex((each) => each.id === check.id) !== index)
      .map((check) => at('checks.ts', `The id "${check.id}" is used twice.`)),
    ...answers.flatMap(([name, answer]) => answerProblems(join(folder, name), answer, exercise.edits)),
  ];
}

function promptProblems(folder: string): readonly ContentProblem[] {
  const file = promptOf(folder);
  if (!existsSync(file)) return [{ file, line: 1, said: 'This file is missing.' }];
  const lessons = dirname(dirname(dirname(folder)));
  return linkProblems(file, promptLines(folder), lessons);
}

/** The file that says what is asked. */
export function promptOf(folder: string): string {
  return join(folder, 'prompt.mdx');
}

function promptLines(folder: string): readonly ProseLine[] {
  const file = promptOf(folder);
  return existsSync(file) ? proseLines(readFileSync(file, 'utf8'), 1) : [];
}

function answerProblems(folder: string, answer: Answer, edits: readonly string[]): readonly ContentProblem[] {
  return [
    ...edits
      .filter((name) => !(name in answer))
      .map((name) => ({ file: join(folder, name), line: 1, said: 'This file of the answer is missing.' })),
    ...Object.keys(answer)
      .filter((name) => !edits.includes(name))
      .map((name) => ({ file: join(folder, name), line: 1, said: `An answer consists of ${edits.join(', ')}; this file is too much.` })),
  ];
}
