/** The supervisor: starts the processes of a scenario, lets them exit or crash, and starts them again. */
import type { Waiting } from '../trace/ended.ts';
import type { CrashCause } from '../trace/event.ts';
import type { ProcessSpec, Scenario } from './cell.ts';
import type { Strike } from './process-clock.ts';
import type { ProcessWorld } from './process-world.ts';
import type { RandomStream } from './random.ts';
import type { ProcessState, RunReport } from './report.ts';
import type { Simulation } from './simulation.ts';
import { microsOfMs } from './units.ts';
import { VirtualProcess } from './virtual-process.ts';

/** The exit code of Node when the top level of a program still waits but nothing can happen any more. */
const UNSETTLED_TOP_LEVEL_AWAIT = 13;
const FIRST_PID = 101;

interface Slot {
  readonly spec: ProcessSpec;
  readonly pid: number;
  process: VirtualProcess | null;
  incarnation: number;
  factor: number;
  slowUntilMicros: number;
  pausedUntilMicros: number;
  /** Times of crashes to come, with the fault that strikes. */
  strikes: Strike[];
  /** A crash by a fault says itself whether the process starts again. */
  restartAfterMs: number | undefined;
}

export class Supervisor {
  /** The process whose event runs now. */
  current: VirtualProcess | null = null;
  readonly #simulation: Simulation;
  readonly #random: RandomStream;
  readonly #slots = new Map<string, Slot>();
  readonly #evaluate: (process: VirtualProcess) => Promise<void>;

  constructor(simulation: Simulation, scenario: Scenario, random: RandomStream, evaluate: (process: VirtualProcess) => Promise<void>) {
    this.#simulation = simulation;
    this.#random = random;
    this.#evaluate = evaluate;
    scenario.processes.forEach((spec, index) => {
      const { restartAfterMs } = spec;
      const slot: Slot = {
        spec,
        pid: FIRST_PID + index,
        process: null,
        incarnation: 0,
        factor: 1,
        slowUntilMicros: 0,
        pausedUntilMicros: 0,
        strikes: [],
        restartAfterMs,
      };
      this.#slots.set(spec.name, slot);
    });
  }

  scheduleStarts(): void {
    for (const slot of this.#slots.values()) {
      const { startAt = 0 } = slot.spec;
      if (startAt !== 'quiet') this.#startAt(slot, microsOfMs(startAt));
    }
  }

