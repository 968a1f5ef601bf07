/** The trials of an answer: the plan of runs, made from the exercise and the answer's own plain run. */
import type { Fault, Scenario } from '../engine/cell.ts';
import type { RunReport } from '../engine/report.ts';
import type { TraceEvent } from '../trace/event.ts';
import type { Trials } from './check.ts';
import { stepsOf } from './steps.ts';

export interface Trial {
  readonly kind: 'seed' | 'crash' | 'scenario';
  /** In words that continue "in the run with …": `seed 7`, `a crash of worker-1 right after it took message 3`. */
  readonly name: string;
  readonly seed: number;
  /** What goes wrong besides the scenario's own faults. */
  readonly faults: readonly Fault[];
}

/** The first trial: seed 1, nothing but the scenario's own faults. Crash points are read off its report. */
export const baselineTrial: Trial = { kind: 'seed', name: 'seed 1', seed: 1, faults: [] };

/** More crash points than this are thinned out evenly, so that an answer that prints in a loop still gets its grade. */
export const MOST_CRASH_POINTS = 200;

/** All trials in the order in which they are run; the baseline comes first. */
export function trialsOf(trials: Trials, baseline: Pick<RunReport, 'events'>): readonly Trial[] {
  return [...seedTrials(trials.seeds), ...crashTrials(trials, baseline.events), ...scenarioTrials(trials)];
}

/** The scenario that a trial runs. */
export function scenarioOf(scenario: Scenario, trial: Trial): Scenario {
  return { ...bareScenario(scenario), faults: [...scenario.faults, ...trial.faults] };
}

/** Only what the engine runs: cells and exercises hold functions and more besides, which cannot travel to a worker. */
export function bareScenario({ processes, brokers, network, faults, deadlineMs, eventBudget }: Scenario): Scenario {
  return { processes, brokers, network, faults, deadlineMs, eventBudget };
}

function seedTrials(seeds: number): readonly Trial[] {
  const more = Array.from({ length: Math.max(0, seeds - 1) }, (_, index) => index + 2);
  return [baselineTrial, ...more.map((seed): Trial => ({ kind: 'seed', name: `seed ${seed}`, seed, faults: [] }))];
}

function scenarioTrials({ scenarios = [] }: Trials): readonly Trial[] {
  return scenarios.map(({ name, faults }) => ({ kind: 'scenario', name, seed: baselineTrial.seed, faults }));
}

/** One trial for each story event of the baseline that a listed process takes part in: that process crashes right after it. */
function crashTrials({ crashEachStep }: Trials, events: readonly TraceEvent[]): readonly Trial[] {
  if (crashEachStep === undefined) return [];
  const { processes, restartAfterMs } = crashEachStep;
  const points = processes.flatMap((process) => crashTrialsOf(process, restartAfterMs, events));
  if (points.length <= MOST_CRASH_POINTS) return points;
  const thinned = Array.from({ length: MOST_CRASH_POINTS }, (_, index) => points[Math.floor((index * points.length) / MOST_CRASH_POINTS)]);
  return thinned.filter((point) => point !== undefined);
}

function crashTrialsOf(process: string, restartAfterMs: number, events: readonly TraceEvent[]): readonly Trial[] {
  return stepsOf(process, events).map(({ deed, when }) => ({
    kind: 'crash',
    name: `a crash of ${process} right after it ${deed}`,
    seed: baselineTrial.seed,
    faults: [{ kind: 'crash', process, when, restartAfterMs }],
  }));
}
