/** The gate of an exercise: right answers pass, wrong ones fail exactly as declared, and every check can fail. */
import type { Check } from '../../sandbox/judge/check.ts';
import { type MutationReport, mutate } from './mutation.ts';
import type { GateProblem } from './problem.ts';
import { failingChecks, obstacle, type Tried, tryAnswer } from './trying.ts';
import type { Files, GateExercise, Machine, World } from './world.ts';

export interface ExerciseVerdict {
  readonly problems: readonly GateProblem[];
  /** What the solution survived, for the report. */
  readonly survived: string;
  readonly mutation: MutationReport;
}

export async function gateExercise(world: World, machine: Machine, subject: GateExercise): Promise<ExerciseVerdict> {
  const { id, checks } = subject;
  const tried = (answer: Files) => tryAnswer(world.compile, machine, subject, answer);
  const solution = await tried(subject.solution);
  const problems = [...mustPass(`${id}, solution`, 'solution fails', solution), ...mustTryCrashes(id, subject, solution)];
  for (const [name, answer] of Object.entries(subject.alternatives)) {
    problems.push(...mustPass(`${id}, alternatives/${name}`, 'alternative fails', await tried(answer)));
  }
  const starter = await tried(subject.starter);
  problems.push(...starterProblems(`${id}, starter`, starter, checks));
  const failed = new Set(failedIn(starter));
  for (const [name, answer] of Object.entries(subject.wrong)) {
    const wrong = await tried(answer);
    for (const check of failedIn(wrong)) failed.add(check);
    problems.push(...wrongProblems(`${id}, wrong/${name}`, wrong, subject.exercise.wrong[name]?.fails ?? []));
  }
  const empty = await tryAnswer(world.compileUntyped, machine, subject, emptyAnswer(subject));
  if (empty.ok && empty.grade.passed) {
    problems.push({ where: id, name: 'empty answer passes', said: 'An answer of empty files passes every check.' });
  }
  const mutation = await mutate(world, machine, subject);
  for (const check of mutation.noticedBy) failed.add(check);
  problems.push(...checks.flatMap((check) => canFail(id, check, failed, failedIn(empty))));
  return { problems, survived: solution.ok ? solution.grade.survived : 'nothing yet', mutation };
}

function mustPass(where: string, name: 'solution fails' | 'alternative fails', tried: Tried): readonly GateProblem[] {
  const blocked = obstacle(where, tried);
  if (blocked !== null) return [blocked];
  if (!tried.ok || tried.grade.passed) return [];
  const { said, checks, firstFailing } = tried.grade;
  const first = checks.find(({ failedIn }) => failedIn > 0);
  return [{ where, name, said: `${said} Check ${first?.id}: ${first?.said} (${firstFailing?.name})` }];
}

/** Random schedules alone may never hit the one step after which a crash matters. */
function mustTryCrashes(where: string, { exercise }: GateExercise, tried: Tried): readonly GateProblem[] {
  const { seeds, crashEachStep, noCrashes, scenarios = [] } = exercise.trials;
  if (crashEachStep === undefined && noCrashes !== undefined) return [];
  const isTried = tried.ok && tried.grade.trialCount > seeds + scenarios.length;
  if (crashEachStep !== undefined && (isTried || !tried.ok || tried.grade.unjudged !== null)) return [];
  const said =
    'Name processes in trials.crashEachStep that do something, so that each step is followed by a crash once, or say in trials.noCrashes why that proves nothing.';
  return [{ where, name: 'crashes are not tried', said }];
}

function starterProblems(where: string, tried: Tried, checks: readonly Check[]): readonly GateProblem[] {
  const blocked = obstacle(where, tried);
  if (blocked !== null) return [blocked];
  const failing = failedIn(tried);
  if (failing.length === 0) return [{ where, name: 'starter passes', said: 'The starter passes every check: there is nothing to do.' }];
  const meetsPoint = checks.some((check) => check.reads === 'outcome' && check.didNothing !== true && failing.includes(check.id));
  if (meetsPoint) return [];
  return [
    {
      where,
      name: 'starter misses the point',
      said: `It fails only ${failing.join(', ')}, and none of these is an outcome that it gets wrong.`,
    },
  ];
}

function wrongProblems(where: string, tried: Tried, declared: readonly string[]): readonly GateProblem[] {
  const blocked = obstacle(where, tried);
  if (blocked !== null) return [blocked];
  const failing = failedIn(tried);
  if (failing.length === 0) return [{ where, name: 'wrong answer passes', said: `It should fail ${declared.join(', ')}.` }];
  const isAsDeclared = failing.length === declared.length && failing.every((check) => declared.includes(check));
  if (isAsDeclared) return [];
  return [
    {
      where,
      name: 'wrong answer fails other checks',
      said: `It is declared to fail ${declared.join(', ')}; it fails ${failing.join(', ')}.`,
    },
  ];
}

/** A check is worth something only if some answer with a real mistake fails it; one for idleness, if the empty answer does. */
function canFail(where: string, check: Check, failed: ReadonlySet<string>, failedByEmpty: readonly string[]): readonly GateProblem[] {
  if (check.didNothing === true ? failedByEmpty.includes(check.id) : failed.has(check.id)) return [];
  const who =
    check.didNothing === true
      ? 'not even the empty answer fails it'
      : 'neither the starter nor any wrong answer nor any mutant of the solution fails it';
  return [{ where, name: 'check cannot fail', said: `The check ${check.id} proves nothing: ${who}.` }];
}

function failedIn(tried: Tried): readonly string[] {
  return tried.ok ? failingChecks(tried.grade) : [];
}

function emptyAnswer({ exercise }: GateExercise): Files {
  return Object.fromEntries(exercise.edits.map((file) => [file, 'export {};\n']));
}
