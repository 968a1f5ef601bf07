/** The gate's problems: what can be wrong with a cell or an exercise, each with a name. */

export type GateProblemName =
  /** Does not compile, or has type errors. */
  | 'does not compile'
  /** A run ended in an endless loop, by the watchdog or otherwise without anything to judge. */
  | 'does not end'
  | 'solution fails'
  | 'alternative fails'
  | 'starter passes'
  /** It fails, but no outcome check that asks for more than having done anything. */
  | 'starter misses the point'
  | 'empty answer passes'
  | 'wrong answer passes'
  | 'wrong answer fails other checks'
  | 'check cannot fail'
  /** No crash point of the solution was tried. */
  | 'crashes are not tried'
  | 'shows does not hold'
  | 'shows holds on its counter-run'
  | 'not deterministic'
  /** A moment of a cell that its own run does not have, or that comes before the one named before it. */
  | 'moment not found'
  /** It is in the run, and no reader can go to it. */
  | 'moment is no step'
  /** The right answer is no option, a wrong one names no belief, or its ghost has no place. */
  | 'prediction does not fit its run'
  | 'frame not found'
  /** The promise does not even hold without a fault. */
  | 'promise does not hold'
  | 'solution breaks nothing'
  | 'harmless fault breaks it'
  /** A fault that never happens, or a kind that is offered and cannot be placed. */
  | 'fault does not strike'
  | 'too few predictions'
  | 'too few reviews'
  /** A review about a lesson that comes later, or a run that was seen already. */
  | 'not a review'
  | 'part ends without a break-it'
  | 'objective is not shown'
  | 'objective without an exercise'
  | 'objective without a twin';

export interface GateProblem {
  /** Such as `machine/charge-once, wrong/ack-first`. */
  readonly where: string;
  readonly name: GateProblemName;
  readonly said: string;
}

export function gateProblemText({ where, name, said }: GateProblem): string {
  return `${where}: ${name}. ${said}`;
}
