/** Duplicate effect: the same thing was done twice to the world outside. */
import type { EventOf, TraceEvent } from '../../trace/event.ts';
import type { Anomaly } from '../anomaly.ts';

export interface DuplicateEffectOptions {
  /** Only this effect, such as `charge`. Without it every effect counts. */
  readonly effect?: string;
}

/**
 * Two `effect` events with the same effect and key; one anomaly per pair of neighbours, so three charges give two. Its events
 * are the two effects and, where there is one, the last crash or redelivery between them that explains the second.
 */
export function duplicateEffect(trace: readonly TraceEvent[], { effect }: DuplicateEffectOptions = {}): readonly Anomaly[] {
  const seen = new Map<string, EventOf<'effect'>>();
  const anomalies: Anomaly[] = [];
  let explanation = -1;
  for (const event of trace) {
    if (event.kind === 'processCrashed' || (event.kind === 'messageDelivered' && event.detail.redelivered)) explanation = event.sequence;
    if (event.kind !== 'effect' || (effect !== undefined && event.detail.effect !== effect)) continue;
    const identity = `${event.detail.effect}\n${event.detail.key}`;
    const first = seen.get(identity);
    seen.set(identity, event);
    if (first === undefined) continue;
    const between = explanation > first.sequence ? [explanation] : [];
    anomalies.push({
      name: 'duplicate effect',
      said: `The ${event.detail.effect} of ${event.detail.key} happened twice: by ${by(first, event)}.`,
      key: event.detail.key,
      events: [first.sequence, ...between, event.sequence],
    });
  }
  return anomalies;
}

function by(first: EventOf<'effect'>, second: EventOf<'effect'>): string {
  return first.process === second.process ? `${first.process} both times` : `${first.process} and then ${second.process}`;
}
