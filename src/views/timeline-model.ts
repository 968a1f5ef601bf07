/** The timeline's model: lanes, marks and the compressed time axis, computed from the story events of a run. */
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import { timeText } from '../../sandbox/trace/time-text.ts';
import type { TokenState } from '../picture/marks.tsx';
import { lookOf, type MessageLook, type Messages, messagesOf } from '../picture/messages.ts';
import { stateAfter } from '../picture/token-state.ts';

/** Events drawn at most; a run with more says so. */
export const MARK_LIMIT = 400;

export type Shape = 'token' | 'dot' | 'effect' | 'start' | 'crash' | 'exit' | 'fault' | 'link' | 'blocked';

export interface Mark {
  readonly event: TraceEvent;
  readonly x: number;
  readonly lane: number;
  /** The other lane when something moves between two. */
  readonly from: number | null;
  readonly shape: Shape;
  /** What is known of the message; null for what is not a message. */
  readonly look: Pick<MessageLook, 'label' | 'hue' | 'letter'> | null;
  readonly state: TokenState;
}

/** A stretch in which a process lives. */
export interface Life {
  readonly lane: number;
  readonly fromX: number;
  readonly toX: number;
}

export interface Timeline {
  readonly lanes: readonly string[];
  readonly marks: readonly Mark[];
  readonly lives: readonly Life[];
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly width: number;
  readonly leftOut: number;
}

const MARGIN = 28;
const TICK_GAP = 90;
/** Two tokens side by side do not touch. */
const SMALLEST_GAP = 26;

export function timelineOf(events: readonly TraceEvent[]): Timeline {
  const story = events.filter(({ level }) => level === 'story');
  const drawn = story.slice(0, MARK_LIMIT);
  const lanes = lanesOf(drawn);
  const messages = messagesOf(story);
  const xs = positionsOf(drawn);
  const marks = drawn.map((event, index) => markOf(event, xs[index] ?? MARGIN, lanes, messages));
  const width = (xs.at(-1) ?? 0) + MARGIN * 2;
  return { lanes, marks, lives: livesOf(marks, lanes, width), ticks: ticksOf(marks), width, leftOut: story.length - drawn.length };
}

/** Processes first, brokers (whose events name a client) last, each in order of appearance. */
function lanesOf(events: readonly TraceEvent[]): string[] {
  const processes = new Set(events.filter(({ kind }) => kind === 'processStarted').map(({ process }) => process));
  const all = new Set(events.flatMap((event) => ('client' in event.detail ? [event.process, event.detail.client] : [event.process])));
  return [...processes, ...[...all].filter((name) => !processes.has(name))];
}

/** Equal gaps would hide how long things take, true ones would leave most of the picture empty: gaps grow with the logarithm. */
function positionsOf(events: readonly TraceEvent[]): number[] {
  let x = MARGIN;
  let last = events[0]?.atMicros ?? 0;
  return events.map((event, index) => {
    const gapMs = Math.max(0, event.atMicros - last) / 1000;
    last = event.atMicros;
    if (index > 0) x += SMALLEST_GAP + 7 * Math.log2(1 + gapMs);
    return Math.round(x);
  });
}

function ticksOf(marks: readonly Mark[]): Timeline['ticks'] {
  const ticks: { x: number; text: string }[] = [];
  for (const { x, event } of marks) {
    const text = timeText(event.atMicros);
    const last = ticks.at(-1);
    if (last === undefined || (x - last.x >= TICK_GAP && text !== last.text)) ticks.push({ x, text });
  }
  return ticks;
}

function livesOf(marks: readonly Mark[], lanes: readonly string[], width: number): Life[] {
  const births = new Map<number, number>();
  const lives: Life[] = [];
  const started = new Set(marks.filter(({ shape }) => shape === 'start').map(({ lane }) => lane));
  for (const { shape, lane, x } of marks) {
    if (shape === 'start') births.set(lane, x);
    const born = births.get(lane);
    if ((shape !== 'crash' && shape !== 'exit') || born === undefined) continue;
    lives.push({ lane, fromX: born, toX: x });
    births.delete(lane);
  }
  for (const [lane, born] of births) lives.push({ lane, fromX: born, toX: width });
  lanes.forEach((_, lane) => {
    if (!started.has(lane)) lives.push({ lane, fromX: 0, toX: width });
  });
  return lives;
}

function markOf(event: TraceEvent, x: number, lanes: readonly string[], messages: Messages): Mark {
  const own = lanes.indexOf(event.process);
  const client = 'client' in event.detail ? lanes.indexOf(event.detail.client) : own;
  const look = event.messageId === undefined ? null : lookOf(messages, event.messageId);
  const plain = { event, x, lane: own, from: null, look, state: stateAfter(event) };
  const across = (from: number, to: number) => ({ lane: to, from: from === to ? null : from });
  switch (event.kind) {
    case 'messagePublished':
    case 'messageAcked':
      return { ...plain, ...across(client, own), shape: 'token' };
    case 'messageDelivered':
      return { ...plain, ...across(own, client), shape: 'token' };
    case 'messageRouted':
    case 'messageStored':
    case 'messageCopied':
    case 'copyRemoved':
    case 'messageRequeued':
    case 'messageExpired':
    case 'messageDeadLettered':
    case 'messageDropped':
      return { ...plain, shape: 'token' };
    case 'console':
      return { ...plain, shape: 'dot' };
    case 'effect':
      return { ...plain, shape: 'effect' };
    case 'publishBlocked':
    case 'publishRefused':
      return { ...plain, lane: client, shape: 'blocked' };
    case 'waitStarted':
    case 'waitEnded':
    case 'listenStarted':
    case 'listenEnded':
      return { ...plain, lane: client, shape: 'link' };
    case 'processStarted':
    case 'processRestarted':
      return { ...plain, shape: 'start' };
    case 'processCrashed':
      return { ...plain, shape: 'crash' };
    case 'processExited':
      return { ...plain, shape: 'exit' };
    case 'processBlocked':
      return { ...plain, shape: 'blocked' };
    case 'fault':
      return { ...plain, shape: 'fault' };
    case 'connectionOpened':
    case 'connectionClosed':
    case 'memberJoined':
    case 'memberLeft':
    case 'positionMoved':
    case 'placeLimited':
    case 'placeMade':
    case 'roleChanged':
    case 'request':
    case 'reply':
      return { ...plain, shape: 'link' };
    default:
      throw new Error(`Unknown kind of event: ${String(event satisfies never)}.`);
  }
}
