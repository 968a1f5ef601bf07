/** What is asked of the workers: one reserved piece for each order, whatever comes twice, and nothing unacked at the end. */
import { stuckUnacked } from '../../../../../sandbox/judge/anomalies.ts';
import type { Anomaly } from '../../../../../sandbox/judge/anomaly.ts';
import type { Check, Outcome } from '../../../../../sandbox/judge/check.ts';
import type { TraceEvent } from '../../../../../sandbox/trace/event.ts';
import { eventsOf } from '../../../../story.ts';
import { listed } from '../../../../words.ts';

const ORDERS = Array.from({ length: 10 }, (_, index) => `order-${index + 1}`);

export const checks: readonly Check[] = [
  {
    id: 'reserves-something',
    asks: 'The workers reserve pieces.',
    otherwise: 'no piece at all was reserved',
    didNothing: true,
    reads: 'outcome',
    judge: (outcome) => (reservedIn(outcome).length > 0 ? { ok: true } : { ok: false, said: 'No piece at all was reserved.' }),
  },
  {
    id: 'no-order-lost',
    asks: 'Every order has its piece.',
    otherwise: 'an order never got its piece',
    shownBy: neverReserved,
    reads: 'outcome',
    judge: (outcome) => {
      const reserved = reservedIn(outcome);
      const missing = ORDERS.filter((order) => !reserved.includes(order));
      if (missing.length === 0) return { ok: true };
      return {
        ok: false,
        said: `${listed(missing)} never got a piece.`,
        expected: `a row in reservations for each of ${ORDERS.length} orders`,
        happened: `rows for ${ORDERS.length - missing.length} orders`,
      };
    },
  },
  {
    id: 'no-order-twice',
    asks: 'No order has two pieces.',
    otherwise: 'an order got two pieces',
    shownBy: reservedTwice,
    reads: 'outcome',
    judge: (outcome) => {
      const reserved = reservedIn(outcome);
      const twice = [...new Set(reserved.filter((order, index) => reserved.indexOf(order) !== index))];
      if (twice.length === 0) return { ok: true };
      return {
        ok: false,
        said: `${listed(twice)} got more than one piece.`,
        expected: `one row for ${twice[0]}`,
        happened: `${reserved.filter((order) => order === twice[0]).length} rows for ${twice[0]}`,
      };
    },
  },
  {
    id: 'nothing-left-over',
    asks: 'At the end the server waits for no ack.',
    otherwise: 'the server still waited for an ack at the end',
    reads: 'trace',
    judge: (trace) => {
      const [first] = stuckUnacked(trace);
      return first === undefined ? { ok: true } : { ok: false, said: first.said, events: first.events };
    },
  },
];

/** The orders of the rows in `reservations`, whatever their keys are. */
function reservedIn(outcome: Outcome): readonly string[] {
  return outcome.effects.flatMap(({ key, value }) => (key.startsWith('reservations/') ? orderIn(value) : []));
}

function orderIn(json: string): readonly string[] {
  const row = JSON.parse(json) as { order?: unknown } | null;
  return typeof row?.order === 'string' ? [row.order] : [];
}

/** Two rows for one order, whatever their keys are. */
function reservedTwice(trace: readonly TraceEvent[]): readonly Anomaly[] {
  const rows = reservationsIn(trace);
  return rows.flatMap(({ order, sequence, process }, index) => {
    const first = rows.slice(0, index).find((row) => row.order === order);
    if (first === undefined) return [];
    const said = `A piece was reserved twice for ${order}: by ${first.process} and by ${process}.`;
    return [{ name: 'duplicate effect', said, key: order, events: [first.sequence, sequence] } as const];
  });
}

/** The acks of orders that have no row. */
function neverReserved(trace: readonly TraceEvent[]): readonly Anomaly[] {
  const reserved = new Set(reservationsIn(trace).map(({ order }) => order));
  const orders = new Map(eventsOf(trace, 'messagePublished').map(({ messageId, detail }) => [messageId, detail.text]));
  return eventsOf(trace, 'messageAcked').flatMap(({ messageId, sequence }) => {
    const order = orders.get(messageId);
    if (order === undefined || reserved.has(order)) return [];
    return [{ name: 'lost', said: `${order} was acked, and has no piece.`, key: order, events: [sequence] } as const];
  });
}

function reservationsIn(trace: readonly TraceEvent[]): readonly { order: string; sequence: number; process: string }[] {
  return eventsOf(trace, 'effect').flatMap(({ detail, sequence, process }) =>
    detail.key.startsWith('reservations/') ? orderIn(detail.value).map((order) => ({ order, sequence, process })) : [],
  );
}
