/** What is asked of the shop: every order charged, readings on time and fresh, short queues, and patience with a full server. */
import { lost, overTheLimit } from '../../../../../sandbox/judge/anomalies.ts';
import type { Check, Outcome } from '../../../../../sandbox/judge/check.ts';
import { eventsOf } from '../../../../story.ts';
import { listed } from '../../../../words.ts';

const ORDERS = Array.from({ length: 12 }, (_, index) => `order-${index + 1}`);
const LAST_READING = 20;
const MOST_WAITING = 5;
const MOST_REFUSALS = 40;
const OLDEST_MS = 1000;
/** A reading every 30 ms, and at most two ways of 5 ms each for its publish. */
const MOST_MS_PER_READING = 45;

export const checks: readonly Check[] = [
  {
    id: 'does-something',
    asks: 'Orders are charged and readings shown.',
    otherwise: 'nothing was charged or nothing was shown',
    didNothing: true,
    reads: 'outcome',
    judge: (outcome) =>
      chargedIn(outcome).length > 0 && shownIn(outcome).length > 0
        ? { ok: true }
        : { ok: false, said: 'No order was charged, or no reading was shown.' },
  },
  {
    id: 'no-order-lost',
    asks: 'Every order is charged.',
    otherwise: 'an order was never charged',
    shownBy: (trace) =>
      lost(trace, { work: { effect: 'charge', keyOf: ({ text }) => text } }).filter(({ said }) => said.includes('order-')),
    reads: 'outcome',
    judge: (outcome) => {
      const charged = chargedIn(outcome);
      const missing = ORDERS.filter((order) => !charged.includes(order));
      if (missing.length === 0) return { ok: true };
      return {
        ok: false,
        said: `${listed(missing)} ${missing.length === 1 ? 'was' : 'were'} never charged.`,
        expected: `${ORDERS.length} orders charged`,
        happened: `${ORDERS.length - missing.length} orders charged`,
      };
    },
  },
  {
    id: 'at-most-five-wait',
    asks: `At most ${MOST_WAITING} messages wait in each queue.`,
    otherwise: 'a queue grew beyond its limit',
    reads: 'trace',
    judge: (trace) => {
      const [first] = overTheLimit(trace, { count: 'waiting', most: MOST_WAITING });
      if (first === undefined) return { ok: true };
      const { said, events } = first;
      return { ok: false, said, expected: `at most ${MOST_WAITING} messages wait`, happened: said.replace(/;.*/, ''), events };
    },
  },
  {
    id: 'measured-on-time',
    asks: 'The thermometer measures every 30 ms, whatever the display and the bank are doing.',
    otherwise: 'the thermometer had to wait',
    reads: 'outcome',
    judge: (outcome) => {
      const late = shownIn(outcome).find(({ number, atMs }) => atMs > number * MOST_MS_PER_READING);
      if (late === undefined) return { ok: true };
      return {
        ok: false,
        said: `Reading ${late.number} was measured late: the thermometer had to wait.`,
        expected: `measured at about ${late.number * 35} ms`,
        happened: `measured at ${late.atMs} ms`,
      };
    },
  },
  {
    id: 'newest-is-shown',
    asks: 'In the end the display shows the newest reading.',
    otherwise: 'the display ended with an old reading',
    reads: 'outcome',
    judge: (outcome) => {
      const last = shownIn(outcome).at(-1)?.number;
      if (last === LAST_READING) return { ok: true };
      return {
        ok: false,
        said: 'The newest reading never got to the display.',
        expected: `reading ${LAST_READING} is shown last`,
        happened: last === undefined ? 'no reading was shown' : `reading ${last} is shown last`,
      };
    },
  },
  {
    id: 'readings-are-fresh',
    asks: `No reading on the display is older than ${OLDEST_MS} ms.`,
    otherwise: 'the display showed an old reading',
    reads: 'outcome',
    judge: (outcome) => {
      const old = shownIn(outcome).find(({ ageMs }) => ageMs > OLDEST_MS);
      if (old === undefined) return { ok: true };
      return {
        ok: false,
        said: `Reading ${old.number} was ${old.ageMs} ms old when the display showed it.`,
        expected: `at most ${OLDEST_MS} ms`,
        happened: `${old.ageMs} ms`,
      };
    },
  },
  {
    id: 'does-not-hammer',
    asks: `A full queue is not asked again and again: at most ${MOST_REFUSALS} refusals.`,
    otherwise: 'the full queue was asked again and again',
    reads: 'trace',
    judge: (trace) => {
      const refused = eventsOf(trace, 'publishRefused');
      if (refused.length <= MOST_REFUSALS) return { ok: true };
      return {
        ok: false,
        said: `The full queue refused ${refused.length} times. Wait a while before you try again.`,
        expected: `at most ${MOST_REFUSALS} refusals`,
        happened: `${refused.length} refusals`,
        events: refused.slice(0, 3).map(({ sequence }) => sequence),
      };
    },
  },
];

function chargedIn(outcome: Outcome): readonly string[] {
  return outcome.effects.filter(({ effect }) => effect === 'charge').map(({ key }) => key);
}

function shownIn(outcome: Outcome): readonly { number: number; atMs: number; ageMs: number }[] {
  return (outcome.console.display ?? []).flatMap((line) => {
    const match = /shows reading (\d+), measured at (\d+) ms, (\d+) ms old/.exec(line);
    return match === null ? [] : [{ number: Number(match[1]), atMs: Number(match[2]), ageMs: Number(match[3]) }];
  });
}
