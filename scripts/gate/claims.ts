/** The gate's claims: how many things it holds the content to, so that its result can be counted like tests. */
import { objectives } from '../../content/course.ts';
import { heldLessons, LEAST_REVIEWS } from './course-gate.ts';
import type { GateContent } from './world.ts';

/** Each problem that the gate finds is one of these that does not hold. */
export function claimCount(content: GateContent): number {
  const { cells, exercises, predictions, figures, breaks } = content;
  const ofCells = cells.map(
    ({ cell }) => SHOWN_AND_COUNTERED * Object.keys(cell.shows).length + (cell.moments?.length ?? 0) + DETERMINISTIC,
  );
  const ofExercises = exercises.map(
    ({ alternatives, wrong, checks }) =>
      FIXED_ANSWERS + Object.keys(alternatives).length + Object.keys(wrong).length + checks.length + DETERMINISTIC,
  );
  const ofPredictions = predictions.map(({ prediction }) => prediction.options.length);
  const ofFigures = figures.map(({ figure }) => figure.frames.length);
  const ofBreaks = breaks.map(({ breakIt }) => FIXED_FAULTS + breakIt.offers.length);
  const ofLessons = heldLessons(content).map(({ id }) => {
    const taught = objectives.filter(({ lesson }) => lesson === id);
    const needs = taught.flatMap(({ exercise, python }) => [exercise, python]).filter((isNeeded) => isNeeded);
    return ASKS_AND_LOOKS_BACK + LEAST_REVIEWS + taught.length + needs.length;
  });
  const all = [...ofCells, ...ofExercises, ...ofPredictions, ...ofFigures, ...ofBreaks, ...ofLessons];
  return all.reduce((sum, count) => sum + count, 0);
}

/** An objective is shown by the cell and not shown by its counter-run. */
const SHOWN_AND_COUNTERED = 2;
/** The same seed gives the same hash in a fresh worker and in a reused one. */
const DETERMINISTIC = 1;
/** The solution, its crash points, the starter and the empty answer. */
const FIXED_ANSWERS = 4;
/** A break-it's plain run, solution and harmless fault. */
const FIXED_FAULTS = 3;
/** A lesson has enough predictions and enough reviews; each review is one. */
const ASKS_AND_LOOKS_BACK = 2;
