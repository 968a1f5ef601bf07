/** Faults in the picture: which of them last at a moment, and which box or line each of them is drawn at. */
import type { EventOf } from '../../sandbox/trace/event.ts';
import type { Facts } from './facts.ts';
import type { Link } from './layout.ts';
import type { FaultScene, Scene } from './scene.ts';

type Hosts = Facts['hosts'];

/** The fault as far as it lasts; null for a crash, which its process shows by itself. */
export function lastingFault({ atMicros, detail }: EventOf<'fault'>): FaultScene | null {
  const { fault: kind, at, other, forMicros } = detail;
  if (forMicros === null && other === null) return null;
  return { kind, at, other, untilMicros: forMicros === null ? null : atMicros + forMicros };
}

/** Those that are left when two connect: what had cut them off, or lost their bytes, is over. */
export function leftByConnection(faults: readonly FaultScene[], client: string, server: string, hosts: Hosts): readonly FaultScene[] {
  return faults.filter((fault) => fault.untilMicros !== null || !joins(fault, client, server, hosts));
}

/** Those that are left when a process ends: nothing holds it up any more. */
export function leftByEnd(faults: readonly FaultScene[], process: string): readonly FaultScene[] {
  return faults.filter(({ at, other, untilMicros }) => at !== process || (other !== null && untilMicros !== null));
}

/** The fault that holds up a process or broker now. */
export function faultAtBox(name: string, scene: Scene): FaultScene | null {
  return scene.faults.findLast((fault) => fault.other === null && fault.at === name && lasts(fault, scene)) ?? null;
}

/** The fault that lies on a line now. */
export function faultOnLink({ process, other, role }: Link, scene: Scene, { hosts, places }: Facts): FaultScene | null {
  if (role === 'routes') return null;
  const end = places.get(other)?.owner ?? other;
  return scene.faults.findLast((fault) => joins(fault, process, end, hosts) && lasts(fault, scene)) ?? null;
}

function lasts({ untilMicros }: FaultScene, { atMicros }: Scene): boolean {
  return untilMicros === null || atMicros < untilMicros;
}

function joins({ at, other }: FaultScene, one: string, two: string, hosts: Hosts): boolean {
  const is = (name: string, end: string | null): boolean => name === end || hosts.get(name) === end;
  return (is(one, at) && is(two, other)) || (is(one, other) && is(two, at));
}
