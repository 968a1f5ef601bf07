/** What is asked of shop and schedulers: a mail for each reminder, once, not before it is due and not much later. */
import { duplicateEffect } from '../../../../../sandbox/judge/anomalies.ts';
import type { Check, Finding, Outcome } from '../../../../../sandbox/judge/check.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { eventsOf } from '../../../../story.ts';
import { listed } from '../../../../words.ts';

/** When each order is due at the earliest, in milliseconds of the run. */
const DUE_MS = new Map([
  ['order-1', 2600],
  ['order-2', 1500],
  ['order-3', 2000],
  ['order-4', 1500],
  ['order-5', 3100],
]);
/** The shop needs some time to plan, a scheduler some to look. */
const LATEST_AFTER_MS = 1000;

export const checks: readonly Check[] = [
  {
    id: 'mails-something',
    asks: 'Reminders are sent.',
    otherwise: 'no reminder at all was sent',
    didNothing: true,
    reads: 'outcome',
    judge: (outcome) => (mailedIn(outcome).length > 0 ? { ok: true } : { ok: false, said: 'No reminder at all was sent.' }),
  },
  {
    id: 'no-mail-lost',
    asks: 'Every buyer gets a reminder.',
    otherwise: 'a buyer never got a reminder',
    reads: 'outcome',
    judge: (outcome) => {
      const mailed = mailedIn(outcome);
      const missing = [...DUE_MS.keys()].filter((order) => !mailed.includes(order));
      if (missing.length === 0) return { ok: true };
      return {
        ok: false,
        said: `There was no reminder for ${listed(missing)}.`,
        expected: `reminders for ${DUE_MS.size} orders`,
        happened: `reminders for ${DUE_MS.size - missing.length} orders`,
      };
    },
  },
  {
    id: 'no-mail-twice',
    asks: 'No buyer gets two.',
    otherwise: 'a buyer got two reminders',
    shownBy: (trace) => duplicateEffect(trace, { effect: 'mail' }),
    reads: 'outcome',
    judge: (outcome) => {
      const mailed = mailedIn(outcome);
      const twice = [...new Set(mailed.filter((order, index) => mailed.indexOf(order) !== index))];
      if (twice.length === 0) return { ok: true };
      return { ok: false, said: `There was more than one reminder for ${listed(twice)}.`, expected: 'one reminder each' };
    },
  },
  {
    id: 'not-before-its-time',
    asks: 'No reminder goes out before it is due.',
    otherwise: 'a reminder went out too early',
    reads: 'trace',
    judge: (trace) => firstMail(trace, (atMs, dueMs) => atMs < dueMs, 'too early'),
  },
  {
    id: 'not-too-late',
    asks: 'Each goes out within a second of its time.',
    otherwise: 'a reminder went out much too late',
    reads: 'trace',
    judge: (trace) => firstMail(trace, (atMs, dueMs) => atMs > dueMs + LATEST_AFTER_MS, 'too late'),
  },
];

function firstMail(trace: readonly TraceEvent[], isWrong: (atMs: number, dueMs: number) => boolean, how: string): Finding {
  for (const { atMicros, detail, sequence } of eventsOf(trace, 'effect')) {
    const dueMs = DUE_MS.get(detail.key);
    const atMs = Math.round(atMicros / 1000);
    if (dueMs === undefined || !isWrong(atMs, dueMs)) continue;
    return {
      ok: false,
      said: `The reminder for ${detail.key} went out ${how}.`,
      expected: `a mail at about ${dueMs} ms`,
      happened: `a mail at ${atMs} ms`,
      events: [sequence],
    };
  }
  return { ok: true };
}

function mailedIn(outcome: Outcome): readonly string[] {
  return outcome.effects.filter(({ effect }) => effect === 'mail').map(({ key }) => key);
}
