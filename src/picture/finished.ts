/** Finished: when a process has done with a message that it took for good. No ack tells it, so it is read off what the process says of it. */
import type { EventOf, TraceEvent } from '../../sandbox/trace/event.ts';
import { type Messages, wordsIn } from './messages.ts';
import { placeId } from './scene.ts';

export interface Finished {
  readonly client: string;
  readonly messageId: string;
}

interface Taking {
  readonly event: EventOf<'messageDelivered'>;
  /** The event with which this life of its taker ends; the trace's length when it goes on. */
  lifeEnds: number;
  diesWithIt: boolean;
  /** Events in which the taker speaks of the message, in order. */
  readonly mentions: number[];
  /** When the same taker takes from the same place again. */
  nextTaking: number | null;
}

/** By the event after which it is out of the hands of its taker. What a crash finds in hands is not in it. */
export function finishedIn(events: readonly TraceEvent[], messages: Messages): ReadonlyMap<number, readonly Finished[]> {
  const takings = takingsIn(events, messages);
  const usual = usualMentions(takings);
  const finished = new Map<number, Finished[]>();
  for (const taking of takings) {
    const { client } = taking.event.detail;
    const at = endOf(taking, usual.get(placeOf(taking)) ?? 0);
    if (at === null) continue;
    const list = finished.get(at) ?? [];
    list.push({ client, messageId: taking.event.messageId ?? '' });
    finished.set(at, list);
  }
  return finished;
}

function endOf({ mentions, nextTaking, diesWithIt, lifeEnds }: Taking, usual: number): number | null {
  const last = mentions.at(-1);
  if (diesWithIt && mentions.length < usual) return null;
  if (last !== undefined && usual > 0) return last;
  return nextTaking ?? (diesWithIt ? null : lifeEnds);
}

/** How often a taker of this place speaks of a message, mostly; of two equally frequent numbers the greater. */
function usualMentions(takings: readonly Taking[]): ReadonlyMap<string, number> {
  const counts = new Map<string, Map<number, number>>();
  for (const taking of takings) {
    const of = counts.get(placeOf(taking)) ?? new Map<number, number>();
    of.set(taking.mentions.length, (of.get(taking.mentions.length) ?? 0) + 1);
    counts.set(placeOf(taking), of);
  }
  const mostOf = (of: ReadonlyMap<number, number>): number =>
    [...of].reduce((best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] > best[0]) ? one : best), [0, 0])[0];
  return new Map([...counts].map(([place, of]) => [place, mostOf(of)]));
}

function placeOf({ event }: Taking): string {
  return placeId(event.process, event.detail.place);
}

function takingsIn(events: readonly TraceEvent[], messages: Messages): readonly Taking[] {
  const all: Taking[] = [];
  const current = new Map<string, Taking[]>();
  events.forEach((event, index) => {
    if (event.kind === 'messageDelivered') {
      if (event.detail.settled) all.push(takingOf(event, index, events.length - 1, current));
    } else if (event.kind === 'console' || event.kind === 'effect') {
      noteMentions(current.get(event.process) ?? [], event, index, messages);
    } else if (event.kind === 'processCrashed' || event.kind === 'processExited') {
      for (const taking of current.get(event.process) ?? []) {
        taking.lifeEnds = index;
        taking.diesWithIt = event.kind === 'processCrashed';
      }
      current.delete(event.process);
    }
  });
  return all;
}

function takingOf(event: EventOf<'messageDelivered'>, index: number, lifeEnds: number, current: Map<string, Taking[]>): Taking {
  const { client } = event.detail;
  const mine = current.get(client) ?? [];
  const taking: Taking = { event, lifeEnds, diesWithIt: false, mentions: [], nextTaking: null };
  const previous = mine.findLast(({ event: other }) => other.detail.place === event.detail.place && other.process === event.process);
  if (previous !== undefined) previous.nextTaking = index;
  mine.push(taking);
  // Beyond this many open ones nobody can tell them apart, and looking through them would take long.
  if (mine.length > 64) mine.shift();
  current.set(client, mine);
  return taking;
}

function noteMentions(takings: readonly Taking[], event: EventOf<'console'> | EventOf<'effect'>, index: number, messages: Messages): void {
  if (takings.length === 0) return;
  const words = new Set(
    event.kind === 'console' ? wordsIn(event.detail.text) : [...wordsIn(event.detail.key), ...wordsIn(event.detail.value)],
  );
  for (const { event: taken, mentions } of takings) {
    const handle = messages.get(taken.messageId ?? '')?.handle ?? null;
    if (handle !== null && words.has(handle)) mentions.push(index);
  }
}
