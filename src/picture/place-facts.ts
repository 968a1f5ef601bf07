/** Facts of places: of each queue, list or channel of a run, what it is and who has to do with it. */
import { matchesGlob } from '../../sandbox/brokers/redis/model/glob.ts';
import type { EventOf, TraceEvent } from '../../sandbox/trace/event.ts';
import type { Form } from './place-form.ts';
import { placeId } from './scene.ts';

export interface PlaceFacts {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly form: Form;
  /** Processes that put something in, and that take something out or wait for it, in order of the first time. */
  readonly publishers: readonly string[];
  readonly consumers: readonly string[];
  /** How many publishers wait before it at most while it is full, and how many clients while it is empty. */
  readonly mostChairs: number;
  readonly mostWaiters: number;
  readonly capacity: number | null;
  /** At which ends of a list messages come in and leave. */
  readonly enters: readonly End[];
  readonly leaves: readonly End[];
  /** The next one to leave is the last: as in a list that is filled with LPUSH and emptied with RPOP. */
  readonly leavesAtTail: boolean;
  /** The list for which it keeps what is in work; null when it is a list of its own. */
  readonly keptFor: string | null;
}

export type End = 'head' | 'tail';

/** How often something happened at each end. */
type Ends = Record<End, number>;

interface Draft {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  form: Form;
  readonly publishers: Set<string>;
  readonly consumers: Set<string>;
  chairs: number;
  mostChairs: number;
  waiters: number;
  mostWaiters: number;
  capacity: number | null;
  readonly stores: Ends;
  readonly takings: Ends;
  keptFor: string | null;
}

export class PlaceNotes {
  readonly #usualForm: (owner: string) => Form;
  readonly #places = new Map<string, Draft>();
  readonly #senders = new Map<string, string>();
  readonly #patterns: { readonly owner: string; readonly pattern: string; readonly client: string }[] = [];
  /** A message that was handed out of a place just now, and not for good. */
  #handed: { readonly messageId: string | undefined; readonly place: string } | null = null;

  constructor(usualForm: (owner: string) => Form) {
    this.#usualForm = usualForm;
  }

  note(event: TraceEvent): void {
    this.#noteUse(event);
    if (event.messageId === undefined) return;
    const isHanded = event.kind === 'messageDelivered' && !event.detail.settled;
    this.#handed = isHanded ? { messageId: event.messageId, place: placeId(event.process, event.detail.place) } : null;
  }

  /** A list for what is in work follows the list that it is for. */
  finish(): ReadonlyMap<string, PlaceFacts> {
    for (const { owner, pattern, client } of this.#patterns) {
      for (const place of this.#places.values()) {
        if (place.owner === owner && place.form === 'channel' && matchesGlob(pattern, place.name)) place.consumers.add(client);
      }
    }
    const all = [...this.#places.values()].map(factsOf);
    const after = (source: string | null): PlaceFacts[] =>
      all.filter(({ keptFor }) => keptFor === source).flatMap((place) => [place, ...after(place.id)]);
    return new Map(after(null).map((place) => [place.id, place]));
  }

  #noteUse(event: TraceEvent): void {
    switch (event.kind) {
      case 'placeMade':
        this.#draft(event.process, event.detail.place).form = event.detail.form;
        return;
      case 'placeLimited':
        this.#draft(event.process, event.detail.place).capacity = event.detail.capacity;
        return;
      case 'messagePublished':
        return this.#notePublished(event);
      case 'messageStored':
        return this.#noteStored(event);
      case 'publishBlocked': {
        const place = this.#draft(event.process, event.detail.place);
        place.publishers.add(event.detail.client);
        place.chairs += 1;
        place.mostChairs = Math.max(place.mostChairs, place.chairs);
        return;
      }
      case 'publishRefused':
        this.#draft(event.process, event.detail.place).publishers.add(event.detail.client);
        return;
      case 'waitStarted': {
        const place = this.#draft(event.process, event.detail.place);
        place.consumers.add(event.detail.client);
        place.waiters += 1;
        place.mostWaiters = Math.max(place.mostWaiters, place.waiters);
        return;
      }
      case 'waitEnded':
        this.#draft(event.process, event.detail.place).waiters -= 1;
        return;
      case 'listenStarted': {
        const { client, place, isPattern } = event.detail;
        if (isPattern) this.#patterns.push({ owner: event.process, pattern: place, client });
        else this.#draft(event.process, place).consumers.add(client);
        return;
      }
      case 'messageDelivered': {
        const place = this.#draft(event.process, event.detail.place);
        place.consumers.add(event.detail.client);
        if (event.detail.at !== undefined) place.takings[event.detail.at] += 1;
        return;
      }
      default:
        return;
    }
  }

  /** Who sent a message is told now, where it went when it is stored; through a channel it only passes. */
  #notePublished({ process, detail, messageId }: EventOf<'messagePublished'>): void {
    this.#senders.set(messageId ?? '', detail.client);
    const place = this.#places.get(placeId(process, detail.to));
    if (place === undefined) return;
    if (place.chairs > 0) place.chairs -= 1;
    if (place.form === 'channel') place.publishers.add(detail.client);
  }

  #noteStored({ process, detail, messageId }: EventOf<'messageStored'>): void {
    const place = this.#draft(process, detail.place);
    const isFirst = place.stores.head + place.stores.tail === 0;
    if (isFirst && place.form === 'list' && this.#handed?.messageId === messageId && this.#handed?.place !== place.id) {
      place.keptFor = this.#handed?.place ?? null;
    }
    const sender = this.#senders.get(messageId ?? '');
    this.#senders.delete(messageId ?? '');
    if (sender !== undefined) place.publishers.add(sender);
    place.stores[detail.at] += 1;
  }

  #draft(owner: string, name: string): Draft {
    const id = placeId(owner, name);
    const place = this.#places.get(id) ?? newDraft(id, name, owner, this.#usualForm(owner));
    this.#places.set(id, place);
    return place;
  }
}

function newDraft(id: string, name: string, owner: string, form: Form): Draft {
  const counts = { chairs: 0, mostChairs: 0, waiters: 0, mostWaiters: 0 };
  const ends = { stores: { head: 0, tail: 0 }, takings: { head: 0, tail: 0 } };
  return { id, name, owner, form, publishers: new Set(), consumers: new Set(), capacity: null, keptFor: null, ...counts, ...ends };
}

function factsOf({ id, name, owner, form, capacity, keptFor, mostChairs, mostWaiters, ...draft }: Draft): PlaceFacts {
  const [publishers, consumers] = [[...draft.publishers], [...draft.consumers]];
  const [enters, leaves] = [endsOf(draft.stores), endsOf(draft.takings)];
  return {
    id,
    name,
    owner,
    form,
    publishers,
    consumers,
    mostChairs,
    mostWaiters,
    capacity,
    keptFor,
    enters,
    leaves,
    leavesAtTail: leavesAtTail(form, draft),
  };
}

function endsOf(ends: Ends): readonly End[] {
  return (['head', 'tail'] as const).filter((end) => ends[end] > 0);
}

/** Before anything was taken, a list is thought to be a queue. */
function leavesAtTail(form: Form, { stores, takings }: Pick<Draft, 'stores' | 'takings'>): boolean {
  if (form !== 'list') return false;
  return takings.head + takings.tail > 0 ? takings.tail > takings.head : stores.head > stores.tail;
}
