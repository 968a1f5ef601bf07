/** Apply: what one event changes in the state. */
import type { EventOf, TraceEvent } from '../../sandbox/trace/event.ts';
import { leaveChairs, listen, pulseIn, standUp } from './attendance.ts';
import type { Facts } from './facts.ts';
import { lastingFault, leftByConnection, leftByEnd } from './faults.ts';
import { ackIn, addMember, giveTo, letGoOfOthers, moveGroup, removeMember } from './groups.ts';
import { arrive, letGo, lose, putBack, remove, takeBack, takeFromTheDead } from './moves.ts';
import { effectId, placeId } from './scene.ts';
import { placeIn, processIn, type State } from './state.ts';

/** Changes `state` to what it is after `event`, the event at `index` of its trace. */
export function apply(state: State, event: TraceEvent, index: number, facts: Facts): void {
  state.sequence = index;
  state.atMicros = event.atMicros;
  state.event = event;
  if (event.level === 'story') {
    state.leaving = [];
    if (state.pulse?.messageId !== event.messageId) state.pulse = null;
  }
  change(state, event, facts);
  const move = event.kind === 'messageDelivered' ? facts.moves.get(index) : undefined;
  if (move !== undefined) arrive(state, placeIn(state, event.process, move.place), event.messageId ?? '', move.at);
  for (const { client, messageId } of facts.finished.get(index) ?? []) letGo(processIn(state, client), messageId);
}

function change(state: State, event: TraceEvent, facts: Facts): void {
  switch (event.kind) {
    case 'processStarted':
    case 'processRestarted':
      return start(state, event);
    case 'processCrashed':
    case 'processExited':
      return end(state, event, facts);
    case 'processBlocked':
      processIn(state, event.process).blockedUntilMicros = event.atMicros + event.detail.forMicros;
      return;
    case 'console':
      processIn(state, event.process).said = event.detail.text;
      return;
    case 'effect':
      return addEffect(state, event);
    case 'connectionOpened':
      state.connections.set(event.detail.connection, event.detail);
      state.faults = leftByConnection(state.faults, event.detail.client, event.detail.server, facts.hosts);
      return;
    case 'connectionClosed':
      state.connections.delete(event.detail.connection);
      return leaveChairs(state, event.detail.client, event.detail.server);
    case 'publishBlocked':
      placeIn(state, event.process, event.detail.place).chairs.push({ client: event.detail.client, text: event.detail.text });
      return;
    case 'waitStarted': {
      const place = placeIn(state, event.process, event.detail.place);
      place.waiters.push(event.detail.client);
      return letGoOfOthers(state, place, event.detail.client, facts);
    }
    case 'waitEnded':
      return remove(placeIn(state, event.process, event.detail.place).waiters, event.detail.client);
    case 'listenStarted':
    case 'listenEnded':
      return listen(state, event, facts);
    case 'placeLimited':
      placeIn(state, event.process, event.detail.place).capacity = event.detail.capacity;
      return;
    case 'publishRefused':
      placeIn(state, event.process, event.detail.place).dropped += 1;
      return;
    case 'fault': {
      const fault = lastingFault(event);
      if (fault !== null) state.faults = [...state.faults, fault];
      return;
    }
    case 'memberJoined':
      if (event.detail.place !== undefined)
        addMember(placeIn(state, event.process, event.detail.place), event.detail.group, event.detail.member);
      return;
    case 'memberLeft':
      if (event.detail.place !== undefined)
        removeMember(placeIn(state, event.process, event.detail.place), event.detail.group, event.detail.member);
      return;
    case 'positionMoved':
      return moveGroup(placeIn(state, event.process, event.detail.place), event.detail.group, event.detail.position);
    case 'roleChanged':
      state.roles.set(event.process, event.detail.role);
      return;
    case 'placeMade':
    case 'request':
    case 'reply':
      return;
    default:
      changeMessage(state, event, facts);
  }
}

type MessageEvent = EventOf<
  | 'messagePublished'
  | 'messageRouted'
  | 'messageStored'
  | 'messageCopied'
  | 'copyRemoved'
  | 'messageDelivered'
  | 'messageAcked'
  | 'messageRequeued'
  | 'messageExpired'
  | 'messageDeadLettered'
  | 'messageDropped'
>;

