/** What happens to sorted sets: members come, get another score, are popped, claimed or thrown away, with waiters woken and the story told. */
import type { DropReason } from '../../../trace/event.ts';
import type { BinaryText } from './binary-text.ts';
import type { Call } from './command.ts';
import type { ScoredMember, SortedSet } from './sorted-set.ts';
import type { End } from './story.ts';

/** Gives the member of that text a score; a new one is a message that its client publishes. The caller says that the key has changed. */
export function putMember(call: Call, key: BinaryText, members: SortedSet, text: BinaryText, wanted: number): void {
  // As long as the set is packed, a negative zero is kept as the integer 0; the reply of INCR has told it as it was (zzlInsertAt).
  const score = members.isPacked ? wanted + 0 : wanted;
  const old = members.get(text);
  const isFirst = () =>
    members.size > 0 && members.countWhile((other) => other.score < score || (other.score === score && other.text < text)) === 0;
  if (old !== undefined) {
    if (old.score !== score) call.server.story.rescheduled(call.actor, key, old, { score, at: isFirst() ? 'head' : 'tail' });
    members.put({ ...old, score });
    return;
  }
  const messageId = call.server.story.scheduled(call.actor, key, text, { score, at: isFirst() ? 'head' : 'tail' });
  members.put({ text, score, messageId, readers: new Set() });
}

/** Notes that the client has seen them. */
export function showMembers(call: Call, members: readonly ScoredMember[]): readonly ScoredMember[] {
  for (const member of members) member.readers.add(call.actor.client);
  return members;
}

/** Pops so many members with the lowest (`head`) or highest scores, that one first. */
export function popMembers(call: Call, key: BinaryText, from: End, count: number): readonly ScoredMember[] {
  const members = call.database.findAs(key, 'zset')?.members;
  if (members === undefined) return [];
  const { size } = members;
  const popped = from === 'head' ? members.slice(0, Math.min(count, size)) : members.slice(Math.max(size - count, 0), size).reverse();
  for (const member of popped) {
    members.remove(member);
    call.server.story.claimed(call.actor, key, member);
  }
  if (popped.length > 0) call.changed('zset', from === 'head' ? 'zpopmin' : 'zpopmax', key);
  return popped;
}

/**
 * Takes members out. That is how a worker claims a job that it found in a range: whoever has seen it gets it; of anybody else's
 * it is thrown away for the reason.
 */
export function takeOut(
  call: Call,
  key: BinaryText,
  members: SortedSet,
  taken: readonly ScoredMember[],
  { reason, event }: { readonly reason: DropReason; readonly event: string },
): void {
  const { story } = call.server;
  for (const member of taken) {
    members.remove(member);
    if (member.readers.has(call.actor.client)) story.claimed(call.actor, key, member);
    else story.dropped(key, member, reason, call.source);
  }
  if (taken.length > 0) call.changed('zset', event, key);
}

/**
 * Lets the key hold these members and nothing else; no key is left when there are none. Returns how many. Whoever waits at the key
 * does not notice when something of another type lay there (dbOverwrite in db.c of 7.0).
 */
export function replaceMembers(call: Call, key: BinaryText, scores: ReadonlyMap<BinaryText, number>, event: string): number {
  if (scores.size === 0) {
    if (call.database.remove(key, 'deleted', call.source)) call.tell('generic', 'del', key);
    return 0;
  }
  const wasFree = call.database.find(key) === undefined;
  const { members } = call.database.makeAnew(key, 'zset', call.source);
  for (const [text, score] of scores) putMember(call, key, members, text, score);
  call.changed('zset', event, key);
  if (wasFree) call.server.waitingRoom.signal(call.database, key);
  return scores.size;
}
