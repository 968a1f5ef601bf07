/** The gate's claims: how many things it holds the content to, so that its result can be counted like tests. */
import type { GateContent } from './gate.ts';

/** Each problem that the gate finds is one of these that does not hold. */
export function claimCount({ cells, exercises }: GateContent): number {
  const ofCells = cells.map(({ cell }) => SHOWN_AND_COUNTERED * Object.keys(cell.shows).length + DETERMINISTIC);
  const ofExercises = exercises.map(
    ({ alternatives, wrong, checks }) =>
      FIXED_ANSWERS + Object.keys(alternatives).length + Object.keys(wrong).length + checks.length + DETERMINISTIC,
  );
  return [...ofCells, ...ofExercises].reduce((sum, count) => sum + count, 0);
}

/** An objective is shown by the cell and not shown by its counter-run. */
const SHOWN_AND_COUNTERED = 2;
/** The same seed gives the same hash in a fresh worker and in a reused one. */
const DETERMINISTIC = 1;
/** The solution, its crash points, the starter and the empty answer. */
const FIXED_ANSWERS = 4;
