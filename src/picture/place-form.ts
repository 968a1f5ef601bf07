/** The form of a place: what is drawn of it. What the trace does not tell follows from the kind of its broker. */
import type { BrokerKind } from '../../sandbox/engine/cell.ts';
import type { PlaceForm } from '../../sandbox/trace/event.ts';

export type Form = PlaceForm | 'queue';

const USUAL_FORMS: Readonly<Record<BrokerKind, Form>> = { fifo: 'queue', redis: 'list', rabbitmq: 'queue' };

/** `kind`: null for a place in a process's own memory, or when nobody knows. */
export function usualForm(kind: BrokerKind | null): Form {
  return kind === null ? 'queue' : USUAL_FORMS[kind];
}
