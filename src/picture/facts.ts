/** Facts: what the picture needs to know of a whole run before it draws a moment of it. Computed once for each trace. */
import type { BrokerKind, Scenario } from '../../sandbox/engine/cell.ts';
import { spokenDurability } from '../../sandbox/engine/durability-words.ts';
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import { type Finished, finishedIn } from './finished.ts';
import { type Messages, messagesOf } from './messages.ts';
import type { PlaceFacts } from './place-facts.ts';
import { usualForm } from './place-form.ts';
import { type MovedTo, PlaceNotes } from './place-notes.ts';
import { effectId, placeId } from './scene.ts';

/** What of a cell the picture draws before anything happened. */
export type Cast = Pick<Scenario, 'processes' | 'brokers'>;

export interface BrokerFacts {
  readonly name: string;
  readonly kind: BrokerKind | null;
  /** What it keeps on its disk, where the cell says so. */
  readonly disk: string | null;
}

export interface Facts {
  readonly processes: readonly string[];
  readonly brokers: readonly BrokerFacts[];
  readonly places: ReadonlyMap<string, PlaceFacts>;
  readonly messages: Messages;
  /** A message's rank in a place (`place id`, line feed, message id): where it goes back to. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly finished: ReadonlyMap<number, readonly Finished[]>;
  /** By the index of a delivery: the list to which its message was moved in the same step. */
  readonly moves: ReadonlyMap<number, MovedTo>;
  /** How many digits of the ids of entries are shown: the same in all streams, so that they can be compared. */
  readonly idDigits: number;
  /** On which machine each process runs, where the cell says so. */
  readonly hosts: ReadonlyMap<string, string>;
  /** Exchanges by their broker, in order of the first use. */
  readonly exchanges: ReadonlyMap<string, readonly string[]>;
  /** Messages that an exchange or topic gave to places: a copy that waits in one place is not the one that is held from another. */
  readonly routed: ReadonlySet<string>;
  /** Connections between two processes: who calls whom. */
  readonly calls: readonly (readonly [client: string, server: string])[];
  /** Brokers that copy another one, from the start or later. */
  readonly replicas: readonly (readonly [replica: string, master: string])[];
  /** How many different outside effects there are at the end. */
  readonly effectCount: number;
}

export function factsOf(events: readonly TraceEvent[], cast: Cast | null): Facts {
  const messages = messagesOf(events);
  const processes = processesOf(events, cast);
  const brokers = brokersOf(events, cast, processes);
  const places = new PlaceNotes((owner) => usualForm(brokers.find(({ name }) => name === owner)?.kind ?? null));
  const ranks = new Map<string, number>();
  const exchanges = new Map<string, Set<string>>();
  const calls = new Map<string, readonly [string, string]>();
  const replicas = new Map<string, readonly [string, string]>();
  const isBroker = (name: string): boolean => brokers.some((broker) => broker.name === name);
  const routed = new Set<string>();
  const effects = new Set<string>();
  for (const event of events) {
    places.note(event);
    if (event.kind === 'messageStored' || event.kind === 'messageCopied')
      noteRank(event.process, event.detail, event.messageId ?? '', ranks);
    else if (event.kind === 'messageRouted') {
      routed.add(event.messageId ?? '');
      addTo(exchanges, event.process, event.detail.from);
    } else if (event.kind === 'effect') effects.add(effectId(event.detail));
    else if (event.kind === 'connectionOpened') {
      const { client, server } = event.detail;
      if (client !== server && processes.includes(client) && processes.includes(server)) calls.set(`${client} ${server}`, [client, server]);
      if (isBroker(client) && isBroker(server)) replicas.set(`${client} ${server}`, [client, server]);
    }
  }
  return {
    processes,
    brokers,
    places: places.finish(),
    moves: places.moves,
    idDigits: places.idDigits,
    messages,
    ranks,
    finished: finishedIn(events, messages),
    hosts: new Map(cast?.processes.map(({ name, host }) => [name, host ?? name])),
    exchanges: new Map([...exchanges].map(([broker, names]) => [broker, [...names]])),
    routed,
    calls: [...calls.values()],
    replicas: [...replicas.values()],
    effectCount: effects.size,
  };
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
  if (cast !== null)
    return cast.brokers.map((broker) => ({ name: broker.name ?? broker.kind, kind: broker.kind, disk: spokenDurability(broker) }));
  const known = new Set(processes);
  const others = events.filter(({ messageId, process }) => messageId !== undefined && !known.has(process)).map(({ process }) => process);
  return [...new Set(others)].map((name) => ({ name, kind: null, disk: null }));
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key) ?? new Set<string>();
  set.add(value);
  sets.set(key, set);
}
