/** Unjudged: a run that ended in a way that leaves nothing to judge. */
import type { Ended } from '../trace/ended.ts';
import type { Trial } from './trials.ts';

type Judgeable = Extract<Ended, { reason: 'quiescent' | 'deadline' }>;

export interface Unjudged {
  readonly trial: Trial;
  readonly ended: Exclude<Ended, Judgeable>;
}

/** Checks speak only of runs that came to rest or to their deadline: an endless loop or a compile error is no check's failure. */
export function isJudgeable(ended: Ended): ended is Judgeable {
  return ended.reason === 'quiescent' || ended.reason === 'deadline';
}
