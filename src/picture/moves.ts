/** Moves: a message comes into a place, goes back there, or is in nobody's hands any more. */
import { type Facts, rankKey } from './facts.ts';
import type { PlaceDraft, ProcessDraft, State } from './state.ts';

/** `score`: that of a member of a sorted set, also where it has got another one. */
export function arrive(state: State, place: PlaceDraft, messageId: string, at: 'head' | 'tail', score?: number): void {
  const isNew = state.sent.some((sent) => sent.messageId === messageId);
  if (isNew) state.sent = state.sent.filter((sent) => sent.messageId !== messageId);
  else remove(place.waiting, messageId);
  if (score !== undefined) place.scores.set(messageId, score);
  const own = place.scores.get(messageId);
  if (own !== undefined) insertBefore(place, messageId, (other) => (place.scores.get(other) ?? 0) > own);
  else if (at === 'head') place.waiting.unshift(messageId);
  else place.waiting.push(messageId);
}

/** To where it was, between those that came before and after it. */
export function putBack(place: PlaceDraft, messageId: string, { ranks }: Facts): void {
  const rankOf = (id: string): number => ranks.get(rankKey(place.id, id)) ?? 0;
  const rank = rankOf(messageId);
  remove(place.waiting, messageId);
  insertBefore(place, messageId, (other) => rankOf(other) > rank);
}

/** Before the first that comes later. */
function insertBefore(place: PlaceDraft, messageId: string, isLater: (other: string) => boolean): void {
  const index = place.waiting.findIndex(isLater);
  if (index < 0) place.waiting.push(messageId);
  else place.waiting.splice(index, 0, messageId);
}

export function lose(state: State, place: PlaceDraft, messageId: string): void {
  state.sent = state.sent.filter((sent) => sent.messageId !== messageId);
  remove(place.waiting, messageId);
  for (const process of state.processes.values()) {
    if (process.hands.some((held) => held.messageId === messageId && held.place === place.id)) letGo(process, messageId);
  }
}

/** Out of the hands of whoever was the client; a client's connection may have been opened by another name. */
export function takeBack(state: State, messageId: string, client: string): void {
  const process = state.processes.get(client);
  if (process !== undefined) letGo(process, messageId);
}

/** What lay on a list is in no dead hands any more once somebody else has put it back or done it. */
export function takeFromTheDead(state: State, messageId: string, place: string, { places }: Facts): void {
  if (places.get(place)?.form !== 'list') return;
  for (const process of state.processes.values()) if (process.state === 'crashed') letGo(process, messageId);
}

export function letGo(process: ProcessDraft, messageId: string): void {
  remove(
    process.hands,
    process.hands.find((held) => held.messageId === messageId && !held.lost),
  );
}

export function remove<Item>(items: Item[], item: Item | undefined): void {
  const index = item === undefined ? -1 : items.indexOf(item);
  if (index === 0) items.shift();
  else if (index > 0) items.splice(index, 1);
}
