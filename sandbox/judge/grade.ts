/** The grade of an answer: its trials are run, every check judges every run, and the result is told in sentences. */
import type { RunReport } from '../engine/report.ts';
import type { Check, Finding, Trials } from './check.ts';
import { type Mishap, mishapOf } from './mishap.ts';
import { outcomeOf } from './outcome.ts';
import { storyOf } from './story.ts';
import { baselineTrial, type Trial, trialsOf } from './trials.ts';
import { isJudgeable, type Unjudged } from './unjudged.ts';
import { saidOf, survivedOf } from './verdict.ts';

/** How one check fared. */
export interface CheckGrade {
  readonly id: string;
  /** It held in every trial, and every trial could be judged. */
  readonly passed: boolean;
  /** The seed of the first failing trial. */
  readonly seed?: number;
  /** What the check found in its first failing trial; else what it asks. */
  readonly said: string;
  readonly expected?: string;
  readonly happened?: string;
  /** The first failing trial, for a replay. */
  readonly trial?: Trial;
  /** Sequences, in the story of that trial, of the few events that show it (see `inWholeTrace`). */
  readonly events?: readonly number[];
  /** What crashed in that trial without anybody having planned it. */
  readonly mishap?: string;
  readonly failedIn: number;
  /** In how many runs it was asked. */
  readonly of: number;
}

export interface Grade {
  readonly passed: boolean;
  /** How many random schedules were run. */
  readonly seeds: number;
  readonly checks: readonly CheckGrade[];
  /** "a crash at each of 9 steps and 50 random schedules": what was tried. */
  readonly survived: string;
  /** The whole grade in one sentence. */
  readonly said: string;
  /** The first failing trial of all, for a replay. */
  readonly firstFailing: Trial | null;
  /** Set when a run could not be judged; the trials after it were not run. */
  readonly unjudged: Unjudged | null;
  readonly trialCount: number;
}

export interface GradeOptions {
  /** Random schedules instead of the number that the exercise names. */
  readonly seeds?: number;
  /** Stop after the first trial in which a check fails. Default: run all, to say in how many. */
  readonly stopAtFirstFailure?: boolean;
  /** How many runs are asked for before the one that is judged has come back: hides the way to another thread. Default 0. */
  readonly runsAhead?: number;
  /** Called after each run. */
  readonly onProgress?: (doneCount: number, trialCount: number) => void;
}

/**
 * Runs the trials one after another. An ending other than quiescent or deadline stops the grading: it is not passed, with that
 * ending's sentence, and no check is said to have failed for it. A check that throws is our own bug: an assertion that names it.
 */
export async function grade(
  exercise: { readonly trials: Trials },
  checks: readonly Check[],
  run: (trial: Trial) => Promise<RunReport>,
  { seeds = exercise.trials.seeds, stopAtFirstFailure = false, runsAhead = 0, onProgress }: GradeOptions = {},
): Promise<Grade> {
  if (checks.length === 0) throw new Error('An exercise without checks cannot be graded.');
  const tallies = checks.map((check): Tally => ({ check, failures: 0, first: null }));
  const judged: Trial[] = [];
  let firstFailing: Trial | null = null;
  let unjudged: Unjudged | null = null;
  let trials: readonly Trial[] = [baselineTrial];
  const asked: Promise<RunReport>[] = [];
  const reportOf = (index: number): Promise<RunReport> => {
    for (const trial of trials.slice(asked.length, index + 1 + runsAhead)) {
      const report = run(trial);
      // Those that nobody waits for any more are not missed.
      report.catch(() => {});
      asked.push(report);
    }
    return asked[index] ?? Promise.reject(new Error(`Trial ${index} was not asked for.`));
  };
  for (let index = 0; index < trials.length; index += 1) {
    const trial = trials[index] ?? baselineTrial;
    const report = await reportOf(index);
    const { ended } = report;
    if (!isJudgeable(ended)) {
      unjudged = { trial, ended };
      break;
    }
    if (index === 0) trials = trialsOf({ ...exercise.trials, seeds }, report);
    judged.push(trial);
    if (judge(tallies, trial, report)) firstFailing ??= trial;
    onProgress?.(judged.length, trials.length);
    if (firstFailing !== null && stopAtFirstFailure) break;
  }
  const passed = firstFailing === null && unjudged === null;
  const survived = survivedOf(judged);
  return {
    passed,
    seeds: judged.filter(({ kind }) => kind === 'seed').length,
    checks: tallies.map((tally) => checkGrade(tally, judged.length, unjudged)),
    survived,
    said: saidOf({ failing: tallies.filter(({ failures }) => failures > 0), runs: judged.length, survived, unjudged }),
    firstFailing,
    unjudged,
    trialCount: trials.length,
  };
}

interface Failure {
  readonly trial: Trial;
  readonly finding: Extract<Finding, { ok: false }>;
  readonly mishap: Mishap | null;
}

interface Tally {
  readonly check: Check;
  failures: number;
  first: Failure | null;
}

/** Adds one run to the tallies; true when a check failed in it. */
function judge(tallies: readonly Tally[], trial: Trial, report: RunReport): boolean {
  let failed = false;
  for (const tally of tallies) {
    const finding = findingOf(tally.check, report, trial);
    if (finding.ok) continue;
    failed = true;
    tally.failures += 1;
    tally.first ??= { trial, finding, mishap: mishapOf(storyOf(report.events)) };
  }
  return failed;
}

/** What one check says of one run, with the events that show it where it knows any. */
export function findingOf(check: Check, report: RunReport, trial: Pick<Trial, 'name'>): Finding {
  try {
    const run = { ended: report.ended };
    const story = storyOf(report.events);
    const finding = check.reads === 'outcome' ? check.judge(outcomeOf(report), run) : check.judge(story, run);
    if (finding.ok || finding.events !== undefined) return finding;
    const [anomaly] = check.shownBy?.(story) ?? [];
    return anomaly === undefined ? finding : { ...finding, events: anomaly.events };
  } catch (error) {
    throw new Error(`The check ${check.id} itself failed on ${trial.name}: it must return a finding for every run.`, { cause: error });
  }
}

function checkGrade({ check, failures, first }: Tally, of: number, unjudged: Unjudged | null): CheckGrade {
  const passed = failures === 0 && unjudged === null;
  if (first === null)
    return { id: check.id, passed, said: passed ? check.asks : `Not judged in every run: ${check.asks}`, failedIn: 0, of };
  const { ok: _, ...finding } = first.finding;
  // A finding that names no events is best looked at where something crashed.
  const mishap = first.mishap === null ? {} : { mishap: first.mishap.said, events: [first.mishap.sequence] };
  return { id: check.id, passed: false, seed: first.trial.seed, ...mishap, ...finding, trial: first.trial, failedIn: failures, of };
}
