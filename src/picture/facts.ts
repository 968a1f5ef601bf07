/** Facts: what the picture needs to know of a whole run before it draws a moment of it. Computed once for each trace. */
import type { BrokerKind, Scenario } from '../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import { type Finished, finishedIn } from './finished.ts';
import { type Messages, messagesOf } from './messages.ts';
import { effectId, placeId } from './scene.ts';

/** What of a cell the picture draws before anything happened. */
export type Cast = Pick<Scenario, 'processes' | 'brokers'>;

export interface PlaceFacts {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  /** Processes that put something in, and that take something out, in order of the first time. */
  readonly publishers: readonly string[];
  readonly consumers: readonly string[];
  /** How many publishers wait before it at most. */
  readonly mostChairs: number;
  readonly capacity: number | null;
  /** New ones mostly come in at the head, as LPUSH puts them. */
  readonly entersAtHead: boolean;
}

export interface Facts {
  readonly processes: readonly string[];
  readonly brokers: readonly { readonly name: string; readonly kind: BrokerKind | null }[];
  readonly places: ReadonlyMap<string, PlaceFacts>;
  readonly messages: Messages;
  /** A message's rank in a place (`place id`, line feed, message id): where it goes back to. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly finished: ReadonlyMap<number, readonly Finished[]>;
  /** On which machine each process runs, where the cell says so. */
  readonly hosts: ReadonlyMap<string, string>;
  /** Exchanges by their broker, in order of the first use. */
  readonly exchanges: ReadonlyMap<string, readonly string[]>;
  /** Messages that an exchange or topic gave to places: a copy that waits in one place is not the one that is held from another. */
  readonly routed: ReadonlySet<string>;
  /** Connections between two processes: who calls whom. */
  readonly calls: readonly (readonly [client: string, server: string])[];
  /** How many different outside effects there are at the end. */
  readonly effectCount: number;
}

export function factsOf(events: readonly TraceEvent[], cast: Cast | null): Facts {
  const messages = messagesOf(events);
  const processes = processesOf(events, cast);
  const places = new Map<string, Draft>();
  const senders = new Map<string, string>();
  const ranks = new Map<string, number>();
  const exchanges = new Map<string, Set<string>>();
  const calls = new Map<string, readonly [string, string]>();
  const routed = new Set<string>();
  const effects = new Set<string>();
  for (const event of events) {
    note(event, places, senders);
    if (event.kind === 'messageStored') noteRank(event.process, event.detail, event.messageId ?? '', ranks);
    else if (event.kind === 'messageRouted') {
      routed.add(event.messageId ?? '');
      addTo(exchanges, event.process, event.detail.from);
    } else if (event.kind === 'effect') effects.add(effectId(event.detail));
    else if (event.kind === 'connectionOpened') {
      const { client, server } = event.detail;
      if (client !== server && processes.includes(client) && processes.includes(server)) calls.set(`${client} ${server}`, [client, server]);
    }
  }
  const drawn = [...places.values()].map(({ headStores, tailStores, chairs: _, publishers, consumers, ...place }) => ({
    ...place,
    publishers: [...publishers],
    consumers: [...consumers],
    entersAtHead: headStores > tailStores,
  }));
  return {
    processes,
    brokers: brokersOf(events, cast, processes),
    places: new Map(drawn.map((place) => [place.id, place])),
    messages,
    ranks,
    finished: finishedIn(events, messages),
    hosts: new Map(cast?.processes.map(({ name, host }) => [name, host ?? name])),
    exchanges: new Map([...exchanges].map(([broker, names]) => [broker, [...names]])),
    routed,
    calls: [...calls.values()],
    effectCount: effects.size,
  };
}

interface Draft {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly publishers: Set<string>;
  readonly consumers: Set<string>;
  chairs: number;
  mostChairs: number;
  capacity: number | null;
  headStores: number;
  tailStores: number;
}

function draftOf(places: Map<string, Draft>, owner: string, name: string): Draft {
  const id = placeId(owner, name);
  const known = places.get(id);
  if (known !== undefined) return known;
  const made: Draft = {
    id,
    name,
    owner,
    publishers: new Set(),
    consumers: new Set(),
    chairs: 0,
    mostChairs: 0,
    capacity: null,
    headStores: 0,
    tailStores: 0,
  };
  places.set(id, made);
  return made;
}

/** Who sent a message is told when it is published, where it went when it is stored. */
function note(event: TraceEvent, places: Map<string, Draft>, senders: Map<string, string>): void {
  const draft = (name: string): Draft => draftOf(places, event.process, name);
  switch (event.kind) {
    case 'placeLimited':
      draft(event.detail.place).capacity = event.detail.capacity;
      return;
    case 'messagePublished': {
      senders.set(event.messageId ?? '', event.detail.client);
      const place = places.get(placeId(event.process, event.detail.to));
      if (place !== undefined && place.chairs > 0) place.chairs -= 1;
      return;
    }
    case 'messageStored': {
      const place = draft(event.detail.place);
      const sender = senders.get(event.messageId ?? '');
      senders.delete(event.messageId ?? '');
      if (sender !== undefined) place.publishers.add(sender);
      if (event.detail.at === 'head') place.headStores += 1;
      else place.tailStores += 1;
      return;
    }
    case 'publishBlocked': {
      const place = draft(event.detail.place);
      place.publishers.add(event.detail.client);
      place.chairs += 1;
      place.mostChairs = Math.max(place.mostChairs, place.chairs);
      return;
    }
    case 'publishRefused':
      draft(event.detail.place).publishers.add(event.detail.client);
      return;
    case 'messageDelivered':
      draft(event.detail.place).consumers.add(event.detail.client);
      return;
    default:
      return;
  }
}

/** Ranks grow towards the tail, so that what comes back finds its old place between the others. */
function noteRank(
  owner: string,
  { place, at }: { place: string; at: 'head' | 'tail' },
  messageId: string,
  ranks: Map<string, number>,
): void {
  const key = rankKey(placeId(owner, place), messageId);
  if (!ranks.has(key)) ranks.set(key, at === 'head' ? -ranks.size - 1 : ranks.size + 1);
}

export function rankKey(place: string, messageId: string): string {
  return `${place}\n${messageId}`;
}

function processesOf(events: readonly TraceEvent[], cast: Cast | null): readonly string[] {
  const started = events.filter(({ kind }) => kind === 'processStarted').map(({ process }) => process);
  return [...new Set([...(cast?.processes.map(({ name }) => name) ?? []), ...started])];
}

/** Without a cast, whoever acts and is no process is a broker of an unknown kind. */
function brokersOf(events: readonly TraceEvent[], cast: Cast | null, processes: readonly string[]): Facts['brokers'] {
  if (cast !== null) return cast.brokers.map(({ kind, name }) => ({ name: name ?? kind, kind }));
  const known = new Set(processes);
  const others = events.filter(({ messageId, process }) => messageId !== undefined && !known.has(process)).map(({ process }) => process);
  return [...new Set(others)].map((name) => ({ name, kind: null }));
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key) ?? new Set<string>();
  set.add(value);
  sets.set(key, set);
}
