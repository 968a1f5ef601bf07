/** The outcome: what a run left behind as far as the outside world can see, read off its trace. */
import type { RunReport } from '../engine/report.ts';
import type { Outcome } from './check.ts';

/** What `outcomeOf` needs of a report. */
export type Witnessed = Pick<RunReport, 'events' | 'processes'>;

/** Every process of the run has its list of console lines, empty if it said nothing; a process that never started has `null` as exit. */
export function outcomeOf({ events, processes }: Witnessed): Outcome {
  const console: Record<string, string[]> = {};
  const effects: Outcome['effects'][number][] = [];
  for (const { name } of processes) console[name] = [];
  for (const event of events) {
    if (event.kind === 'console') {
      const lines = console[event.process] ?? [];
      lines.push(event.detail.text);
      console[event.process] = lines;
    } else if (event.kind === 'effect') {
      effects.push({ process: event.process, ...event.detail });
    }
  }
  return { console, effects, exits: Object.fromEntries(processes.map((process) => [process.name, exitOf(process)])) };
}

function exitOf({ state, exitCode }: Witnessed['processes'][number]): number | null | 'crashed' {
  switch (state) {
    case 'crashed':
      return 'crashed';
    case 'exited':
      return exitCode ?? 0;
    case 'running':
    case 'notStarted':
      return null;
    default:
      throw new Error(`Unknown process state ${String(state satisfies never)}.`);
  }
}
