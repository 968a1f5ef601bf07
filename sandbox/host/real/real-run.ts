/** One run against real brokers while it goes on: its processes over all their incarnations, their wires and what they tell. */
import { BROKERS } from '../../brokers/registry.ts';
import { Ledger } from '../../course/ledger.ts';
import type { ProcessSpec } from '../../engine/cell.ts';
import type { ProcessState } from '../../engine/report.ts';
import type { Ended } from '../../trace/ended.ts';
import type { Happening, Kind, TraceEvent } from '../../trace/event.ts';
import { Child } from './child.ts';
import type { ChildReport } from './child-report.ts';
import type { FaultDriver } from './fault-driver.ts';
import type { RealServer } from './real-server.ts';
import type { RealPlan, RealReport } from './run-real.ts';
import { Wire } from './wire.ts';
import { modulesOf } from './workspace.ts';

/** A run is quiet when for so long no process said or did anything and no byte went to or from a broker. */
const QUIET_MS = 3000;
const LOOK_EVERY_MS = 50;

/** A process of the run over all its incarnations. */
interface Place {
  readonly spec: ProcessSpec;
  readonly wires: ReadonlyMap<string, Wire>;
  state: ProcessState;
  exitCode: number | null;
  child: Child | null;
  /** Killed by a fault, which says itself when to start again. */
  struck: boolean;
}

export class RealRun {
  readonly #plan: RealPlan;
  readonly #folder: string;
  readonly #servers: ReadonlyMap<string, RealServer>;
  readonly #places = new Map<string, Place>();
  readonly #ledger = new Ledger();
  readonly #events: TraceEvent[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #faults: FaultDriver;
  #isClosed = false;
  #startedMs = 0;
  #lastActivityMs = 0;

  /** `folder` is the workspace; `servers` is filled, by broker name, before `toEnd`. */
  constructor(plan: RealPlan, faults: FaultDriver, folder: string, servers: ReadonlyMap<string, RealServer>) {
    this.#plan = plan;
    this.#faults = faults;
    this.#folder = folder;
    this.#servers = servers;
  }

  async toEnd(): Promise<RealReport> {
    for (const spec of this.#plan.scenario.processes) await this.#place(spec);
    const first = [...this.#places.values()].filter(({ spec }) => spec.startAt !== 'quiet');
    await Promise.all(first.map((place) => this.#prepare(place)));
    this.#startedMs = this.#lastActivityMs = performance.now();
    for (const place of first) this.#later(typeof place.spec.startAt === 'number' ? place.spec.startAt : 0, () => this.#start(place));
    this.#faults.begin({
      later: (delayMs, deed) => this.#later(delayMs, deed),
      crash: (process, restartAfterMs) => this.#strike(process, restartAfterMs),
      pause: (process, forMs) => this.#pause(process, forMs),
      wires: (one, other) => this.#wiresBetween(one, other),
      server: (name) => this.#servers.get(name),
    });
    const ended = await this.#untilEnded();
    const processes = [...this.#places.values()].map(({ spec, state, exitCode }) => ({ name: spec.name, state, exitCode }));
    return { ended, realMs: Math.round(performance.now() - this.#startedMs), events: this.#events, processes };
  }

  close(): void {
    this.#isClosed = true;
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
    this.#places.set(spec.name, { spec, wires, state: 'notStarted', exitCode: null, child: null, struck: false });
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
      modules: modulesOf(this.#plan.files),
      crashes: this.#faults.ownCrashesOf(spec.name),
    };
    const child = new Child(`files/${spec.file}`, this.#folder, spec.env ?? {}, settings, {
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
          this.#record(process, { level: 'story', kind: 'effect', detail: effect });
          if (this.#faults.happened('effect', process)) return;
        }
        child.answer({ number: report.number, answer });
        return;
      }
      case 'happened': {
        const { happening } = report;
        this.#record(process, happening);
        this.#faults.happened(happening.kind, process);
        return;
      }
      default:
        throw new Error(`Unknown report ${JSON.stringify(report satisfies never)}.`);
    }
  }

  #record(process: string, happening: Happening): void {
    const atMicros = Math.round((performance.now() - this.#startedMs) * 1000);
    this.#events.push({ ...happening, sequence: this.#events.length, atMicros, process });
  }

  #gone(place: Place, child: Child, code: number | null): void {
    if (place.child !== child) return;
    this.#active();
    place.child = null;
    const { name, restartAfterMs } = place.spec;
    const crashed = place.struck || place.state === 'crashed' || code === null;
    place.state = crashed ? 'crashed' : 'exited';
    place.exitCode = code;
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
      if (this.#isClosed) return;
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
    if (this.#isClosed) return;
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
}
