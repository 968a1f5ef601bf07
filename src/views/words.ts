/** Words: each event as a short sentence for the event table and the timeline. */
import { effectDeed } from '../../sandbox/judge/steps.ts';
import type { Details, TraceEvent } from '../../sandbox/trace/event.ts';
import { timeText } from '../../sandbox/trace/time-text.ts';

/** The number that a message's token shows: `m12` → `12`. */
export function messageLabel(messageId: string): string {
  return /\d+$/.exec(messageId)?.[0] ?? messageId;
}

/** What happened, with time and place: `219.8 ms redis: message 7 went to worker-1`. */
export function momentText(event: TraceEvent): string {
  return `${timeText(event.atMicros)} ${event.process}: ${wordsOf(event).slice(0, 400)}`;
}

/** What happened, without time and place. */
export function wordsOf(event: TraceEvent): string {
  const message = event.messageId === undefined ? 'a message' : `message ${messageLabel(event.messageId)}`;
  switch (event.kind) {
    case 'processStarted':
      return 'started';
    case 'processCrashed':
      return crashWords(event.detail);
    case 'processRestarted':
      return `started again (life ${event.detail.incarnation})`;
    case 'processExited':
      return exitWords(event.detail.code);
    case 'processBlocked':
      return `was blocked for ${timeText(event.detail.forMicros)}: its event loop did not turn`;
    case 'console':
      return `printed: ${event.detail.text}`;
    case 'effect':
      return `${effectDeed(event.detail)}: ${event.detail.value}`;
    case 'fault':
      return event.detail.said;
    case 'connectionOpened':
      return `${event.detail.client} connected to ${event.detail.server}`;
    case 'connectionClosed':
      return `${event.detail.client} and ${event.detail.server} disconnected: ${event.detail.said}`;
    case 'messagePublished':
      return `${event.detail.client} sent ${message} to ${event.detail.to}: ${event.detail.text}`;
    case 'publishBlocked':
      return `${event.detail.client} waits: ${event.detail.place} is full`;
    case 'publishRefused':
      return `${event.detail.place} is full and refused what ${event.detail.client} sent: ${event.detail.text}`;
    case 'placeLimited':
      return `${event.detail.place} takes at most ${event.detail.capacity} waiting messages`;
    case 'placeMade':
      return `${event.detail.place} is used for the first time`;
    case 'waitStarted':
      return `${event.detail.client} waits for a message in ${event.detail.place} (${event.detail.text})`;
    case 'waitEnded':
      return `${event.detail.client} waits no longer for a message in ${event.detail.place}`;
    case 'listenStarted':
      return `${event.detail.client} listens to ${event.detail.place}`;
    case 'listenEnded':
      return `${event.detail.client} listens no longer to ${event.detail.place}`;
    case 'messageRouted':
      return `${message} went from ${event.detail.from} to ${event.detail.place}`;
    case 'messageStored':
      return `${message} waits in ${event.detail.place}${event.detail.at === 'head' ? ', at its head' : ''}`;
    case 'messageCopied':
      return `${event.process} has its copy of ${message} in ${event.detail.place}`;
    case 'copyRemoved':
      return `${event.process} has no copy of ${message} in ${event.detail.place} any more`;
    case 'roleChanged':
      return event.detail.of === null ? `${event.process} is a master now` : `${event.process} is a replica of ${event.detail.of} now`;
    case 'messageDelivered':
      return `${message} went to ${event.detail.client}${memberWords(event.detail)}${event.detail.redelivered ? ', again' : ''}${event.detail.settled ? '' : ', not acked yet'}`;
    case 'messageAcked':
      if (event.detail.group !== undefined) return `${event.detail.client} acked ${message} for the group ${event.detail.group}`;
      return `${event.detail.client} acked ${message}: it is gone from ${event.detail.place}`;
    case 'messageRequeued':
      return `${message} is back in ${event.detail.place}`;
    case 'messageExpired':
      return `${message} expired in ${event.detail.place}`;
    case 'messageDeadLettered':
      return `${message} was dead-lettered from ${event.detail.place} to ${event.detail.to}: ${event.detail.reason}`;
    case 'messageDropped':
      return `${message} was dropped at ${event.detail.place}: ${DROPPED[event.detail.reason] ?? event.detail.reason}`;
    case 'memberJoined':
      return `${event.detail.member} joined ${event.detail.group}`;
    case 'memberLeft':
      return `${event.detail.member} left ${event.detail.group}`;
    case 'positionMoved':
      return `${event.detail.group} is at ${event.detail.position} of ${event.detail.place}`;
    case 'request':
      return `${event.detail.client} asks: ${event.detail.text}`;
    case 'reply':
      return `${event.detail.client} is answered: ${event.detail.text}`;
    default:
      throw new Error(`Unknown kind of event: ${String(event satisfies never)}.`);
  }
}

/** Who in which group it went to; empty where no group reads. */
function memberWords({ group, consumer }: Details['messageDelivered']): string {
  return group === undefined ? '' : ` as ${consumer ?? '?'} of ${group}`;
}

const DROPPED: Readonly<Record<string, string>> = {
  noSubscriber: 'nobody was listening',
  unroutable: 'no queue matched',
  full: 'the queue was full',
  trimmed: 'the stream was trimmed',
  deleted: 'it was deleted',
  purged: 'the queue was emptied',
  replaced: 'another server took its place, and does not have it',
  processLost: 'its process is gone',
};

/** A fault is told in full by its own event and beside the code. */
export function crashWords({ cause, said }: Details['processCrashed']): string {
  return cause === 'fault' ? 'crashed, as planned' : `crashed: ${said}`;
}

/** Node's own exit codes have a meaning (nodejs.org/api/process.html#exit-codes); any other is the program's own. */
export function exitWords(code: number): string {
  const meaning = code === 13 ? ': its top level still waited for a promise that nothing could settle any more' : '';
  return `exited with code ${code}${meaning}`;
}
