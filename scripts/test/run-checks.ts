/** Runs every check, says how each went, and ends with `N passed, N failed`. Names of checks may be given to run only those. */
import { allowClosedOutput } from '../closed-output.ts';
import { type Check, type Counts, sum } from './check.ts';
import { stages } from './stages.ts';

allowClosedOutput();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.flat().some((check) => check.name === name));

if (unknown.length > 0) {
  const names = stages.flat().map((check) => check.name);
  console.error(`There is no check "${unknown[0]}". There are: ${names.join(', ')}.`);
  process.exitCode = 1;
} else {
  const all: Counts[] = [];
  for (const stage of stages) {
    const chosen = stage.filter((check) => wanted.length === 0 || wanted.includes(check.name));
    all.push(...(await Promise.all(chosen.map(runOne))));
  }
  const { passed, failed } = sum(all);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

async function runOne(check: Check): Promise<Counts> {
  const startedAt = performance.now();
  const counts = await check.run().catch((error: unknown): Counts => ({ passed: 0, failed: 1, problems: String(error) }));
  if (counts.problems !== '') console.log(counts.problems);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const failed = counts.failed === 0 ? '' : `, ${counts.failed} FAILED`;
  console.log(`${check.name}: ${counts.passed} passed${failed} (${seconds} s)`);
  return counts;
}
