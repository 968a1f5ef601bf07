/** The cell: what is run, where, under which network and faults. What the learner edits is in the cell's `files/`. */
import type { Kind, TraceEvent } from '../trace/event.ts';
import type { EventQuery } from '../trace/query.ts';
import type { Durability } from './broker.ts';

/** A process of the cell: one file run on one host. Names are unique in a cell. */
export interface ProcessSpec {
  readonly name: string;
  /** Path inside `files/`, such as `worker.ts`. */
  readonly file: string;
  /** The machine it runs on, for cuts and partitions; defaults to the process's own name. */
  readonly host?: string;
  /** When it starts: milliseconds of virtual time, or once everything else has become quiet (to look at what is left). */
  readonly startAt?: number | 'quiet';
  /** After a crash that is not a fault's, start it again after so many milliseconds, as a supervisor would. */
  readonly restartAfterMs?: number;
  readonly env?: Readonly<Record<string, string>>;
}

export type BrokerKind = 'fifo' | 'redis' | 'rabbitmq';

/** A broker of the cell. It answers on localhost at the default port of its kind. */
export type BrokerSpec = {
  /** Its process name in the trace and its host for network faults; defaults to the kind. */
  readonly name?: string;
} & (RedisSpec | { readonly kind: Exclude<BrokerKind, 'redis'> });

export interface RedisSpec {
  readonly kind: 'redis';
  readonly durability?: Durability;
  /** A second one needs a port of its own, and a name. */
  readonly port?: number;
  /** The name of the broker that it is a replica of, whenever it starts. */
  readonly replicaOf?: string;
}

export interface NetworkSpec {
  /** Each segment takes between these many milliseconds, drawn evenly; order within a connection is kept. */
  readonly latencyMs: readonly [least: number, most: number];
  /** Each direction of a connection carries at most so many bytes in a millisecond, one segment after another; no limit when not given. */
  readonly bytesPerMs?: number;
}

/** The moment of a fault: a virtual time, or the nth event of a kind that a process was part of. */
export type When =
  | { readonly atMs: number }
  | {
      /** The fault strikes at once after this event, before its process does anything more. */
      readonly on: Kind;
      /** Only events in which this process acts or is the client. */
      readonly process?: string;
      /** Which of them, from 1. */
      readonly nth?: number;
      /** Wait so long after the event. */
      readonly afterMs?: number;
    };

/** What goes wrong, as data. `between` names hosts (a process's host defaults to its name). */
export type Fault =
  | { readonly kind: 'crash'; readonly process: string; readonly when: When; readonly restartAfterMs?: number }
  | { readonly kind: 'restartBroker'; readonly broker: string; readonly when: When; readonly downForMs: number }
  /** A process or a broker stands still: what comes meanwhile waits. */
  | { readonly kind: 'pause'; readonly process: string; readonly when: When; readonly forMs: number }
  | { readonly kind: 'slow'; readonly process: string; readonly when: When; readonly forMs: number; readonly factor: number }
  | { readonly kind: 'cut'; readonly between: readonly [string, string]; readonly when: When }
  | { readonly kind: 'partition'; readonly between: readonly [string, string]; readonly when: When; readonly forMs: number }
  | {
      readonly kind: 'latency';
      readonly between: readonly [string, string];
      readonly when: When;
      readonly forMs: number;
      readonly latencyMs: readonly [number, number];
    }
  /** The next bytes that `process` sends to the broker after the moment are lost and the connection is reset: an ack that never arrives. */
  | { readonly kind: 'loseAck'; readonly process: string; readonly broker: string; readonly when: When };

/** Whether the cell's outcomes are also compared with a real broker, and if not, why not. */
export type Real = 'same' | `skipped: ${string}`;

/** `shows` for one objective: holds on the cell's own run and fails on the named counter-run. */
export interface Shows {
  /** True when the trace shows the objective. */
  readonly holds: (trace: readonly TraceEvent[]) => boolean;
  /** A changed cell in which the objective must not be seen, with the reason in its name. */
  readonly counterRun: { readonly name: string; readonly change: Partial<Scenario>; readonly files?: Readonly<Record<string, string>> };
}

/** The part of a cell that the engine runs. */
export interface Scenario {
  readonly processes: readonly ProcessSpec[];
  readonly brokers: readonly BrokerSpec[];
  readonly network: NetworkSpec;
  readonly faults: readonly Fault[];
  /** The run is cut off at this virtual time, in milliseconds. */
  readonly deadlineMs: number;
  /** The run is cut off after this many kernel events. */
  readonly eventBudget: number;
}

/** Only what the engine runs, of a cell or an exercise: plain data that can be sent to another thread. */
export function plainScenario({ processes, brokers, network, faults, deadlineMs, eventBudget }: Scenario): Scenario {
  return { processes, brokers, network, faults, deadlineMs, eventBudget };
}

/** A moment of the run that has a name on the scrubber. A run that has no such event leaves it out. */
export interface Moment {
  readonly at: EventQuery;
  /** On the scrubber: at most three words, such as "worker-1 dies". */
  readonly label: string;
  /** Beside the picture, in one or two sentences: what happens here and why it matters. */
  readonly caption: string;
}

/** What is drawn of a run: processes with their queues and brokers, or these and the depth of the queues over time. */
export type PictureKind = 'scene' | 'depth';

/** How a run is shown. */
export interface Shown {
  /** `scene` when not given. */
  readonly picture?: PictureKind;
  /** Three to seven, in the order of the run; found in the trace itself when not given. */
  readonly moments?: readonly Moment[];
}

export interface Cell extends Scenario, Shown {
  readonly title: string;
  /** Ids from `content/course.ts`. */
  readonly objectives: readonly string[];
  readonly seed: number;
  readonly shows: Readonly<Record<string, Shows>>;
  readonly real: Real;
}
