/** Checks that count what they check themselves: their output ends with a line that says how much holds, or that all was skipped. */
import { type Counts, oneCheck } from './check.ts';

const COUNTED = /: (?<passed>\d+) passed, (?<failed>\d+) failed\s*$/u;
const SKIPPED = /: skipped all of it\. .*\s*$/u;

/** An output that says neither is one failure. */
export function countsOf({ code, output }: { readonly code: number; readonly output: string }): Counts {
  if (code === 0 && SKIPPED.test(output)) return { passed: 0, failed: 0, problems: '' };
  const counted = COUNTED.exec(output)?.groups;
  if (counted === undefined) return oneCheck(false, output);
  const failed = Math.max(Number(counted.failed), code === 0 ? 0 : 1);
  return { passed: Number(counted.passed), failed, problems: failed === 0 ? '' : output };
}
