/** `node:perf_hooks` and the global `performance`, on the process's own clock. */
import { currentProcess } from '../engine/process.ts';
import { perProcess } from './per-process.ts';
import { uptimeMs } from './process.ts';

const marks = perProcess<Map<string, number>>(() => new Map());

export const performance = {
  now: uptimeMs,
  get timeOrigin(): number {
    const process = currentProcess();
    return process.epochMs + process.readClockMicros() / 1000 - uptimeMs();
  },
  mark(name: string): { name: string; entryType: 'mark'; startTime: number; duration: 0 } {
    const startTime = uptimeMs();
    marks().set(name, startTime);
    return { name, entryType: 'mark', startTime, duration: 0 };
  },
  measure(name: string, from?: string, to?: string): { name: string; entryType: 'measure'; startTime: number; duration: number } {
    const startTime = from === undefined ? 0 : (marks().get(from) ?? 0);
    const endTime = to === undefined ? uptimeMs() : (marks().get(to) ?? 0);
    return { name, entryType: 'measure', startTime, duration: endTime - startTime };
  },
  clearMarks: () => marks().clear(),
  eventLoopUtilization: () => ({ idle: 0, active: 0, utilization: 0 }),
  toJSON: () => ({ timeOrigin: performance.timeOrigin }),
};

export const perfHooks = { performance };
