/** Loaded before a learner's file by `node --import`: makes a plain Node process a process of the run. */
import { readSync, writeSync } from 'node:fs';
import { formatWithOptions } from 'node:util';
import { setCurrentProcess } from '../../engine/process.ts';
import type { ConsoleMethod, Happening } from '../../trace/event.ts';
import { type ChildReport, type ChildSettings, REPORT_DESCRIPTOR, SETTINGS_VARIABLE } from './child-report.ts';
import { mapPorts } from './map-ports.ts';
import { RealProcess } from './real-process.ts';

const settings = JSON.parse(process.env[SETTINGS_VARIABLE] ?? '') as ChildSettings;
delete process.env[SETTINGS_VARIABLE];

const counts = new Map<Happening['kind'], number>();

mapPorts(settings.ports);
for (const client of settings.clients) await import(client);
setCurrentProcess(new RealProcess(settings, record));
for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) console[method] = printer(method);
process.on('uncaughtExceptionMonitor', (error, origin) => {
  const cause = origin === 'unhandledRejection' ? origin : 'uncaughtException';
  tell({ kind: 'crashed', cause, said: error instanceof Error ? error.message : String(error) });
});
tell({ kind: 'ready' });
readSync(0, Buffer.alloc(1));

function printer(method: ConsoleMethod): (...values: unknown[]) => void {
  return (...values) => record({ level: 'story', kind: 'console', detail: { method, text: formatWithOptions({ colors: false }, ...values) } });
}

/** Tells the parent before it goes on, so that a kill right after loses nothing. */
function record(happening: Happening): void {
  tell({ kind: 'happened', happening });
  counts.set(happening.kind, (counts.get(happening.kind) ?? 0) + 1);
  const crash = settings.crashes.some(({ on, nth }) => on === happening.kind && nth === counts.get(on));
  if (crash) process.kill(process.pid, 'SIGKILL');
}

function tell(report: ChildReport): void {
  writeSync(REPORT_DESCRIPTOR, `${JSON.stringify(report)}\n`);
}
