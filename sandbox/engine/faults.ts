/** Faults: what goes wrong and when, as data, turned into calls at the right moment. */
import type { Kind, TraceEvent } from '../trace/event.ts';
import type { Fault, When } from './cell.ts';
import { microsOfMs, spokenMicros } from './units.ts';

/** What faults can do to a run. Times are absolute virtual microseconds. */
export interface FaultTarget {
  crash(process: string, said: string, restartAfterMs: number | undefined): void;
  /** A crash whose time is known beforehand strikes even while the process computes. */
  crashAt(process: string, atMicros: number, strike: () => void): void;
  restartBroker(broker: string, downForMicros: number): void;
  pause(process: string, forMicros: number): void;
  slow(process: string, factor: number, forMicros: number): void;
  cut(between: readonly [string, string]): void;
  partition(between: readonly [string, string], forMicros: number): void;
  changeLatency(between: readonly [string, string], latencyMs: readonly [number, number], forMicros: number): void;
  loseNext(process: string, broker: string): void;
  at(atMicros: number, strike: () => void): void;
  after(delayMicros: number, strike: () => void): void;
  recordFault(fault: Fault, said: string): void;
}

/** Arms all faults; the returned listener must see every event of the run. */
export function armFaults(faults: readonly Fault[], target: FaultTarget): (event: TraceEvent) => void {
  const waiting: { fault: Fault; when: Extract<When, { on: unknown }>; seen: number; struck: boolean }[] = [];
  for (const fault of faults) {
    const { when } = fault;
    if ('on' in when) waiting.push({ fault, when, seen: 0, struck: false });
    else armAt(fault, microsOfMs(when.atMs), target);
  }
  return (event) => {
    for (const entry of waiting) {
      if (entry.struck || !matches(event, entry.when)) continue;
      entry.seen += 1;
      if (entry.seen < (entry.when.nth ?? 1)) continue;
      entry.struck = true;
      if (entry.when.afterMs === undefined) strike(entry.fault, target);
      else target.after(microsOfMs(entry.when.afterMs), () => strike(entry.fault, target));
    }
  };
}

/** A fault as a sentence chip: `worker-1 crashes at 40 ms`. */
export function spokenFault(fault: Fault): string {
  return `${spokenDeed(fault)} ${spokenWhen(fault.when, 'process' in fault ? fault.process : undefined)}`;
}

/** Whether a process has a part in an event: it acts, or it is the client. */
export function takesPart(event: TraceEvent, process: string): boolean {
  return event.process === process || (event.detail as { client?: string }).client === process;
}

function armAt(fault: Fault, atMicros: number, target: FaultTarget): void {
  let struck = false;
  const strikeOnce = (): void => {
    if (struck) return;
    struck = true;
    strike(fault, target);
  };
  target.at(atMicros, strikeOnce);
  if (fault.kind === 'crash') target.crashAt(fault.process, atMicros, strikeOnce);
}

function matches(event: TraceEvent, when: Extract<When, { on: unknown }>): boolean {
  return event.kind === when.on && (when.process === undefined || takesPart(event, when.process));
}

function strike(fault: Fault, target: FaultTarget): void {
  target.recordFault(fault, spokenFault(fault));
  switch (fault.kind) {
    case 'crash':
      return target.crash(fault.process, spokenFault(fault), fault.restartAfterMs);
    case 'restartBroker':
      return target.restartBroker(fault.broker, microsOfMs(fault.downForMs));
    case 'pause':
      return target.pause(fault.process, microsOfMs(fault.forMs));
    case 'slow':
      return target.slow(fault.process, fault.factor, microsOfMs(fault.forMs));
    case 'cut':
      return target.cut(fault.between);
    case 'partition':
      return target.partition(fault.between, microsOfMs(fault.forMs));
    case 'latency':
      return target.changeLatency(fault.between, fault.latencyMs, microsOfMs(fault.forMs));
    case 'loseAck':
      return target.loseNext(fault.process, fault.broker);
    default:
      throw new Error(`Unknown fault ${JSON.stringify(fault satisfies never)}.`);
  }
}

function spokenDeed(fault: Fault): string {
  switch (fault.kind) {
    case 'crash':
      return fault.restartAfterMs === undefined
        ? `${fault.process} crashes`
        : `${fault.process} crashes and starts again ${spokenMicros(microsOfMs(fault.restartAfterMs))} later`;
    case 'restartBroker':
      return `${fault.broker} goes down for ${spokenMicros(microsOfMs(fault.downForMs))}`;
    case 'pause':
      return `${fault.process} stands still for ${spokenMicros(microsOfMs(fault.forMs))}`;
    case 'slow':
      return `${fault.process} is ${fault.factor} times slower for ${spokenMicros(microsOfMs(fault.forMs))}`;
    case 'cut':
      return `the connection between ${fault.between[0]} and ${fault.between[1]} is cut`;
    case 'partition':
      return `${fault.between[0]} and ${fault.between[1]} cannot reach each other for ${spokenMicros(microsOfMs(fault.forMs))}`;
    case 'latency':
      return `the way between ${fault.between[0]} and ${fault.between[1]} takes ${fault.latencyMs[0]}–${fault.latencyMs[1]} ms for ${spokenMicros(microsOfMs(fault.forMs))}`;
    case 'loseAck':
      return `the next bytes from ${fault.process} to ${fault.broker} are lost`;
    default:
      throw new Error(`Unknown fault ${JSON.stringify(fault satisfies never)}.`);
  }
}

function spokenWhen(when: When, subject: string | undefined): string {
  if ('atMs' in when) return `at ${spokenMicros(microsOfMs(when.atMs))}`;
  const delay = when.afterMs === undefined ? 'right after' : `${spokenMicros(microsOfMs(when.afterMs))} after`;
  const which = `${ordinal(when.nth ?? 1)} ${NOUNS[when.on]}`;
  if (when.process === undefined) return `${delay} the ${which}`;
  return when.process === subject ? `${delay} its ${which}` : `${delay} the ${which} of ${when.process}`;
}

/** Each kind of event as a thing that can be counted. */
const NOUNS: Readonly<Record<Kind, string>> = {
  processStarted: 'start',
  processCrashed: 'crash',
  processRestarted: 'restart',
  processExited: 'exit',
  processBlocked: 'blocked loop',
  console: 'console line',
  effect: 'outside effect',
  fault: 'fault',
  connectionOpened: 'connection',
  connectionClosed: 'closed connection',
  messagePublished: 'published message',
  messageRouted: 'routed message',
  messageStored: 'stored message',
  messageDelivered: 'delivered message',
  messageAcked: 'acknowledged message',
  messageRequeued: 'requeued message',
  messageExpired: 'expired message',
  messageDeadLettered: 'dead-lettered message',
  messageDropped: 'dropped message',
  memberJoined: 'member to join',
  memberLeft: 'member to leave',
  positionMoved: 'moved position',
  request: 'request',
  reply: 'reply',
};

function ordinal(nth: number): string {
  if (nth === 1) return 'first';
  const ending = nth % 100 >= 11 && nth % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][nth % 10] ?? 'th');
  return `${nth}${ending}`;
}
