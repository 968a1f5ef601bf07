/** The steps of a process in a run: each moment right after which a fault may strike it, in words. */
import type { When } from '../engine/cell.ts';
import type { Details, Kind, TraceEvent } from '../trace/event.ts';
import { takesPart } from '../trace/part.ts';

export interface Step {
  /** In words that continue "right after it …": `took message 3`. */
  readonly deed: string;
  /** The same as the moment of a fault. */
  readonly when: When;
  /** Virtual time, in microseconds. */
  readonly atMicros: number;
  /** In the trace that was given. */
  readonly sequence: number;
}

/** One step for each story event that the process takes part in, after which striking it makes sense. */
export function stepsOf(process: string, events: readonly TraceEvent[]): readonly Step[] {
  const counts = new Map<Kind, number>();
  const steps: Step[] = [];
  for (const event of events) {
    if (!takesPart(event, process)) continue;
    const nth = (counts.get(event.kind) ?? 0) + 1;
    counts.set(event.kind, nth);
    const deed = event.level === 'story' ? deedOf(event, nth) : null;
    if (deed === null) continue;
    steps.push({ deed, when: { on: event.kind, process, nth }, atMicros: event.atMicros, sequence: event.sequence });
  }
  return steps;
}

/** What the process did, in words that continue "right after it …"; null where a crash makes no sense. */
function deedOf(event: TraceEvent, nth: number): string | null {
  switch (event.kind) {
    case 'processStarted':
      return 'started';
    case 'processRestarted':
      return 'started again';
    case 'console':
      return `printed line ${nth}`;
    case 'effect':
      return effectDeed(event.detail);
    case 'messagePublished':
      return `sent message ${numberOf(event, nth)}`;
    case 'messageDelivered':
      return `took message ${numberOf(event, nth)}${event.detail.redelivered ? ' again' : ''}`;
    case 'messageAcked':
      return `acked message ${numberOf(event, nth)}`;
    case 'messageRequeued':
      return `gave message ${numberOf(event, nth)} back`;
    case 'connectionOpened':
      return `connected to ${event.detail.server}`;
    case 'connectionClosed':
      return `lost its connection to ${event.detail.server}`;
    case 'memberJoined':
      return `joined ${event.detail.group}`;
    case 'memberLeft':
      return `left ${event.detail.group}`;
    case 'positionMoved':
      return `moved its position in ${event.detail.place} to ${event.detail.position}`;
    case 'listenStarted':
      return `began to listen to ${event.detail.place}`;
    case 'listenEnded':
      return `ceased to listen to ${event.detail.place}`;
    case 'publishBlocked':
      return `began to wait for room in ${event.detail.place}`;
    case 'publishRefused':
      return `was refused by ${event.detail.place}, which was full`;
    case 'messageStored':
      return `put message ${numberOf(event, nth)} into ${event.detail.place}`;
    case 'messageDropped':
      return `threw message ${numberOf(event, nth)} away`;
    case 'roleChanged':
      return event.detail.role === 'master' ? 'became a master' : `became a replica of ${event.detail.of}`;
    case 'messageCopied':
      return `got its copy of message ${numberOf(event, nth)}`;
    case 'messageRouted':
    case 'messageExpired':
    case 'messageDeadLettered':
      return `moved message ${numberOf(event, nth)} on from its place`;
    case 'request':
      return `asked for ${event.detail.text}`;
    case 'reply':
      return `was answered ${event.detail.text}`;
    case 'processCrashed':
    case 'processExited':
    case 'processBlocked':
    case 'placeLimited':
    case 'placeMade':
    case 'copyRemoved':
    // Whoever waits has done nothing since the step before.
    case 'waitStarted':
    case 'waitEnded':
    case 'fault':
      return null;
    default:
      throw new Error(`Unknown kind of event: ${String(event satisfies never)}.`);
  }
}

/** `charged order-1`, `mailed ada`, `wrote the row seen/order-1`. */
export function effectDeed({ effect, key }: Pick<Details['effect'], 'effect' | 'key'>): string {
  const verb = EFFECT_DEEDS[effect];
  return verb === undefined ? `did the ${effect} of ${key}` : `${verb} ${key}`;
}

const EFFECT_DEEDS: Readonly<Record<string, string>> = { charge: 'charged', mail: 'mailed', row: 'wrote the row' };

/** The number that the message's token shows, from an id such as `m3` or `orders:3`, else which of its kind it is. */
function numberOf(event: TraceEvent, nth: number): string {
  return /\d+$/.exec(event.messageId ?? '')?.[0] ?? String(nth);
}
