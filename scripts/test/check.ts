/** A check of `npm test`: something that runs and can say how much of it passed. */

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** What failed, in words; empty when nothing did. */
  readonly problems: string;
}

export interface Check {
  readonly name: string;
  run(): Promise<Counts>;
}

/** The counts of something that either holds or does not. */
export function oneCheck(holds: boolean, problems: string): Counts {
  return holds ? { passed: 1, failed: 0, problems: '' } : { passed: 0, failed: 1, problems };
}

export function sum(all: readonly Counts[]): Counts {
  return {
    passed: all.reduce((total, counts) => total + counts.passed, 0),
    failed: all.reduce((total, counts) => total + counts.failed, 0),
    problems: all
      .map((counts) => counts.problems)
      .filter((problems) => problems !== '')
      .join('\n'),
  };
}
