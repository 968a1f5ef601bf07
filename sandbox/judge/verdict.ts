/** The verdict: a grade told in one sentence. */
import type { Check } from './check.ts';
import type { Trial } from './trials.ts';
import type { Unjudged } from './unjudged.ts';

/** What was tried: "a crash at each of 9 steps and 50 random schedules". */
export function survivedOf(trials: readonly Trial[]): string {
  const count = (kind: Trial['kind']) => trials.filter((trial) => trial.kind === kind).length;
  const crashes = count('crash');
  const seeds = count('seed');
  const named = trials.filter(({ kind }) => kind === 'scenario').map(({ name }) => name);
  const parts = [
    ...(crashes === 0 ? [] : [crashes === 1 ? 'a crash at its one step' : `a crash at each of ${crashes} steps`]),
    ...(seeds === 0 ? [] : [seeds === 1 ? 'one schedule' : `${seeds} random schedules`]),
    ...named,
  ];
  return parts.length === 0 ? 'nothing yet' : listed(parts);
}

interface Told {
  readonly failing: readonly { readonly check: Check; readonly failures: number }[];
  readonly runs: number;
  readonly survived: string;
  readonly unjudged: Unjudged | null;
}

/** "In 7 of 50 runs an order was charged twice." An ending that cannot be judged is told first: it hides the rest. */
export function saidOf({ failing, runs, survived, unjudged }: Told): string {
  if (unjudged !== null) {
    const { trial, ended } = unjudged;
    return ended.reason === 'compile-error' ? ended.said : `The run with ${trial.name} could not be judged: ${ended.said}`;
  }
  const worst = [...failing].sort((one, other) => rank(one) - rank(other))[0];
  if (worst === undefined) return `Passed: it survived ${survived}.`;
  const how = runs === 1 ? 'In the run' : worst.failures === runs ? `In all ${runs} runs` : `In ${worst.failures} of ${runs} runs`;
  return `${how} ${worst.check.otherwise}.`;
}

/** A check that only asks for any deed at all is told first: without a deed, the others say little. */
function rank({ check }: { readonly check: Check }): number {
  return check.didNothing === true ? 0 : 1;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
