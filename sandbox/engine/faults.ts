/** Faults: what goes wrong and when, as data, turned into calls at the right moment. */
import type { TraceEvent } from '../trace/event.ts';
import { takesPart } from '../trace/part.ts';
import type { Fault, When } from './cell.ts';
import { spokenFault } from './fault-words.ts';
import { microsOfMs } from './units.ts';

/** What faults can do to a run. Times are absolute virtual microseconds. */
export interface FaultTarget {
  /** Whether the process is there to be struck. */
  isAlive(process: string): boolean;
  crash(process: string, said: string, restartAfterMs: number | undefined): void;
  /** A crash whose time is known beforehand strikes even while the process computes. */
  crashAt(process: string, atMicros: number, strike: () => void): void;
  restartBroker(broker: string, downForMicros: number): void;
  pause(process: string, forMicros: number): void;
  slow(process: string, factor: number, forMicros: number): void;
  cut(between: readonly [string, string]): void;
  partition(between: readonly [string, string], forMicros: number): void;
  changeLatency(between: readonly [string, string], latencyMs: readonly [number, number], forMicros: number): void;
  /** The next bytes from the process to the broker are lost. */
  loseNext(process: string, broker: string): void;
  at(atMicros: number, strike: () => void): void;
  nowMicros(): number;
  recordFault(fault: Fault, said: string): void;
}

/** Arms all faults; the returned listener must see every event of the run. */
export function armFaults(faults: readonly Fault[], target: FaultTarget): (event: TraceEvent) => void {
  const waiting: { fault: Fault; when: Extract<When, { on: unknown }>; seen: number; struck: boolean }[] = [];
  for (const fault of faults) {
    const { when } = fault;
    if ('on' in when) waiting.push({ fault, when, seen: 0, struck: false });
    else armAt(fault, microsOfMs(when.atMs), target);
  }
  return (event) => {
    for (const entry of waiting) {
      if (entry.struck || !matches(event, entry.when)) continue;
      entry.seen += 1;
      if (entry.seen < (entry.when.nth ?? 1)) continue;
      entry.struck = true;
      if (entry.when.afterMs === undefined) strike(entry.fault, target);
      else armAt(entry.fault, target.nowMicros() + microsOfMs(entry.when.afterMs), target);
    }
  };
}

function armAt(fault: Fault, atMicros: number, target: FaultTarget): void {
  let struck = false;
  const strikeOnce = (): void => {
    if (struck) return;
    struck = true;
    strike(fault, target);
  };
  target.at(atMicros, strikeOnce);
  if (fault.kind === 'crash') target.crashAt(fault.process, atMicros, strikeOnce);
}

function matches(event: TraceEvent, when: Extract<When, { on: unknown }>): boolean {
  return event.kind === when.on && (when.process === undefined || takesPart(event, when.process));
}

function strike(fault: Fault, target: FaultTarget): void {
  const misses = fault.kind === 'crash' && !target.isAlive(fault.process);
  target.recordFault(fault, misses ? `the crash finds nobody: ${fault.process} is not running` : spokenFault(fault));
  switch (fault.kind) {
    case 'crash':
      return target.crash(fault.process, spokenFault(fault), fault.restartAfterMs);
    case 'restartBroker':
      return target.restartBroker(fault.broker, microsOfMs(fault.downForMs));
    case 'pause':
      return target.pause(fault.process, microsOfMs(fault.forMs));
    case 'slow':
      return target.slow(fault.process, fault.factor, microsOfMs(fault.forMs));
    case 'cut':
      return target.cut(fault.between);
    case 'partition':
      return target.partition(fault.between, microsOfMs(fault.forMs));
    case 'latency':
      return target.changeLatency(fault.between, fault.latencyMs, microsOfMs(fault.forMs));
    case 'loseAck':
      return target.loseNext(fault.process, fault.broker);
    default:
      throw new Error(`Unknown fault ${JSON.stringify(fault satisfies never)}.`);
  }
}

/** What is struck: a process or broker, or the two ends of a way. */
export function struckBy(fault: Fault): readonly [at: string, other: string | null] {
  if ('between' in fault) return fault.between;
  if (fault.kind === 'restartBroker') return [fault.broker, null];
  return [fault.process, fault.kind === 'loseAck' ? fault.broker : null];
}

/** How long it lasts, where it has a time of its own. */
export function lastingMicros(fault: Fault): number | null {
  if (fault.kind === 'restartBroker') return microsOfMs(fault.downForMs);
  return 'forMs' in fault ? microsOfMs(fault.forMs) : null;
}
