/** The questions of the lesson: each is asked before a run, and its answer is read off that run. */
import type { Prediction } from '../../prediction.ts';
import { whatLeavesTheRequest } from './predictions/defer.ts';
import { looserCoupling } from './predictions/loosen.ts';
import { reviews } from './predictions/reviews.ts';
import { sharedLoadAndFormat } from './predictions/share.ts';

export const predictions: readonly Prediction[] = [...whatLeavesTheRequest, ...looserCoupling, ...sharedLoadAndFormat, ...reviews];
