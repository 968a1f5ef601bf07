/** The kernel's rows: what one event without client code costs, and that a long run costs no more per event than a short one. */
import type { BrokerDefinition, BrokerEnvironment } from '../sandbox/engine/broker.ts';
import { Simulation } from '../sandbox/engine/simulation.ts';
import { BareHeap } from './bare-heap.ts';
import { interleave, type Subject } from './measure.ts';
import { type Row, ratioRow } from './row.ts';

const HORIZON_MICROS = 1_000_000;
const EVENT_LIMIT = 5;
/** One event of a run of 1,000,000 may cost this many times one of a run of 100,000. */
const LINEAR_LIMIT = 1.5;

export async function kernelRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [size, repetitions] of [
    [1000, 15],
    [10_000, 15],
    [100_000, 9],
    [1_000_000, 7],
  ] as const) {
    const eventCount = Math.max(200_000, size / 5);
    const subjects = [kernelSubject('kernel event', size, eventCount), heapSubject(size, eventCount)];
    const [kernel, heap] = await interleave(subjects, repetitions);
    if (kernel && heap) rows.push(ratioRow(`kernel event, ${size.toLocaleString('en')} pending`, EVENT_LIMIT, kernel, heap));
  }
  const lengths = [kernelSubject('run of 1,000,000 events', 1000, 1_000_000), kernelSubject('run of 100,000 events', 1000, 100_000)];
  const [long, short] = await interleave(lengths, 9);
  if (long && short) rows.push(ratioRow('kernel event, 1,000,000 against 100,000 in a run', LINEAR_LIMIT, long, short));
  return rows;
}

/** Nanoseconds per event of a whole simulation in which `size` timers of a broker are pending and each one sets the next. */
function kernelSubject(name: string, size: number, eventCount: number): Subject {
  return {
    name,
    unit: 'ns',
    sample: async () => {
      let startedAt = 0;
      let nanos = 0;
      let left = eventCount;
      const next = delays();
      const populate = (environment: BrokerEnvironment): void => {
        const fire = (): void => {
          if (left === eventCount) startedAt = performance.now();
          left -= 1;
          if (left === 0) {
            nanos = ((performance.now() - startedAt) * 1e6) / eventCount;
            simulation.stop('measured');
          } else environment.schedule(next(), fire);
        };
        for (let index = 0; index < size; index += 1) environment.schedule(next(), fire);
      };
      const simulation = simulationOf(populate);
      await simulation.toEnd();
      return nanos;
    },
  };
}

/** Nanoseconds per pop and push of a bare heap that holds `size` entries; nothing is allocated. */
function heapSubject(size: number, count: number): Subject {
  return {
    name: 'bare pop and push',
    unit: 'ns',
    sample: () => {
      const next = delays();
      const heap = new BareHeap();
      for (let sequence = 0; sequence < size; sequence += 1) heap.push({ time: next(), sequence });
      const startedAt = performance.now();
      for (let index = 0; index < count; index += 1) {
        const entry = heap.pop();
        entry.time += next();
        entry.sequence = size + index;
        heap.push(entry);
      }
      return ((performance.now() - startedAt) * 1e6) / count;
    },
  };
}

/** The same delays for both: whole microseconds, spread evenly (a linear congruential generator, Numerical Recipes' constants). */
function delays(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return 1 + (state % HORIZON_MICROS);
  };
}

function simulationOf(populate: (environment: BrokerEnvironment) => void): Simulation {
  const broker: BrokerDefinition = {
    port: 1,
    version: '1',
    create: (environment) => {
      populate(environment);
      return { accept: () => ({ received: () => {}, closed: () => {} }), waiting: () => [], restarted: () => {} };
    },
  };
  const scenario = {
    processes: [],
    brokers: [{ kind: 'fifo' as const }],
    network: { latencyMs: [1, 50] as const },
    faults: [],
    deadlineMs: Number.MAX_SAFE_INTEGER / 1000,
    eventBudget: Number.MAX_SAFE_INTEGER,
  };
  const toolbox = {
    hop: (callback: () => void) => {
      setImmediate(callback);
    },
    hops: 1,
    brokerOf: () => broker,
    evaluate: async () => {},
  };
  return new Simulation({ scenario, seed: 1, levels: new Set(['story']), eventCap: 1000 }, toolbox);
}