  /** Starts the processes that wait for quiet; false when there is none left. */
  startQuiet(atMicros: number): boolean {
    const quiet = [...this.#slots.values()].filter(({ spec, incarnation }) => spec.startAt === 'quiet' && incarnation === 0);
    for (const slot of quiet) this.#startAt(slot, atMicros);
    return quiet.length > 0;
  }

  /** A process with nothing left to do ends, as in Node. */
  afterEvent(process: VirtualProcess): void {
    if (!process.alive || process.hasHandles) return;
    process.exitBy(process.isEvaluated ? (process.exitCode ?? 0) : UNSETTLED_TOP_LEVEL_AWAIT);
  }

  isAlive(name: string): boolean {
    return this.#slotNamed(name).process?.alive === true;
  }

  /** A crash by a fault: of a process that is not there it is forgotten. */
  crash(name: string, said: string, restartAfterMs: number | undefined): void {
    const slot = this.#slotNamed(name);
    const { process } = slot;
    if (process === null || !process.alive) return;
    const strike = (): void => {
      if (!process.alive) return;
      slot.restartAfterMs = restartAfterMs;
      process.crash('fault', said);
    };
    const { scheduler } = this.#simulation;
    const { computedUntilMicros, isRunning } = process.clock;
    if (isRunning || computedUntilMicros <= scheduler.nowMicros) return strike();
    // It has run ahead of whoever caused the crash: what it did cannot be taken back, but nothing more comes.
    process.clock.stayBusyUntil(computedUntilMicros + 1);
    scheduler.at(computedUntilMicros, null, strike);
  }

  strikeAt(name: string, atMicros: number, strike: () => void): void {
    const slot = this.#slotNamed(name);
    slot.strikes.push({ atMicros, happen: strike });
    slot.strikes.sort((left, right) => left.atMicros - right.atMicros);
    if (slot.process?.alive) slot.process.clock.expect(this.#nextStrike(slot));
  }

  pause(name: string, untilMicros: number): void {
    const slot = this.#slotNamed(name);
    slot.pausedUntilMicros = Math.max(slot.pausedUntilMicros, untilMicros);
    slot.process?.clock.stayBusyUntil(untilMicros);
  }

  /** The newest slow spell counts; `endSlow` must be called at its end. */
  slow(name: string, factor: number, untilMicros: number): void {
    const slot = this.#slotNamed(name);
    slot.factor = factor;
    slot.slowUntilMicros = untilMicros;
    if (slot.process?.alive) slot.process.clock.slowDown(factor);
  }

  endSlow(name: string): void {
    const { slowUntilMicros } = this.#slotNamed(name);
    if (slowUntilMicros <= this.#simulation.scheduler.nowMicros) this.slow(name, 1, slowUntilMicros);
  }

  freezeAll(): void {
    for (const { process } of this.#slots.values()) process?.freeze();
  }

  waiting(): readonly Waiting[] {
    return [...this.#slots.values()].flatMap(({ process }) => (process === null || process.state === 'crashed' ? [] : process.waiting()));
  }

  states(): RunReport['processes'] {
    return [...this.#slots.values()].map(({ spec, process }) => {
      const state: ProcessState = process?.state ?? 'notStarted';
      return { name: spec.name, state, exitCode: state === 'exited' ? (process?.exitCode ?? 0) : null };
    });
  }

  #startAt(slot: Slot, atMicros: number): void {
    slot.incarnation += 1;
    const { spec, incarnation, pid } = slot;
    const { name, file } = spec;
    const random = this.#random.fork(`process ${name} ${incarnation}`);
    const place = { name, file, host: spec.host ?? name, pid, env: spec.env ?? {}, incarnation, random };
    const process = new VirtualProcess(this.#world(slot), place);
    process.clock.cost.factor = slot.factor;
    process.clock.stayBusyUntil(slot.pausedUntilMicros);
    this.#simulation.scheduler.at(atMicros, process, () => this.#start(slot, process));
  }

  #start(slot: Slot, process: VirtualProcess): void {
    slot.process = process;
    process.clock.expect(this.#nextStrike(slot));
    process.record(
      process.incarnation === 1
        ? { kind: 'processStarted', level: 'story', detail: { incarnation: 1 } }
        : { kind: 'processRestarted', level: 'story', detail: { incarnation: process.incarnation } },
    );
    // Node evaluates a module inside a promise job: its microtasks come before its first ticks.
    void Promise.resolve().then(() => this.#evaluateIn(process));
  }

  async #evaluateIn(process: VirtualProcess): Promise<void> {
    if (!process.alive) return;
    try {
      await this.#evaluate(process);
      process.isEvaluated = true;
    } catch (error) {
      process.uncaught(error);
    }
  }

  #died(slot: Slot, cause: CrashCause | 'exit'): void {
    if (cause === 'exit' || slot.restartAfterMs === undefined) return;
    const delayMicros = microsOfMs(slot.restartAfterMs);
    slot.restartAfterMs = slot.spec.restartAfterMs;
    const diedAtMicros = slot.process?.nowMicros() ?? this.#simulation.scheduler.nowMicros;
    this.#startAt(slot, diedAtMicros + delayMicros);
  }

  #nextStrike({ strikes }: Slot): Strike | null {
    return strikes.find(({ atMicros }) => atMicros > this.#simulation.scheduler.nowMicros) ?? null;
  }

  #slotNamed(name: string): Slot {
    const slot = this.#slots.get(name);
    if (slot === undefined) throw new Error(`The scenario has no process named ${name}.`);
    return slot;
  }

  #world(slot: Slot): ProcessWorld {
    const simulation = this.#simulation;
    return {
      scheduler: simulation.scheduler,
      run: simulation.run,
      epochMs: simulation.epochMs,
      record: (atMicros, process, happening) => simulation.record(atMicros, process, happening),
      mintMessageId: () => simulation.mintMessageId(),
      nextTick: (callback) => simulation.nextTick(callback),
      connect: (owner, host, port, handler) =>
        simulation.network.connect({ name: owner.name, host: owner.host, owner }, host, port, handler),
      listen: (owner, port, accept) => simulation.network.listen(owner, port, accept),
      endlessLoop: (process) => simulation.endlessLoop(process),
      died: (_process, cause) => this.#died(slot, cause),
    };
  }
}
