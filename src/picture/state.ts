/** The state: a scene while it is folded. Nobody but the fold changes it. */
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import type { Facts } from './facts.ts';
import {
  type Chair,
  type EffectScene,
  type FaultScene,
  type GroupScene,
  type Held,
  type Leaving,
  type ProcessScene,
  type Pulse,
  placeId,
  type Scene,
  type Sent,
} from './scene.ts';

export type Writable<T> = { -readonly [K in keyof T]: T[K] };

export interface ProcessDraft extends Writable<Omit<ProcessScene, 'hands'>> {
  hands: Held[];
}

export interface PlaceDraft {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  waiting: string[];
  lost: string[];
  acked: number;
  taken: number;
  dropped: number;
  capacity: number | null;
  chairs: Chair[];
  waiters: string[];
  listeners: string[];
  groups: readonly GroupScene[];
  /** Of the members of a sorted set, by message. */
  scores: Map<string, number>;
}

export interface State extends Scene {
  sequence: number;
  atMicros: number;
  event: TraceEvent | null;
  readonly processes: Map<string, ProcessDraft>;
  readonly places: Map<string, PlaceDraft>;
  sent: Sent[];
  leaving: Leaving[];
  pulse: Pulse | null;
  readonly effects: Map<string, EffectScene>;
  readonly connections: Map<string, { readonly client: string; readonly server: string }>;
  faults: readonly FaultScene[];
  readonly roles: Map<string, 'master' | 'replica'>;
}

/** Before the first event. All places are drawn from the start, so that nothing jumps when one is first used. */
export function startState({ processes, places, replicas }: Facts): State {
  return {
    sequence: -1,
    atMicros: 0,
    event: null,
    processes: new Map(processes.map((name) => [name, newProcess(name)])),
    places: new Map([...places.values()].map(({ owner, name, id }) => [id, newPlace(owner, name)])),
    sent: [],
    leaving: [],
    pulse: null,
    effects: new Map(),
    connections: new Map(),
    faults: [],
    roles: new Map([
      ...replicas.map(([, master]) => [master, 'master'] as const),
      ...replicas.map(([replica]) => [replica, 'replica'] as const),
    ]),
  };
}

/** A state that can be changed without changing the other one. */
export function copyOf(state: State): State {
  return {
    ...state,
    processes: new Map([...state.processes].map(([name, process]) => [name, { ...process, hands: [...process.hands] }])),
    places: new Map(
      [...state.places].map(([id, place]) => [
        id,
        {
          ...place,
          waiting: [...place.waiting],
          lost: [...place.lost],
          chairs: [...place.chairs],
          waiters: [...place.waiters],
          listeners: [...place.listeners],
          scores: new Map(place.scores),
        },
      ]),
    ),
    sent: [...state.sent],
    leaving: [...state.leaving],
    effects: new Map(state.effects),
    connections: new Map(state.connections),
    roles: new Map(state.roles),
  };
}

export function processIn(state: State, name: string): ProcessDraft {
  const process = state.processes.get(name) ?? newProcess(name);
  state.processes.set(name, process);
  return process;
}

export function placeIn(state: State, owner: string, name: string): PlaceDraft {
  const id = placeId(owner, name);
  const place = state.places.get(id) ?? newPlace(owner, name);
  state.places.set(id, place);
  return place;
}

function newProcess(name: string): ProcessDraft {
  return { name, state: 'notStarted', life: 0, exitCode: null, blockedUntilMicros: 0, said: null, hands: [] };
}

function newPlace(owner: string, name: string): PlaceDraft {
  return {
    id: placeId(owner, name),
    name,
    owner,
    waiting: [],
    lost: [],
    acked: 0,
    taken: 0,
    dropped: 0,
    capacity: null,
    chairs: [],
    waiters: [],
    listeners: [],
    groups: [],
    scores: new Map(),
  };
}
