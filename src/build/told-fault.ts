/** Faults as a lesson tells them: of outside effects that are all of one kind it says which, as in `wrote its 3rd row`. */
import type { Fault } from '../../sandbox/engine/cell.ts';
import { effectDeedOf, spokenFault } from '../../sandbox/engine/fault-words.ts';
import type { TraceEvent } from '../../sandbox/trace/event.ts';

/** `events`: of the recorded run; without one it is said in general words. */
export function toldFault(fault: Fault, events: readonly TraceEvent[]): string {
  const { when } = fault;
  if ('atMs' in when || when.on !== 'effect' || when.process === undefined) return spokenFault(fault);
  const kinds = new Set(
    events.flatMap((event) => (event.kind === 'effect' && event.process === when.process ? [event.detail.effect] : [])),
  );
  const [kind, ...others] = kinds;
  return kind === undefined || others.length > 0 ? spokenFault(fault) : spokenFault(fault, effectDeedOf(kind, when.nth ?? 1));
}
