/** The machine: engine, node built-ins and course modules put together in one realm, with the brokers and clients that register there. */
import { clientGlobals } from '../clients/globals.ts';
import type { BrokerDefinition } from '../engine/broker.ts';
import type { BrokerKind, Scenario } from '../engine/cell.ts';
import type { CellFactory, ClientFactory, Program, Registry, Runtime } from '../engine/program.ts';
import type { RunReport } from '../engine/report.ts';
import type { Hop } from '../engine/settle.ts';
import { Simulation, type Toolbox } from '../engine/simulation.ts';
import type { VirtualProcess } from '../engine/virtual-process.ts';
import { guardAbortListeners } from '../node/abort-listeners.ts';
import { installAbortTimeout } from '../node/abort-timeout.ts';
import { builtinNamed } from '../node/builtins.ts';
import { cellGlobals } from '../node/globals.ts';
import type { Level, TraceEvent } from '../trace/event.ts';
import { traceHash } from '../trace/hash.ts';
import { courseModule } from './course-modules.ts';
import { changedIntrinsics, type IntrinsicsSnapshot, snapshotIntrinsics } from './intrinsics.ts';

export interface MachinePlan {
  readonly scenario: Scenario;
  readonly programs: readonly Pick<Program, 'entry' | 'files' | 'imports'>[];
  readonly seed: number;
  /** Whether the report carries the trace hash. */
  readonly hash: boolean;
  /** The run is ended when its trace grows beyond so many events. */
  readonly eventCap: number;
  /** What the trace keeps; everything when not given. */
  readonly levels?: readonly Level[];
  /**
   * Whether processes may go on with the client instances that an earlier run in this realm left behind: a sweep's
   * shortcut, allowed only while it changes no trace hash.
   */
  readonly reuseClients?: boolean;
  /** Events as they are recorded, for showing a run while it goes on; the report has the final, ordered trace. */
  readonly onEvents?: (events: readonly TraceEvent[]) => void;
}

export interface MachineHost {
  /** Hops to a task of its own, before which the rejections of the one before are reported. */
  readonly task: Hop;
  /**
   * Hops to another turn of the same task: much cheaper in browsers, but a rejection that is handled a few turns later is
   * never reported. Only some runs of a sweep may do so.
   */
  readonly turn?: Hop;
  onUnhandledRejection(listener: (reason: unknown) => void): void;
  /** Browsers report a rejection one event late: a run with one is repeated, waiting twice after each event. */
  readonly rejectionsComeLate?: boolean;
}

export interface Machine {
  readonly registry: Registry;
  run(plan: MachinePlan): Promise<RunReport>;
  /** Ends the run that goes on, if any. */
  stop(): void;
}

const ALL_LEVELS: readonly Level[] = ['story', 'wire', 'kernel'];
/** How many events travel together while a run is watched; the first console line never waits. */
const WATCH_BATCH = 200;
/** In a sweep nobody reads stacks, and clients make errors for every refused command. One line is left for whoever splits it. */
const SWEEP_STACK_LINES = 1;
const USUAL_STACK_LINES = 10;
/**
 * A sweep runs the same programs again and again: what they do to the built-ins, and that they handle rejections late, is seen
 * in their first run or soon after.
 */
const CHECKED_EVERY = 8;

