/** Asks a prediction of its run: which option is right, and where the run leaves each of the others. */
import type { Option, Prediction } from '../../content/prediction.ts';
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import { findEvent } from '../../sandbox/trace/query.ts';
import type { Misfit } from '../inflight/scenario-problems.ts';

/** `predictions/<id>.json`: what the run says, beside the texts, which are in `predictions.ts`. */
export interface AskedPrediction {
  readonly answer: string;
  /** By wrong option: the sequence, in the whole trace, of the event at which the run leaves it. */
  readonly leaves: Readonly<Record<string, number>>;
}

/** The value, or what does not fit the run; paths are inside the prediction or figure. */
export type Asked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly misfits: readonly Misfit[] };

/** `events` are those of the run under the prediction's seed. */
export function askPrediction(prediction: Prediction, events: readonly TraceEvent[]): Asked<AskedPrediction> {
  const answer = answerOf(prediction, events);
  if (!prediction.options.some(({ id }) => id === answer)) {
    const said = `The run answers "${answer}", which is none of the options of "${prediction.id}".`;
    return { ok: false, misfits: [{ path: ['answer'], said }] };
  }
  const leaves: Record<string, number> = {};
  const misfits: Misfit[] = [];
  for (const [index, option] of prediction.options.entries()) {
    if (option.id === answer) continue;
    const left = leavingOf(option, events);
    if (typeof left === 'number') leaves[option.id] = left;
    else misfits.push({ ...left, path: ['options', index, ...left.path] });
  }
  return misfits.length > 0 ? { ok: false, misfits } : { ok: true, value: { answer, leaves } };
}

function answerOf({ id, answer }: Prediction, events: readonly TraceEvent[]): string {
  try {
    return answer(events);
  } catch (error) {
    throw new Error(`answer of the prediction ${id} itself failed: it must return an option for every trace.`, { cause: error });
  }
}

/** The sequence, or what is wrong. */
function leavingOf({ id, wrong }: Option, events: readonly TraceEvent[]): number | Misfit {
  if (wrong === undefined) return { path: [], said: `"${id}" is not what the run answers, so it needs "wrong": the belief behind it.` };
  const left = findEvent(events, wrong.leaves);
  return left?.sequence ?? { path: ['wrong', 'leaves'], said: `The run has no such event, so the ghost of "${id}" has no place.` };
}
