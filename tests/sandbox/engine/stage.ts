/** A stage for kernel tests: processes are functions of the test itself, without compiler or clients. */
import type { BrokerDefinition } from '../../../sandbox/engine/broker.ts';
import type { BrokerSpec, Fault, ProcessSpec, Scenario } from '../../../sandbox/engine/cell.ts';
import { currentProcess, type Endpoint, type EndpointHandler, type Process } from '../../../sandbox/engine/process.ts';
import type { Meter } from '../../../sandbox/engine/program.ts';
import type { RunReport } from '../../../sandbox/engine/report.ts';
import { Simulation } from '../../../sandbox/engine/simulation.ts';
import type { VirtualProcess } from '../../../sandbox/engine/virtual-process.ts';

export type Actor = (process: Process) => void | Promise<void>;

export interface Play {
  readonly actors: Readonly<Record<string, Actor>>;
  readonly specs?: Readonly<Record<string, Partial<ProcessSpec>>>;
  readonly faults?: readonly Fault[];
  readonly seed?: number;
  readonly latencyMs?: readonly [number, number];
  readonly bytesPerMs?: number;
  readonly deadlineMs?: number;
  readonly eventBudget?: number;
  /** Opens a broker kind with this definition. */
  readonly broker?: BrokerDefinition;
  /** Which brokers there are of it; one when not given. */
  readonly brokers?: readonly BrokerSpec[];
}

/** Runs the play to its end. */
export async function perform(play: Play): Promise<RunReport> {
  const scenario: Scenario = {
    processes: Object.keys(play.actors).map((name) => ({ name, file: name, ...play.specs?.[name] })),
    brokers: play.broker === undefined ? [] : (play.brokers ?? [{ kind: 'fifo' }]),
    network: { latencyMs: play.latencyMs ?? [1, 1], ...(play.bytesPerMs !== undefined && { bytesPerMs: play.bytesPerMs }) },
    faults: play.faults ?? [],
    deadlineMs: play.deadlineMs ?? 10_000,
    eventBudget: play.eventBudget ?? 10_000,
  };
  const simulation = new Simulation(
    { scenario, seed: play.seed ?? 1, levels: new Set(['story', 'wire', 'kernel']), eventCap: 5000 },
    {
      hop: (callback) => setImmediate(callback),
      hops: 1,
      brokerOf: () => {
        if (play.broker === undefined) throw new Error('The play has no broker.');
        return play.broker;
      },
      evaluate: async (process) => {
        await play.actors[process.file]?.(process);
      },
    },
  );
  return simulation.toEnd();
}

/** `await pause(20)`: a timer of the current process. */
export function pause(ms: number): Promise<void> {
  const process = currentProcess();
  return new Promise((resolve) => process.schedule(ms * 1000, resolve));
}

/** Pretends that the process passed so many markers of 10 ns each. */
export function burn(process: Process, steps: number): void {
  let fuel = 0;
  const meter: Meter = {
    position: () => 0,
    clearPosition: () => {},
    fuel: () => fuel,
    grant: (granted) => {
      fuel = granted;
    },
  };
  const computing = process as VirtualProcess;
  computing.attach(meter);
  for (let left = steps; left > 0; ) {
    if (fuel <= 0) computing.outOfFuel();
    const taken = Math.min(left, fuel);
    fuel -= taken;
    left -= taken;
  }
}

/** Writes a console line of the current process. */
export function say(text: string): void {
  currentProcess().record({ kind: 'console', level: 'story', detail: { method: 'log', text } });
}

/** Console lines as `process@ms text`. */
export function lines(report: RunReport): string[] {
  return report.events.flatMap((event) =>
    event.kind === 'console' ? `${event.process}@${event.atMicros / 1000} ${event.detail.text}` : [],
  );
}

/** Everything of the story as `process kind`. */
export function story(report: RunReport): string[] {
  return report.events
    .filter(({ level, kind }) => level === 'story' && kind !== 'console')
    .map(({ process, kind }) => `${process} ${kind}`);
}

/** A handler that says what happens to its end, and consumes what it gets. */
export function talkative(endpoint: () => Endpoint, onText: (text: string) => void = () => {}): EndpointHandler {
  return {
    opened: () => say('opened'),
    received: (bytes) => {
      endpoint().consumed(bytes.length);
      const text = new TextDecoder().decode(bytes);
      say(`received ${text}`);
      onText(text);
    },
    ended: () => say('ended'),
    closed: (error) => say(error === null ? 'closed' : `closed ${error.code}`),
  };
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
