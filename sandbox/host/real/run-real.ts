/** A run against real brokers: the same files as processes of Node, the same faults, as far as they can be done for real. */
import { BROKERS } from '../../brokers/registry.ts';
import { Ledger } from '../../course/ledger.ts';
import type { ProcessSpec, Scenario } from '../../engine/cell.ts';
import type { Outcome } from '../../judge/check.ts';
import type { Ended } from '../../trace/ended.ts';
import type { ConsoleMethod, Kind } from '../../trace/event.ts';
import { Child } from './child.ts';
import type { ChildReport } from './child-report.ts';
import { FaultDriver } from './fault-driver.ts';
import { openServer, type RealServer } from './real-server.ts';
import { Wire } from './wire.ts';
import { clientsOf, makeWorkspace, type Workspace } from './workspace.ts';

/** A run is quiet when for so long no process said or did anything and no byte went to or from a broker. */
const QUIET_MS = 3000;
const LOOK_EVERY_MS = 50;

export interface RealLine {
  readonly process: string;
  /** Real microseconds since the run began. */
  readonly atMicros: number;
  readonly level: ConsoleMethod;
  readonly text: string;
}

export interface RealReport {
  readonly ended: Ended;
  readonly realMs: number;
  readonly console: readonly RealLine[];
  readonly outcome: Outcome;
}

export interface RealPlan {
  readonly scenario: Scenario;
  readonly files: Readonly<Record<string, string>>;
}

/** Runs it and leaves nothing behind. Throws a RealError, a sentence, when this machine cannot do it. */
export async function runAgainstReal(plan: RealPlan): Promise<RealReport> {
  const workspace = makeWorkspace(plan.files);
  const servers = new Map<string, RealServer>();
  const run = new RealRun(plan, workspace, servers);
  try {
    for (const broker of plan.scenario.brokers) servers.set(broker.name ?? broker.kind, await openServer(broker.kind));
    return await run.toEnd();
  } finally {
    await run.close();
    for (const server of servers.values()) await server.close();
    workspace.remove();
  }
}

type State = 'notStarted' | 'running' | 'crashed' | 'exited';

/** A process of the run over all its incarnations. */
interface Place {
  readonly spec: ProcessSpec;
  readonly wires: ReadonlyMap<string, Wire>;
  state: State;
  exitCode: number;
  child: Child | null;
  /** Killed by a fault, which says itself when to start again. */
  struck: boolean;
}

class RealRun {
  readonly #plan: RealPlan;
  readonly #workspace: Workspace;
  readonly #servers: ReadonlyMap<string, RealServer>;
  readonly #places = new Map<string, Place>();
  readonly #ledger = new Ledger();
  readonly #console: RealLine[] = [];
  readonly #effects: Outcome['effects'][number][] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #faults: FaultDriver;
  #startedMs = 0;
  #lastActivityMs = 0;

