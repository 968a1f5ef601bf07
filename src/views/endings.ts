/** Endings: how a run ended, in a sentence, and who still waits for what. */

import { listed } from '../../content/words.ts';
import type { RunReport } from '../../sandbox/engine/report.ts';
import type { Ended } from '../../sandbox/trace/ended.ts';
import type { SourceLine, TraceEvent } from '../../sandbox/trace/event.ts';
import { timeText } from '../../sandbox/trace/time-text.ts';
import { vainText } from '../../sandbox/trace/vain-text.ts';
import { crashWords, exitWords } from './words.ts';

export interface Ending {
  /** Calm when the run came to its own end, alarming when something cut it off. */
  readonly tone: 'calm' | 'alarm';
  readonly said: string;
  readonly source: SourceLine | null;
  /** What went wrong in processes by their own doing: `shop tried 20 times in vain to connect …`, `producer crashed: TypeError: …`. */
  readonly mishaps: readonly { readonly said: string; readonly source: SourceLine | null }[];
  /** Why nothing more can happen: `worker-1 is down.`, `worker-2 is waiting for …`. */
  readonly waiting: readonly string[];
}

export function endingOf(report: RunReport): Ending {
  const { ended } = report;
  const at = timeText(report.virtualMicros);
  const mishaps = [...vainMishaps(ended), ...mishapsOf(report)];
  const calm = (said: string, waiting: readonly string[] = []): Ending => ({ tone: 'calm', said, source: null, mishaps, waiting });
  const alarm = (said: string, source: SourceLine | null = null): Ending => ({ tone: 'alarm', said, source, mishaps, waiting: [] });
  switch (ended.reason) {
    case 'quiescent': {
      const waiting = ended.waiting.map(({ process, what }) => `${process} is waiting for ${what}.`);
      const down = crashedText(report);
      const idle = idleText(report, new Set(ended.waiting.map(({ process }) => process)));
      if (waiting.length === 0) return calm(`Ended after ${at} of simulated time: nothing is left to do.${idle}${down}`);
      return calm(
        `Ended after ${at} of simulated time: nothing more can happen.`,
        [down.trim(), ...waiting, idle.trim()].filter((said) => said !== ''),
      );
    }
    case 'deadline':
      return calm(`The run was cut off after ${at} of simulated time: it was still busy.${crashedText(report)}`);
    case 'stopped':
      return calm(`${ended.said} (${at} of simulated time)${crashedText(report)}`);
    case 'budget':
    case 'compile-error':
      return alarm(ended.said, ended.source ?? null);
    case 'watchdog':
    case 'tampered':
      return alarm(ended.said);
    default:
      throw new Error(`Unknown ending: ${String((ended satisfies never as Ended).reason)}.`);
  }
}

/** They explain crashes rather than the other way round. */
function vainMishaps(ended: Ended): Ending['mishaps'] {
  if (!('vain' in ended) || ended.vain === undefined) return [];
  const { unreached, listening } = ended.vain;
  return unreached.map((address) => ({ said: vainText(address, listening), source: address.source ?? null }));
}

/** Crashes that no fault caused and exits with an error, one for each process; it is the first that explains the others. */
function mishapsOf({ events }: RunReport): Ending['mishaps'] {
  const first = new Map<string, Ending['mishaps'][number]>();
  for (const event of events) {
    const words = mishapWords(event);
    if (words === null || first.has(event.process)) continue;
    first.set(event.process, { said: `${event.process} ${words}`, source: event.source ?? null });
  }
  return [...first.values()];
}

function mishapWords(event: TraceEvent): string | null {
  if (event.kind === 'processCrashed' && event.detail.cause !== 'fault') return crashWords(event.detail);
  if (event.kind === 'processExited' && event.detail.code !== 0) return exitWords(event.detail.code);
  return null;
}

/** Who has not ended and waits for nothing that is known: one who listens, or who has left a connection open, or awaits what never comes. */
function idleText({ processes }: RunReport, waiting: ReadonlySet<string>): string {
  const names = processes.filter(({ name, state }) => state === 'running' && !waiting.has(name)).map(({ name }) => name);
  return names.length === 0 ? '' : ` ${listed(names)} ${names.length === 1 ? 'has' : 'have'} not ended, but nothing comes any more.`;
}

function crashedText({ processes }: RunReport): string {
  const names = processes.filter(({ state }) => state === 'crashed').map(({ name }) => name);
  return names.length === 0 ? '' : ` ${listed(names)} ${names.length === 1 ? 'is' : 'are'} down.`;
}
