/** Faults as sentences: what will go wrong in a cell, in the same words on the page, in the trace and in a terminal. */
import type { Kind } from '../trace/event.ts';
import { timeText } from '../trace/time-text.ts';
import type { Fault, When } from './cell.ts';
import { microsOfMs } from './units.ts';

/**
 * `worker-1 crashes right after it took its 2nd message and starts again 500 ms later`: no full stop.
 * `deed` names what the process had done in a run that is known, such as `charged order-1` or `wrote its 3rd row`.
 */
export function spokenFault(fault: Fault, deed?: string): string {
  const when = spokenWhen(fault.when, 'process' in fault ? fault.process : undefined, deed);
  switch (fault.kind) {
    case 'crash':
      return `${fault.process} crashes ${when}${fault.restartAfterMs === undefined ? ' and stays down' : ` and starts again ${spokenMs(fault.restartAfterMs)} later`}`;
    case 'restartBroker':
      return `the broker ${fault.broker} goes down ${when} and is back ${spokenMs(fault.downForMs)} later`;
    case 'pause':
      return `${fault.process} stands still ${when}, for ${spokenMs(fault.forMs)}`;
    case 'slow':
      return `${fault.process} is ${fault.factor} times slower for ${spokenMs(fault.forMs)} ${when}`;
    case 'cut':
      return `the connection between ${fault.between.join(' and ')} is cut ${when}`;
    case 'partition':
      return `${fault.between.join(' and ')} cannot reach each other for ${spokenMs(fault.forMs)} ${when}`;
    case 'latency':
      return `the way between ${fault.between.join(' and ')} takes ${fault.latencyMs.join(' to ')} ms for ${spokenMs(fault.forMs)} ${when}`;
    case 'loseAck':
      return `the next bytes from ${fault.process} to ${fault.broker} are lost ${when}`;
    default:
      throw new Error(`Unknown fault ${JSON.stringify(fault satisfies never)}.`);
  }
}

function spokenWhen(when: When, subject: string | undefined, deed: string | undefined): string {
  if ('atMs' in when) return `at ${spokenMs(when.atMs)}`;
  const { on, process, nth = 1, afterMs = 0 } = when;
  const delay = afterMs === 0 ? 'right after' : `${spokenMs(afterMs)} after`;
  const actor = process === undefined ? 'somebody' : process === subject ? 'it' : process;
  const [verb, thing] = DEEDS[on];
  return `${delay} ${actor} ${deed ?? `${verb} its ${ordinal(nth)} ${thing}`}`;
}

/** Each kind of event as something that a process did for the nth time. */
const DEEDS: Readonly<Record<Kind, readonly [verb: string, thing: string]>> = {
  processStarted: ['made', 'start'],
  processCrashed: ['had', 'crash'],
  processRestarted: ['made', 'new start'],
  processExited: ['made', 'exit'],
  processBlocked: ['had', 'blocked loop'],
  console: ['printed', 'line'],
  effect: ['did', 'outside effect'],
  fault: ['met', 'fault'],
  connectionOpened: ['opened', 'connection'],
  connectionClosed: ['lost', 'connection'],
  messagePublished: ['sent', 'message'],
  publishBlocked: ['made', 'wait for room'],
  publishRefused: ['met', 'refusal of a full queue'],
  placeLimited: ['set', 'limit'],
  placeMade: ['had', 'place made'],
  waitStarted: ['made', 'wait for a message'],
  waitEnded: ['ended', 'wait for a message'],
  listenStarted: ['made', 'start of listening'],
  listenEnded: ['made', 'end of listening'],
  messageRouted: ['had', 'message routed'],
  messageStored: ['had', 'message stored'],
  messageCopied: ['got', 'copy of a message'],
  copyRemoved: ['lost', 'copy of a message'],
  roleChanged: ['made', 'change of role'],
  messageDelivered: ['took', 'message'],
  messageAcked: ['acked', 'message'],
  messageRequeued: ['gave back', 'message'],
  messageExpired: ['had', 'message expired'],
  messageDeadLettered: ['had', 'message dead-lettered'],
  messageDropped: ['had', 'message dropped'],
  memberJoined: ['saw', 'member join'],
  memberLeft: ['saw', 'member leave'],
  positionMoved: ['moved', 'position'],
  request: ['sent', 'request'],
  reply: ['had', 'reply'],
};

function spokenMs(ms: number): string {
  return timeText(microsOfMs(ms));
}

/** What a process had done for the nth time, for all of whose outside effects one word is right: `wrote its 3rd row`. */
export function effectDeedOf(effect: string, nth: number): string | undefined {
  const words = EFFECT_DEEDS[effect];
  return words === undefined ? undefined : `${words[0]} its ${ordinal(nth)} ${words[1]}`;
}

const EFFECT_DEEDS: Readonly<Record<string, readonly [verb: string, thing: string]>> = {
  charge: ['made', 'charge'],
  mail: ['sent', 'mail'],
  row: ['wrote', 'row'],
};

function ordinal(nth: number): string {
  if (nth === 1) return 'first';
  const ending = nth % 100 > 10 && nth % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][nth % 10] ?? 'th');
  return `${nth}${ending}`;
}
