/** Loaded before a learner's file by `node --import`: makes a plain Node process a process of the run. */
import { readSync, writeSync } from 'node:fs';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { formatWithOptions } from 'node:util';
import type { Deed } from '../../course/ledger.ts';
import { connectOutside } from '../../course/outside.ts';
import { setCurrentProcess } from '../../engine/process.ts';
import type { ConsoleMethod, Happening } from '../../trace/event.ts';
import { type ChildReport, type ChildSettings, type DeedAnswer, REPORT_DESCRIPTOR, SETTINGS_VARIABLE } from './child-report.ts';
import { mapPorts } from './map-ports.ts';
import { RealProcess } from './real-process.ts';

const settings = JSON.parse(process.env[SETTINGS_VARIABLE] ?? '') as ChildSettings;
delete process.env[SETTINGS_VARIABLE];
const counts = new Map<Happening['kind'], number>();

mapPorts(settings.ports);
for (const name of settings.modules) await import(name);
for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) console[method] = printer(method);
process.on('uncaughtExceptionMonitor', (error, origin) => {
  const cause = origin === 'unhandledRejection' ? origin : 'uncaughtException';
  tell({ kind: 'crashed', cause, said: error instanceof Error ? error.message : String(error) });
});
tell({ kind: 'ready' });
readSync(0, Buffer.alloc(1));
setCurrentProcess(new RealProcess(settings, record));
connectOutside(deedsThrough(process.stdin as unknown as Socket));

function printer(method: ConsoleMethod): (...values: unknown[]) => void {
  return (...values) =>
    record({ level: 'story', kind: 'console', detail: { method, text: formatWithOptions({ colors: false }, ...values) } });
}

/** Tells the parent before it goes on, so that a kill right after loses nothing. */
function record(happening: Happening): void {
  tell({ kind: 'happened', happening });
  const count = (counts.get(happening.kind) ?? 0) + 1;
  counts.set(happening.kind, count);
  if (settings.crashes.some(({ on, nth }) => on === happening.kind && nth === count)) process.kill(process.pid, 'SIGKILL');
}

function tell(report: ChildReport): void {
  writeSync(REPORT_DESCRIPTOR, `${JSON.stringify(report)}\n`);
}

/** Deeds go up, answers come down; only a deed under way keeps the process alive. */
function deedsThrough(input: Socket): (deed: Deed) => Promise<unknown> {
  const waiting = new Map<number, (answer: unknown) => void>();
  let deedCount = 0;
  createInterface({ input }).on('line', (line) => {
    const { number, answer } = JSON.parse(line) as DeedAnswer;
    waiting.get(number)?.(answer);
    waiting.delete(number);
    if (waiting.size === 0) input.unref();
  });
  input.unref();
  return (deed) =>
    new Promise((resolve) => {
      deedCount += 1;
      waiting.set(deedCount, resolve);
      input.ref();
      tell({ kind: 'deed', number: deedCount, deed });
    });
}
