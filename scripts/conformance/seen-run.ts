/** What is seen of a run of the course's programs, in a form in which a simulated and a real one can be compared. */
import type { Scenario } from '../../sandbox/engine/cell.ts';
import type { RunReport } from '../../sandbox/engine/report.ts';
import { outcomeOf } from '../../sandbox/judge/outcome.ts';

/** What counts of a run: each process' lines and how it ended, and what was done outside; never how processes interleave. */
export interface SeenRun {
  readonly exits: Readonly<Record<string, unknown>>;
  readonly lines: Readonly<Record<string, readonly string[]>>;
  readonly effects: readonly string[];
}

export function seenOf(report: Pick<RunReport, 'ended' | 'events' | 'processes'>): SeenRun {
  const lines: Record<string, string[]> = {};
  const effects: string[] = [];
  for (const { kind, process, detail } of report.events) {
    if (kind === 'console') lines[process] = [...(lines[process] ?? []), detail.text];
    if (kind === 'effect') effects.push(JSON.stringify(detail));
  }
  return { exits: outcomeOf(report).exits, lines, effects: effects.sort() };
}

/** A process that the real run did not wait for, since nothing happened for long, says nothing about its end. */
export function shownSeen({ exits, lines, effects }: SeenRun, real: SeenRun): string {
  const ended = Object.entries(exits).filter(([process]) => real.exits[process] !== null);
  return JSON.stringify({ exits: Object.fromEntries(ended), lines: Object.fromEntries(Object.entries(lines).sort()), effects });
}

/** The same run with processes of one file told as one, whose lines are in no order. */
export function withoutWho({ exits, lines, effects }: SeenRun, { processes }: Pick<Scenario, 'processes'>): SeenRun {
  const kinds = processes.map(({ name, file }) => ({ name, like: `one of ${file}` }));
  const named = (text: string) => kinds.reduce((told, { name, like }) => told.replaceAll(name, like), text);
  const merged: Record<string, string[]> = {};
  for (const [process, told] of Object.entries(lines))
    merged[named(process)] = [...(merged[named(process)] ?? []), ...told.map(named)].sort();
  return { exits, lines: merged, effects: effects.map(named).sort() };
}