function changeMessage(state: State, event: MessageEvent, facts: Facts): void {
  const { process: owner } = event;
  const messageId = event.messageId ?? '';
  if (event.kind === 'messagePublished') {
    const { client, to } = event.detail;
    state.places.get(placeId(owner, to))?.chairs.shift();
    if (pulseIn(state, placeId(owner, to), messageId, facts)) return;
    state.sent.push({ messageId, client, owner, place: null, to });
    return;
  }
  const place = placeIn(state, owner, event.detail.place);
  const isStream = facts.places.get(place.id)?.form === 'stream';
  switch (event.kind) {
    case 'messageRouted':
      state.sent = state.sent.map((sent) => (sent.messageId === messageId ? { ...sent, place: place.id } : sent));
      return;
    case 'messageStored':
      arrive(state, place, messageId, event.detail.at, event.detail.score);
      return;
    case 'messageCopied':
      arrive(state, place, messageId, event.detail.at, event.detail.score);
      return;
    case 'copyRemoved':
      remove(place.waiting, messageId);
      return;
    case 'messageDelivered': {
      const { client, settled, redelivered: again } = event.detail;
      if (isStream) giveTo(state, place, event);
      else remove(place.waiting, messageId);
      standUp(state, place, client);
      if (state.pulse?.place === place.id) state.pulse = { ...state.pulse, heardBy: [...state.pulse.heardBy, client] };
      if (settled) place.taken += 1;
      const holder = processIn(state, client);
      letGo(holder, messageId);
      holder.hands.push({ messageId, place: place.id, settled, again, lost: false });
      return;
    }
    case 'messageAcked':
      takeBack(state, messageId, event.detail.client);
      takeFromTheDead(state, messageId, place.id, facts);
      place.acked += 1;
      if (isStream) return ackIn(state, place, event);
      remove(place.waiting, messageId);
      state.leaving.push({ messageId, place: place.id, end: 'done' });
      return;
    case 'messageRequeued':
      takeBack(state, messageId, event.detail.client);
      takeFromTheDead(state, messageId, place.id, facts);
      putBack(place, messageId, facts);
      return;
    case 'messageExpired':
    case 'messageDropped':
      // Whoever was given an entry of a stream has it still.
      if (isStream) remove(place.waiting, messageId);
      else lose(state, place, messageId);
      place.dropped += 1;
      if (state.pulse?.place === place.id) {
        state.pulse = { ...state.pulse, isUnheard: true };
        return;
      }
      state.leaving.push({ messageId, place: place.id, end: 'lost' });
      return;
    case 'messageDeadLettered':
      lose(state, place, messageId);
      state.sent.push({ messageId, client: owner, owner, place: placeId(owner, event.detail.to), to: event.detail.to });
      return;
    default:
      throw new Error(`Unknown event of a message: ${String(event satisfies never)}.`);
  }
}

function start(state: State, { process: name, detail }: EventOf<'processStarted' | 'processRestarted'>): void {
  const process = processIn(state, name);
  Object.assign(process, { state: 'running', life: detail.incarnation, exitCode: null, blockedUntilMicros: 0, said: null, hands: [] });
  for (const place of state.places.values()) if (place.owner === name) place.lost = [];
}

/** Its memory is gone, and with it what nobody else has. What was not acked stays in its hands until the broker notices. */
function end(state: State, event: EventOf<'processCrashed' | 'processExited'>, facts: Facts): void {
  const process = processIn(state, event.process);
  const crashed = event.kind === 'processCrashed';
  state.faults = leftByEnd(state.faults, event.process);
  if (!crashed) for (const place of state.places.values()) letGoOfOthers(state, place, event.process, facts);
  process.state = crashed ? 'crashed' : 'exited';
  process.exitCode = event.kind === 'processExited' ? event.detail.code : null;
  process.blockedUntilMicros = 0;
  process.hands = process.hands.flatMap((held) => (held.settled ? (crashed ? [{ ...held, lost: true }] : []) : [held]));
  for (const place of state.places.values()) {
    if (place.chairs.length > 0) place.chairs = place.chairs.filter(({ client }) => client !== event.process);
    if (place.owner !== event.process) continue;
    place.lost = [...place.lost, ...place.waiting];
    place.waiting = [];
  }
  state.sent = state.sent.filter(({ owner }) => owner !== event.process);
}

function addEffect(state: State, { detail }: EventOf<'effect'>): void {
  const { effect, key } = detail;
  const id = effectId(detail);
  state.effects.set(id, { effect, key, count: (state.effects.get(id)?.count ?? 0) + 1 });
}
