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
  | 'not deterministic';

export interface GateProblem {
  /** Such as `machine/charge-once, wrong/ack-first`. */
  readonly where: string;
  readonly name: GateProblemName;
  readonly said: string;
}

export function gateProblemText({ where, name, said }: GateProblem): string {
  return `${where}: ${name}. ${said}`;
}
