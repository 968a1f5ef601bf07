/** Endings: how a run ended, in a sentence, and who still waits for what. */
import type { RunReport } from '../../sandbox/engine/report.ts';
import type { Ended } from '../../sandbox/trace/ended.ts';
import { timeText } from './words.ts';

export interface Ending {
  /** Calm when the run came to its own end, alarming when something cut it off. */
  readonly tone: 'calm' | 'alarm';
  readonly said: string;
  /** `worker-1 is waiting for …`. */
  readonly waiting: readonly string[];
  readonly source: { readonly file: string; readonly line: number } | null;
}

export function endingOf(report: RunReport): Ending {
  const { ended } = report;
  const at = timeText(report.virtualMicros);
  const crashed = report.processes.filter(({ state }) => state === 'crashed').map(({ name }) => name);
  switch (ended.reason) {
    case 'quiescent': {
      const waiting = ended.waiting.map(({ process, what }) => `${process} is waiting for ${what}.`);
      const why = waiting.length > 0 ? 'nothing more can happen while these wait' : 'nothing is left to do';
      return { tone: 'calm', said: `Ended after ${at} of simulated time: ${why}.${crashedText(crashed)}`, waiting, source: null };
    }
    case 'deadline':
      return { tone: 'calm', said: `${ended.said} (${at} of simulated time)${crashedText(crashed)}`, waiting: [], source: null };
    case 'budget':
    case 'compile-error':
      return { tone: 'alarm', said: ended.said, waiting: [], source: ended.source ?? null };
    case 'stopped':
      return { tone: 'calm', said: `${ended.said} (${at} of simulated time)`, waiting: [], source: null };
    case 'watchdog':
    case 'tampered':
      return { tone: 'alarm', said: ended.said, waiting: [], source: null };
    default:
      throw new Error(`Unknown ending: ${String((ended satisfies never as Ended).reason)}.`);
  }
}

function crashedText(names: readonly string[]): string {
  return names.length === 0 ? '' : ` ${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} down.`;
}
