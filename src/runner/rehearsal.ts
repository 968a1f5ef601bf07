/** The rehearsal: a spare worker runs the course's own text once, unseen, so that the engine has compiled machine and libraries by the click. */
import type { Scenario } from '../../sandbox/engine/cell.ts';
import type { Program } from '../../sandbox/engine/program.ts';
import { EVENT_CAP, type RunPlan } from '../../sandbox/host/protocol.ts';
import type { FrameWorker } from './frame.ts';

/** What is rehearsed: never a reader's text, which runs by a click only. */
export interface Rehearsal {
  readonly scenario: Scenario;
  readonly programs: readonly Program[];
  readonly seed: number;
}

/** Number of a rehearsal's run; those that somebody waits for count from 1. */
const REHEARSAL_RUN = 0;
/** After so many the engine has compiled most of what a run needs. */
const TIMES = 3;

/** Starts rehearsing; nobody wants the reports. Returns a function that ends it, because the run itself comes. */
export function rehearse(worker: FrameWorker, { scenario, programs, seed }: Rehearsal): () => void {
  let left = TIMES;
  const again = (): void => {
    if (left === 0) return;
    left -= 1;
    const plan: RunPlan = {
      scenario,
      programs: programs.map(withoutCode),
      seed: seed + left,
      hash: false,
      eventCap: EVENT_CAP,
      levels: ['story'],
    };
    worker.post({ kind: 'run', run: REHEARSAL_RUN, stream: false, plan });
  };
  worker.listener = { ...worker.listener, said: (message) => message.kind === 'finished' && again() };
  worker.post({ kind: 'programs', codes: programs.map(({ code }) => code) });
  again();
  return () => {
    left = 0;
    worker.post({ kind: 'stop' });
  };
}

/** The code travels before, once; a plan, which travels for each run, names only what the machine needs. */
export function withoutCode({ entry, files, imports }: Program): Omit<Program, 'code' | 'map'> {
  return { entry, files, imports };
}
