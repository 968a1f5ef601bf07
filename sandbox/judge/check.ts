/** The check: what an exercise asks of its runs, with the words for when it is not so. */
import type { Fault } from '../engine/cell.ts';
import type { Ended } from '../trace/ended.ts';
import type { TraceEvent } from '../trace/event.ts';
import type { Anomaly } from './anomaly.ts';

/** What a run left behind, as far as the outside world can see: the only part that is compared with real brokers. */
export interface Outcome {
  /** Console lines of each process in order. */
  readonly console: Readonly<Record<string, readonly string[]>>;
  readonly effects: readonly { readonly process: string; readonly effect: string; readonly key: string; readonly value: string }[];
  /** Exit code per process, `null` while it still runs, `crashed` if it crashed last. */
  readonly exits: Readonly<Record<string, number | null | 'crashed'>>;
}

/** What a check says of one run. `events` are sequences, in the story of the run, of the few events that show it. */
export type Finding =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly said: string;
      readonly expected?: string;
      readonly happened?: string;
      readonly events?: readonly number[];
    };

interface CheckHead {
  readonly id: string;
  /** What must hold, as a sentence for the learner: "Every order is charged exactly once." */
  readonly asks: string;
  /** What a run shows when it does not hold, in words that continue "In 7 of 50 runs …": `an order was charged twice`. */
  readonly otherwise: string;
  /** Set on a check that only asks whether the answer did anything at all; failing nothing else is not failing the exercise's point. */
  readonly didNothing?: true;
  /** Anomalies of a failing run that show why it failed, for a check whose finding names no events; the first one is replayed. */
  readonly shownBy?: (trace: readonly TraceEvent[]) => readonly Anomaly[];
}

export type Check =
  | (CheckHead & { readonly reads: 'outcome'; readonly judge: (outcome: Outcome, run: { ended: Ended }) => Finding })
  /** The trace is the story only (see `storyOf`). */
  | (CheckHead & { readonly reads: 'trace'; readonly judge: (trace: readonly TraceEvent[], run: { ended: Ended }) => Finding });

/** How an exercise's answer is put to the test: the plain run, one crash after each visible step, random schedules. */
export interface Trials {
  /** Random schedules: seeds 1 to this. */
  readonly seeds: number;
  /** Crash each of these processes once after every story event it takes part in, and start it again. */
  readonly crashEachStep?: { readonly processes: readonly string[]; readonly restartAfterMs: number };
  /** Instead of `crashEachStep`: why a crash proves nothing here, as a sentence. */
  readonly noCrashes?: string;
  /** Scenarios of faults, each tried on its own besides the cell's own faults. */
  readonly scenarios?: readonly { readonly name: string; readonly faults: readonly Fault[] }[];
}
