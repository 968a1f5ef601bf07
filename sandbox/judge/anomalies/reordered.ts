/** Reordered: a message overtook another that was there before it. */
import type { TraceEvent } from '../../trace/event.ts';
import type { Anomaly, Work } from '../anomaly.ts';
import { aboutMessage, type Copy, copiesOf, eventsOf, named } from '../copies.ts';

export interface ReorderedOptions {
  /** What is compared with the order of storing: first deliveries (the default), acks, or the first effect as `work` says. */
  readonly by?: 'delivery' | 'ack' | Work;
  /** Only messages of the same key are compared; messages without a key are not compared at all. Default: all of a place. */
  readonly withinKey?: boolean;
}

/**
 * In one place, and there in one group, a message was stored before another and arrived after it, where arriving is its first `messageDelivered`,
 * its first `messageAcked`, or its first matching `effect`. A message that never arrived is not reordered (see skipped).
 * One anomaly per message that came too late, naming the latest stored of those that overtook it first.
 */
export function reordered(trace: readonly TraceEvent[], { by = 'delivery', withinKey = false }: ReorderedOptions = {}): readonly Anomaly[] {
  const arrivalOf = typeof by === 'object' ? effectArrival(trace, by) : by === 'ack' ? ackArrival : deliveryArrival;
  const lines = new Map<string, Step[]>();
  for (const copy of copiesOf(trace)) {
    const stored = eventsOf(copy, 'messageStored')[0];
    const arrived = arrivalOf(copy);
    if (stored === undefined || arrived === undefined || (withinKey && copy.key === null)) continue;
    const identity = [copy.place, copy.group, withinKey ? copy.key : null].join('\n');
    const line = lines.get(identity) ?? [];
    line.push({ copy, storedAt: stored.sequence, arrivedAt: arrived });
    lines.set(identity, line);
  }
  return [...lines.values()].flatMap(overtakenIn);
}

interface Step {
  readonly copy: Copy;
  readonly storedAt: number;
  readonly arrivedAt: number;
}

function overtakenIn(line: readonly Step[]): readonly Anomaly[] {
  const anomalies: Anomaly[] = [];
  let youngest: Step | undefined;
  for (const step of [...line].sort((one, other) => one.arrivedAt - other.arrivedAt)) {
    if (youngest === undefined || youngest.storedAt < step.storedAt) {
      youngest = step;
      continue;
    }
    anomalies.push({
      name: 'reordered',
      said: `${named(step.copy)} was in ${step.copy.place} first, but ${named(youngest.copy).toLowerCase()} came before it.`,
      ...aboutMessage(step.copy),
      events: [step.storedAt, youngest.storedAt, youngest.arrivedAt, step.arrivedAt].sort((one, other) => one - other),
    });
  }
  return anomalies;
}

function deliveryArrival(copy: Copy): number | undefined {
  return eventsOf(copy, 'messageDelivered')[0]?.sequence;
}

function ackArrival(copy: Copy): number | undefined {
  return eventsOf(copy, 'messageAcked')[0]?.sequence;
}

function effectArrival(trace: readonly TraceEvent[], work: Work): (copy: Copy) => number | undefined {
  const first = new Map<string, number>();
  for (const event of trace) {
    if (event.kind === 'effect' && event.detail.effect === work.effect && !first.has(event.detail.key))
      first.set(event.detail.key, event.sequence);
  }
  return (copy) => first.get(work.keyOf(copy));
}