  constructor(plan: RealPlan, workspace: Workspace, servers: ReadonlyMap<string, RealServer>) {
    this.#plan = plan;
    this.#workspace = workspace;
    this.#servers = servers;
    this.#faults = new FaultDriver(plan.scenario, {
      later: (delayMs, deed) => this.#later(delayMs, deed),
      crash: (process, restartAfterMs) => this.#strike(process, restartAfterMs),
      pause: (process, forMs) => this.#pause(process, forMs),
      wires: (one, other) => this.#wiresBetween(one, other),
      server: (name) => servers.get(name),
    });
  }

  async toEnd(): Promise<RealReport> {
    for (const spec of this.#plan.scenario.processes) await this.#place(spec);
    const first = [...this.#places.values()].filter(({ spec }) => spec.startAt !== 'quiet');
    await Promise.all(first.map((place) => this.#prepare(place)));
    this.#startedMs = this.#lastActivityMs = performance.now();
    for (const place of first) this.#later(typeof place.spec.startAt === 'number' ? place.spec.startAt : 0, () => this.#start(place));
    this.#faults.begin();
    const ended = await this.#untilEnded();
    return {
      ended,
      realMs: Math.round(performance.now() - this.#startedMs),
      console: this.#console,
      outcome: this.#outcome(),
    };
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    for (const { child, wires } of this.#places.values()) {
      child?.kill();
      for (const wire of wires.values()) wire.close();
    }
  }

  async #place(spec: ProcessSpec): Promise<void> {
    const wires = new Map<string, Wire>();
    for (const [name, server] of this.#servers) {
      wires.set(
        name,
        await Wire.open(
          () => server.port,
          server.rewrite,
          () => this.#active(),
        ),
      );
    }
    this.#places.set(spec.name, { spec, wires, state: 'notStarted', exitCode: 0, child: null, struck: false });
  }

  /** Starts the real process and lets it load everything; it waits until `#start`. */
  async #prepare(place: Place): Promise<void> {
    const { spec } = place;
    const ports = this.#plan.scenario.brokers.map((broker) => [
      BROKERS[broker.kind].port,
      place.wires.get(broker.name ?? broker.kind)?.port,
    ]);
    const settings = {
      name: spec.name,
      host: spec.host ?? spec.name,
      ports: Object.fromEntries(ports) as Record<number, number>,
      clients: clientsOf(this.#plan.files),
      crashes: this.#faults.ownCrashesOf(spec.name),
    };
    const child = new Child(`files/${spec.file}`, this.#workspace.folder, spec.env ?? {}, settings, {
      reported: (report) => this.#reported(place, child, report),
      gone: (code) => this.#gone(place, child, code),
    });
    place.child = child;
    await child.ready;
  }

  #start(place: Place): void {
    this.#active();
    const kind: Kind = place.state === 'notStarted' ? 'processStarted' : 'processRestarted';
    place.state = 'running';
    place.child?.go();
    this.#faults.happened(kind, place.spec.name);
  }

  #reported(place: Place, child: Child, report: Exclude<ChildReport, { kind: 'ready' }>): void {
    this.#active();
    const process = place.spec.name;
    switch (report.kind) {
      case 'crashed':
        place.state = 'crashed';
        return;
      case 'deed': {
        const { effect, answer } = this.#ledger.perform(report.deed);
        if (effect !== null) {
          this.#effects.push({ process, ...effect });
          if (this.#faults.happened('effect', process)) return;
        }
        child.answer({ number: report.number, answer });
        return;
      }
      case 'happened': {
        const { happening } = report;
        if (happening.kind === 'console') {
          const { method, text } = happening.detail;
          this.#console.push({ process, atMicros: Math.round((performance.now() - this.#startedMs) * 1000), level: method, text });
        } else if (happening.kind === 'effect') this.#effects.push({ process, ...happening.detail });
        this.#faults.happened(happening.kind, process);
        return;
      }
      default:
        throw new Error(`Unknown report ${JSON.stringify(report satisfies never)}.`);
    }
  }

  #gone(place: Place, child: Child, code: number | null): void {
    if (place.child !== child) return;
    this.#active();
    place.child = null;
    const { name, restartAfterMs } = place.spec;
    const crashed = place.struck || place.state === 'crashed' || code === null;
    place.state = crashed ? 'crashed' : 'exited';
    place.exitCode = code ?? 0;
    this.#faults.happened(crashed ? 'processCrashed' : 'processExited', name);
    if (crashed && !place.struck) {
      const ownRestartMs = this.#faults.ownRestartMs(name) ?? restartAfterMs;
      if (ownRestartMs !== undefined) this.#restart(place, ownRestartMs);
    }
    place.struck = false;
  }

  #strike(process: string, restartAfterMs: number | undefined): void {
    const place = this.#places.get(process);
    if (place?.state !== 'running') return;
    place.struck = true;
    place.child?.kill();
    if (restartAfterMs !== undefined) this.#restart(place, restartAfterMs);
  }

  /** The next incarnation loads while the time until its start passes. */
  #restart(place: Place, delayMs: number): void {
    const dueMs = performance.now() + delayMs;
    this.#later(0, async () => {
      while (place.child !== null) await new Promise((resolve) => setTimeout(resolve, 1));
      const prepared = this.#prepare(place);
      this.#later(Math.max(0, dueMs - performance.now()), () => prepared.then(() => this.#start(place)));
    });
  }

  #pause(process: string, forMs: number): void {
    const child = this.#places.get(process)?.child;
    child?.pause();
    this.#later(forMs, () => child?.resume());
  }

  #wiresBetween(one: string, other: string): readonly Wire[] {
    return [...this.#places.values()].flatMap(({ spec, wires }) => {
      const host = spec.host ?? spec.name;
      return [...wires].flatMap(([broker, wire]) =>
        (host === one && broker === other) || (host === other && broker === one) ? [wire] : [],
      );
    });
  }

  /** A deed to come; while there is one, the run is not over. */
  #later(delayMs: number, deed: () => unknown): void {
    const timer = setTimeout(async () => {
      this.#active();
      await deed();
      this.#timers.delete(timer);
    }, delayMs);
    this.#timers.add(timer);
  }

  #active(): void {
    this.#lastActivityMs = performance.now();
  }

  async #untilEnded(): Promise<Ended> {
    const { deadlineMs } = this.#plan.scenario;
    while (true) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      const nowMs = performance.now();
      const places = [...this.#places.values()];
      const running = places.filter(({ state }) => state === 'running');
      const quiet = this.#timers.size === 0 && (running.length === 0 || nowMs - this.#lastActivityMs > QUIET_MS);
      const late = places.filter(({ state, spec }) => state === 'notStarted' && spec.startAt === 'quiet');
      if (quiet && late.length === 0) {
        return {
          reason: 'quiescent',
          waiting: running.map(({ spec }) => ({ process: spec.name, what: 'something that a real process does not tell' })),
        };
      }
      if (quiet) {
        await Promise.all(late.map((place) => this.#prepare(place)));
        for (const place of late) this.#start(place);
      }
      if (nowMs - this.#startedMs > deadlineMs) return { reason: 'deadline', said: `The run was cut off after ${deadlineMs} ms.` };
    }
  }

  #outcome(): Outcome {
    const places = [...this.#places.values()];
    const lines = (name: string) => this.#console.filter(({ process }) => process === name).map(({ text }) => text);
    return {
      console: Object.fromEntries(places.map(({ spec }) => [spec.name, lines(spec.name)])),
      effects: this.#effects,
      exits: Object.fromEntries(places.map(({ spec, state, exitCode }) => [spec.name, exitOf(state, exitCode)])),
    };
  }
}

function exitOf(state: State, exitCode: number): number | null | 'crashed' {
  switch (state) {
    case 'crashed':
      return 'crashed';
    case 'exited':
      return exitCode;
    case 'running':
    case 'notStarted':
      return null;
    default:
      throw new Error(`Unknown state ${String(state satisfies never)}.`);
  }
}
