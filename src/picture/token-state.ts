/** The state of a message's token right after an event, where only that event is known: in the timeline and in tables. */
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import type { TokenState } from './marks.tsx';

const STILL: TokenState = { inFlight: false, again: false, end: null };

export function stateAfter(event: TraceEvent): TokenState {
  switch (event.kind) {
    case 'messagePublished':
    case 'messageRouted':
      return { ...STILL, inFlight: true };
    case 'messageDelivered':
      return { ...STILL, inFlight: !event.detail.settled, again: event.detail.redelivered };
    case 'messageAcked':
      return { ...STILL, end: 'done' };
    case 'messageExpired':
    case 'messageDeadLettered':
    case 'messageDropped':
      return { ...STILL, end: 'lost' };
    default:
      return STILL;
  }
}