export function createMachine(host: MachineHost): Machine {
  installAbortTimeout();
  guardAbortListeners();
  const cells = new Map<string, CellFactory>();
  const clients = new Map<string, ClientFactory>();
  const brokers = new Map<BrokerKind, BrokerDefinition>();
  let instances = new Map<string, Map<string, unknown>>();
  let known: IntrinsicsSnapshot | null = null;
  let running: Simulation | null = null;
  let runsSinceLoad = 0;
  /** Whether the programs have rejected a promise that nobody handled in time: then each event gets a task of its own. */
  let rejects = false;
  host.onUnhandledRejection((reason) => running?.unhandledRejection(reason));

  const runOnce = async (plan: MachinePlan, hop: Hop, hops: number): Promise<{ report: RunReport; sawRejection: boolean }> => {
    if (plan.reuseClients !== true) instances = new Map();
    const toolbox: Toolbox = { hop, hops, brokerOf, evaluate: (process) => evaluate(process, plan) };
    const levels = new Set(plan.levels ?? ALL_LEVELS);
    const simulation = new Simulation({ scenario: plan.scenario, seed: plan.seed, levels, eventCap: plan.eventCap }, toolbox);
    if (plan.onEvents !== undefined) watch(simulation, plan.onEvents);
    running = simulation;
    try {
      const report = await simulation.toEnd();
      // One in the very last event is told when the run is over.
      if (host.rejectionsComeLate !== false) await new Promise<void>((resolve) => host.task(resolve));
      return { report, sawRejection: simulation.sawRejection };
    } finally {
      running = null;
    }
  };

  /** Runs once, and again with patience when a rejection was reported that may have come too late for its process. */
  const runUntilAttributed = async (plan: MachinePlan, hop: Hop): Promise<RunReport> => {
    const first = await runOnce(plan, rejects ? host.task : hop, 1);
    rejects ||= first.sawRejection;
    if (!first.sawRejection || host.rejectionsComeLate === false) return first.report;
    return (await runOnce({ ...plan, reuseClients: false }, host.task, 2)).report;
  };

  const brokerOf = (kind: BrokerKind): BrokerDefinition => {
    const definition = brokers.get(kind);
    if (definition === undefined) throw new Error(`The broker ${kind} was not loaded.`);
    return definition;
  };

  const evaluate = async (process: VirtualProcess, plan: MachinePlan): Promise<void> => {
    const factory = cells.get(process.file);
    const program = plan.programs.find(({ entry }) => entry === process.file);
    if (factory === undefined || program === undefined) throw new Error(`The program ${process.file} was not loaded.`);
    process.files = program.files;
    await factory(runtimeOf(process), ...cellGlobals())();
  };

  const runtimeOf = (process: VirtualProcess): Runtime => ({
    meter: (meter) => process.attach(meter),
    outOfFuel: () => process.outOfFuel(),
    require: (name) => courseModule(name) ?? clientOf(process, name) ?? builtinNamed(name),
    importDynamic: (specifier) =>
      Promise.reject(
        new Error(`import(${String(specifier)}): write the name of a module as text, so that it can be compiled with the cell.`),
      ),
  });

  const clientOf = (process: VirtualProcess, name: string): unknown => {
    const factory = clients.get(name);
    if (factory === undefined) return undefined;
    const slot = `${process.name} ${process.incarnation}`;
    const own = instances.get(slot) ?? new Map<string, unknown>();
    instances.set(slot, own);
    if (!own.has(name))
      own.set(
        name,
        process.evaluateLibrary(name, () => instantiate(name, factory)),
      );
    return own.get(name);
  };

  return {
    registry: {
      cell(key, factory) {
        cells.set(key, factory);
        runsSinceLoad = 0;
        rejects = false;
      },
      client: (name, factory) => void clients.set(name, factory),
      broker: (kind, definition) => void brokers.set(kind, definition),
    },
    stop: () => running?.stop('Stopped.'),
    async run(plan) {
      // Taken at the first run: by then the host has locked its realm, and no learner code has run.
      known ??= snapshotIntrinsics();
      const intrinsics = known;
      const isSweep = plan.reuseClients === true && plan.levels !== undefined;
      const isChecked = !isSweep || runsSinceLoad % CHECKED_EVERY === 0;
      runsSinceLoad += 1;
      Error.stackTraceLimit = isSweep ? SWEEP_STACK_LINES : USUAL_STACK_LINES;
      try {
        const report = await runUntilAttributed(plan, isChecked ? host.task : (host.turn ?? host.task));
        const changed = isChecked ? changedIntrinsics(intrinsics) : null;
        if (changed !== null) return tampered(report, changed);
        return plan.hash ? { ...report, traceHash: traceHash(report.events) } : report;
      } catch (error) {
        const changed = changedIntrinsics(intrinsics);
        if (changed === null) throw error;
        return tampered({ seed: plan.seed, virtualMicros: 0, events: [], processes: [] }, changed);
      }
    },
  };
}

function instantiate(name: string, factory: ClientFactory): unknown {
  const module: { exports: unknown } = { exports: {} };
  const runtime: Runtime = {
    meter: () => {},
    outOfFuel: () => {},
    require: builtinNamed,
    importDynamic: () => Promise.reject(new Error(`${name} asked for a module at run time.`)),
  };
  factory(module, module.exports, runtime, ...clientGlobals(name));
  return module.exports;
}

function tampered(report: Pick<RunReport, 'seed' | 'virtualMicros' | 'events' | 'processes'>, changed: string): RunReport {
  const said = `The program changed ${changed}, on which the machine itself stands. The run does not count.`;
  return { ...report, traceHash: '', ended: { reason: 'tampered', said } };
}

function watch(simulation: Simulation, onEvents: (events: readonly TraceEvent[]) => void): void {
  let batch: TraceEvent[] = [];
  let saidSomething = false;
  simulation.recorder.onRecord((event) => {
    batch.push(event);
    const isFirstLine = event.kind === 'console' && !saidSomething;
    if (!isFirstLine && batch.length < WATCH_BATCH) return;
    saidSomething ||= isFirstLine;
    onEvents(batch);
    batch = [];
  });
}
