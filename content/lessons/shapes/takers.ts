/** Who took which order: what the cells and predictions of this lesson ask of a run. */
import type { TraceEvent } from '../../../sandbox/trace/event.ts';
import { eventsOf } from '../../story.ts';

/** By the text of each message that was published, the processes that a copy of it was delivered to, in order. */
export function clientsOf(trace: readonly TraceEvent[]): ReadonlyMap<string, readonly string[]> {
  const clients = new Map<string, string[]>();
  const texts = new Map<string | undefined, string>();
  for (const { messageId, detail } of eventsOf(trace, 'messagePublished')) {
    texts.set(messageId, detail.text);
    clients.set(detail.text, clients.get(detail.text) ?? []);
  }
  for (const { messageId, detail } of eventsOf(trace, 'messageDelivered')) clients.get(texts.get(messageId) ?? '')?.push(detail.client);
  return clients;
}

/** The orders of which this process had a copy. */
export function ordersOf(trace: readonly TraceEvent[], process: string): readonly string[] {
  return [...clientsOf(trace)].flatMap(([order, clients]) => (clients.includes(process) ? [order] : []));
}
