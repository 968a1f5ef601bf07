/** Pacing: how long the player stays at each step, so that a run takes about six seconds whatever its own time was. */

/** What a run takes, in milliseconds, unless it has few steps. */
const RUN_MS = 6000;
/** No step is slower than this. */
const SLOWEST_STEP_MS = 700;
/** A step that is named is looked at longer, in the weight of plain steps. */
const MOMENT_WEIGHT = 3;
/** A step without a move. */
const QUIET_WEIGHT = 0.5;

export interface PacedStep {
  readonly atMicros: number;
  /** Whether anything moves in the picture. */
  readonly moves: boolean;
  readonly isMoment: boolean;
}

/**
 * The time on the player's clock at which each position is reached, in milliseconds: index 0 is the start, index n the nth
 * step. Waits count by their logarithm, so that long ones are seen to be long and do not bore.
 */
export function pacingOf(steps: readonly PacedStep[]): readonly number[] {
  const weights = steps.map(({ atMicros, moves, isMoment }, index) => {
    const gapMs = Math.max(0, atMicros - (steps[index - 1]?.atMicros ?? 0)) / 1000;
    const base = isMoment ? MOMENT_WEIGHT : moves ? 1 : QUIET_WEIGHT;
    return base + 0.12 * Math.log2(1 + gapMs);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const msPerWeight = sum === 0 ? 0 : Math.min(RUN_MS / sum, SLOWEST_STEP_MS);
  const times = [0];
  for (const weight of weights) times.push((times.at(-1) ?? 0) + weight * msPerWeight);
  return times;
}

/** The position that is reached at this time: the greatest whose time has come. */
export function positionAt(pacing: readonly number[], ms: number): number {
  let low = 0;
  let high = pacing.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pacing[middle] ?? 0) <= ms) low = middle;
    else high = middle - 1;
  }
  return low;
}
