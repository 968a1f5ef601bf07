/** Attendance: who waits before a place, who listens to it, and what passes through to those who listen. */
import { matchesGlob } from '../../sandbox/brokers/redis/model/glob.ts';
import type { EventOf } from '../../sandbox/trace/event.ts';
import type { Facts } from './facts.ts';
import { remove } from './moves.ts';
import type { PlaceDraft, State } from './state.ts';

/** The connection of one who waits for room is gone. */
export function leaveChairs(state: State, client: string, server: string): void {
  for (const place of state.places.values()) {
    if (place.owner === server && place.chairs.length > 0) place.chairs = place.chairs.filter((chair) => chair.client !== client);
  }
}

/** A channel keeps nothing: the message is there for as long as it is handed out. */
export function pulseIn(state: State, place: string, messageId: string, { places }: Facts): boolean {
  if (places.get(place)?.form !== 'channel') return false;
  state.pulse = { messageId, place, heardBy: [], isUnheard: false };
  return true;
}

export function listen(state: State, { kind, process, detail }: EventOf<'listenStarted' | 'listenEnded'>, { places }: Facts): void {
  const { client, place: name, isPattern } = detail;
  for (const place of state.places.values()) {
    if (place.owner !== process || places.get(place.id)?.form !== 'channel') continue;
    if (isPattern ? !matchesGlob(name, place.name) : place.name !== name) continue;
    if (kind === 'listenStarted') place.listeners.push(client);
    else remove(place.listeners, client);
  }
}

/** Who is served waits no longer, neither there nor elsewhere; the broker says so only afterwards. */
export function standUp(state: State, place: PlaceDraft, client: string): void {
  if (!place.waiters.includes(client)) return;
  for (const other of state.places.values()) if (other.owner === place.owner) remove(other.waiters, client);
}
