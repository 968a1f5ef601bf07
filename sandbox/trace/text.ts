/** The text format of a trace: one line for each event, for people, files and `diff`. */
import type { Ended, Vain } from './ended.ts';
import type { TraceEvent } from './event.ts';
import { vainText } from './vain-text.ts';

const NOTHING_IN_VAIN: Vain = { unreached: [], listening: [] };

/** The whole run: a head line, the events, and how it ended. Ends with a line feed. */
export function traceText(run: { seed: number; ended: Ended; events: readonly TraceEvent[]; traceHash: string }): string {
  const head = `# seed ${run.seed}, ${run.events.length} events${run.traceHash === '' ? '' : `, hash ${run.traceHash}`}`;
  return `${[head, ...run.events.map(eventLine), `# ended: ${spokenEnding(run.ended)}`].join('\n')}\n`;
}

/** `12  40.250 ms  worker-1  messageAcked m3  place=orders client=worker-1  (worker.ts:9)` */
export function eventLine(event: TraceEvent): string {
  const at = `${(event.atMicros / 1000).toFixed(3)} ms`;
  const what = event.messageId === undefined ? event.kind : `${event.kind} ${event.messageId}`;
  const detail = Object.entries(event.detail)
    .map(([name, value]) => `${name}=${typeof value === 'string' ? JSON.stringify(value) : String(value)}`)
    .join(' ');
  const source = event.source === undefined ? '' : `  (${event.source.file}:${event.source.line})`;
  const level = event.level === 'story' ? '' : ` [${event.level}]`;
  return `${String(event.sequence).padStart(5)}  ${at.padStart(12)}  ${event.process}${level}  ${what}  ${detail}${source}`;
}

/** The reason a run ended, in sentences. */
export function spokenEnding(ended: Ended): string {
  const { unreached, listening } = ('vain' in ended && ended.vain) || NOTHING_IN_VAIN;
  return [reasonText(ended), ...unreached.map((address) => vainText(address, listening))].join(' ');
}

function reasonText(ended: Ended): string {
  switch (ended.reason) {
    case 'quiescent':
      return ended.waiting.length === 0
        ? 'Nothing was left to do.'
        : `Nothing more can happen. ${ended.waiting.map(({ process, what }) => `${process} is waiting for ${what}.`).join(' ')}`;
    case 'deadline':
    case 'budget':
    case 'stopped':
    case 'watchdog':
    case 'compile-error':
    case 'tampered':
      return ended.said;
    default:
      throw new Error(`Unknown ending ${JSON.stringify(ended satisfies never)}.`);
  }
}
