/** The trials of an answer: the plan of runs, made from the exercise and the answer's own plain run. */
import type { Fault, Scenario } from '../engine/cell.ts';
import type { RunReport } from '../engine/report.ts';
import type { Kind, TraceEvent } from '../trace/event.ts';
import { takesPart } from '../trace/part.ts';
import type { Trials } from './check.ts';

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
  const counts = new Map<Kind, number>();
  const trials: Trial[] = [];
  for (const event of events) {
    if (!takesPart(event, process)) continue;
    const nth = (counts.get(event.kind) ?? 0) + 1;
    counts.set(event.kind, nth);
    const deed = event.level === 'story' ? deedOf(event, nth) : null;
    if (deed === null) continue;
    trials.push({
      kind: 'crash',
      name: `a crash of ${process} right after it ${deed}`,
      seed: baselineTrial.seed,
      faults: [{ kind: 'crash', process, when: { on: event.kind, process, nth }, restartAfterMs }],
    });
  }
  return trials;
}

/** What the process did, in words that continue "right after it …"; null where a crash makes no sense. */
function deedOf(event: TraceEvent, nth: number): string | null {
  switch (event.kind) {
    case 'processStarted':
      return 'started';
    case 'processRestarted':
      return 'started again';
    case 'console':
      return `printed line ${nth}`;
    case 'effect':
      return `did the ${event.detail.effect} of ${event.detail.key}`;
    case 'messagePublished':
      return `sent message ${numberOf(event, nth)}`;
    case 'messageDelivered':
      return `took message ${numberOf(event, nth)}${event.detail.redelivered ? ' again' : ''}`;
    case 'messageAcked':
      return `acked message ${numberOf(event, nth)}`;
    case 'messageRequeued':
      return `gave message ${numberOf(event, nth)} back`;
    case 'connectionOpened':
      return `connected to ${event.detail.server}`;
    case 'connectionClosed':
      return `lost its connection to ${event.detail.server}`;
    case 'memberJoined':
      return `joined ${event.detail.group}`;
    case 'memberLeft':
      return `left ${event.detail.group}`;
    case 'positionMoved':
      return `moved its position in ${event.detail.place} to ${event.detail.position}`;
    case 'publishBlocked':
      return `began to wait for room in ${event.detail.place}`;
    case 'publishRefused':
      return `was refused by ${event.detail.place}, which was full`;
    case 'messageStored':
      return `put message ${numberOf(event, nth)} into ${event.detail.place}`;
    case 'messageDropped':
      return `threw message ${numberOf(event, nth)} away`;
    case 'messageRouted':
    case 'messageExpired':
    case 'messageDeadLettered':
      return `moved message ${numberOf(event, nth)} on from its place`;
    case 'request':
      return `asked for ${event.detail.text}`;
    case 'reply':
      return `was answered ${event.detail.text}`;
    case 'processCrashed':
    case 'processExited':
    case 'processBlocked':
    case 'placeLimited':
    case 'fault':
      return null;
    default:
      throw new Error(`Unknown kind of event: ${String(event satisfies never)}.`);
  }
}

/** The number that the message's token shows, from an id such as `m3` or `orders:3`, else which of its kind it is. */
function numberOf(event: TraceEvent, nth: number): string {
  return /\d+$/.exec(event.messageId ?? '')?.[0] ?? String(nth);
}
