/** What `npm run record` left, read while the site is built: runs, and what predictions and figures found in them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunReport } from '../../sandbox/engine/report.ts';
import type { TraceEvent } from '../../sandbox/trace/event.ts';

/** The site is built in the project's root. */
const RECORDED = join(process.cwd(), '.inflight', 'recorded');

const runs = new Map<string, RunReport>();

/** The recorded run of a cell, exercise or break, such as `fifo/cells/line`; of a cell also `fifo/cells/line.seed-7`. */
export function recordedRun(name: string): RunReport {
  const known = runs.get(name) ?? recorded<{ readonly report: RunReport }>(`${name}.run`).report;
  runs.set(name, known);
  return known;
}

/** What was written as `<name>.json`. Throws when there is none: recording comes before building. */
export function recorded<T>(name: string): T {
  return JSON.parse(readFileSync(join(RECORDED, `${name}.json`), 'utf8')) as T;
}

/** The events of the run that a workbench names by its address; none where nothing was recorded. */
export function recordedEvents(address: string | null): readonly TraceEvent[] {
  return address === null ? [] : recordedRun(address.replace(/^recorded\//, '').replace(/\.json$/, '')).events;
}
