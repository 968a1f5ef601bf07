/** Counts from the JSON report of vitest: what really ran. */
import { type Counts, oneCheck } from './check.ts';

/** The part of vitest's JSON report that is read (Jest's format). */
export interface VitestReport {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * A skipped test counts as neither. A file that could not be loaded counts as one that failed; so does a run without
 * tests. `output` is what vitest said; it is shown when something failed.
 */
export function countTests(report: VitestReport, output: string): Counts {
  let passed = 0;
  let failed = 0;
  for (const file of report.testResults) {
    const failedHere = file.assertionResults.filter((test) => test.status === 'failed').length;
    passed += file.assertionResults.filter((test) => test.status === 'passed').length;
    failed += file.status === 'failed' ? Math.max(1, failedHere) : failedHere;
  }
  if (passed + failed === 0) return oneCheck(false, `No test ran.\n${output}`);
  return { passed, failed, problems: failed === 0 ? '' : output };
}
