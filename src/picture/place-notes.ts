/** Notes on places: goes through a run once and collects the facts of each place. */
import { matchesGlob } from '../../sandbox/brokers/redis/model/glob.ts';
import type { EventOf, TraceEvent } from '../../sandbox/trace/event.ts';
import { digitsFor } from './entry-id.ts';
import { type End, newDraft, type PlaceFacts, type PlaceFactsDraft, placeFactsOf } from './place-facts.ts';
import type { Form } from './place-form.ts';
import { placeId } from './scene.ts';

/** The place, by its name, to which a message is moved, and the end at which it comes in. */
export interface MovedTo {
  readonly place: string;
  readonly at: End;
}

export class PlaceNotes {
  readonly #usualForm: (owner: string) => Form;
  readonly #places = new Map<string, PlaceFactsDraft>();
  readonly #senders = new Map<string, string>();
  readonly #patterns: { readonly owner: string; readonly pattern: string; readonly client: string }[] = [];
  #lastMicros = 0;
  readonly #moves = new Map<number, MovedTo>();
  /** A message that was handed out of a place just now, and not for good. */
  #handed: { readonly messageId: string | undefined; readonly place: string; readonly index: number } | null = null;
  #index = -1;

  constructor(usualForm: (owner: string) => Form) {
    this.#usualForm = usualForm;
  }

  note(event: TraceEvent): void {
    this.#index += 1;
    this.#noteUse(event);
    this.#lastMicros = event.atMicros;
    if (event.messageId === undefined) return;
    const isHanded = event.kind === 'messageDelivered' && !event.detail.settled;
    this.#handed = isHanded ? { messageId: event.messageId, place: placeId(event.process, event.detail.place), index: this.#index } : null;
  }

  /** By the index of a delivery: where the message lies from then on. That is one step, which the trace tells in two events. */
  get moves(): ReadonlyMap<number, MovedTo> {
    return this.#moves;
  }

  /** As many as the ids of each stream need. */
  get idDigits(): number {
    return [...this.#places.values()].reduce((most, { entryIds }) => Math.max(most, digitsFor([...entryIds.values()])), 3);
  }

  /** A list for what is in work follows the list that it is for. */
  finish(): ReadonlyMap<string, PlaceFacts> {
    for (const { owner, pattern, client } of this.#patterns) {
      for (const place of this.#places.values()) {
        if (place.owner === owner && place.form === 'channel' && matchesGlob(pattern, place.name)) place.consumers.add(client);
      }
    }
    for (const place of this.#places.values()) {
      for (const since of place.owed.values()) place.longestIdleMicros = Math.max(place.longestIdleMicros, this.#lastMicros - since);
    }
    const all = [...this.#places.values()].map(placeFactsOf);
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
      case 'messageCopied':
        return noteKept(this.#draft(event.process, event.detail.place), event);
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
      case 'messageAcked':
        return noteIdle(this.#draft(event.process, event.detail.place), event);
      case 'memberJoined':
        if (event.detail.place !== undefined)
          noteMember(this.#draft(event.process, event.detail.place), event.detail.group, event.detail.member);
        return;
      case 'positionMoved':
        return noteMember(this.#draft(event.process, event.detail.place), event.detail.group, undefined);
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
        noteMember(place, event.detail.group, event.detail.consumer);
        noteIdle(place, event);
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
    if (this.#handed !== null && this.#handed.messageId === messageId && this.#handed.place !== place.id)
      this.#moves.set(this.#handed.index, { place: detail.place, at: detail.at });
    const isFirst = place.stores.head + place.stores.tail === 0;
    if (isFirst && place.form === 'list' && this.#handed?.messageId === messageId && this.#handed?.place !== place.id) {
      place.keptFor = this.#handed?.place ?? null;
    }
    const sender = this.#senders.get(messageId ?? '');
    this.#senders.delete(messageId ?? '');
    if (sender !== undefined) place.publishers.add(sender);
    noteKept(place, { detail, messageId });
  }

  #draft(owner: string, name: string): PlaceFactsDraft {
    const id = placeId(owner, name);
    const place = this.#places.get(id) ?? newDraft(id, name, owner, this.#usualForm(owner));
    this.#places.set(id, place);
    return place;
  }
}

function noteKept(place: PlaceFactsDraft, { detail, messageId = '' }: Kept): void {
  place.stores[detail.at] += 1;
  if (detail.id !== undefined) place.entryIds.set(messageId, detail.id);
}

interface Kept {
  readonly detail: EventOf<'messageStored' | 'messageCopied'>['detail'];
  readonly messageId?: string | undefined;
}

/** The time that an entry lay with a consumer ends with an ack or with another delivery in the group. */
function noteIdle(place: PlaceFactsDraft, { kind, messageId, atMicros, detail }: EventOf<'messageDelivered' | 'messageAcked'>): void {
  if (detail.group === undefined) return;
  const key = `${detail.group}\n${messageId}`;
  place.longestIdleMicros = Math.max(place.longestIdleMicros, atMicros - (place.owed.get(key) ?? atMicros));
  if (kind === 'messageDelivered') place.owed.set(key, atMicros);
  else place.owed.delete(key);
}

function noteMember(place: PlaceFactsDraft, group: string | undefined, consumer: string | undefined): void {
  if (group === undefined) return;
  const consumers = place.groups.get(group) ?? new Set();
  if (consumer !== undefined) consumers.add(consumer);
  place.groups.set(group, consumers);
}
