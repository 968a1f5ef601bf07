/** `npm run conformance`: the same programs against the real Redis and against ours; says what differs and what was seen. */
import { writeFileSync } from 'node:fs';
import { redis } from '../sandbox/brokers/redis/redis.ts';
import { stop } from '../sandbox/host/compile-in-node.ts';
import { allowClosedOutput } from './closed-output.ts';
import { type Asked, askedBy } from './conformance/arguments.ts';
import { compareWith } from './conformance/compare-with.ts';
import { coverageText } from './conformance/coverage/coverage-text.ts';
import { DECLARED_FILE, declaredText } from './conformance/coverage/declared.ts';
import { closeLanes, openLanes } from './conformance/lane.ts';
import { LAST_FILE, TABLE_FILE, tableOf, writeTable } from './conformance/table.ts';
import { findReal, type RealAddress } from './conformance/wire/real-address.ts';

allowClosedOutput();
const asked = askedBy(process.argv.slice(2));
const real = typeof asked === 'string' ? asked : await findReal();
if (typeof asked === 'string') {
  console.error(asked);
  process.exitCode = 2;
} else if (typeof real === 'string') {
  console.log(`conformance: skipped all of it. ${real}`);
} else {
  process.exitCode = await conformance(asked, real);
}

/** Returns the exit code. */
async function conformance(asked: Asked, real: RealAddress): Promise<number> {
  console.log(`Redis ${real.version} at port ${real.port}, databases ${real.databases.join(', ')}`);
  const lanes = await openLanes(real, redis);
  const results = await compareWith(asked, real, lanes).finally(() => closeLanes(lanes));
  await stop();
  if (asked.declare) writeFileSync(DECLARED_FILE, declaredText(results.comparison.coverage.seen()));
  if (!asked.quick && !asked.seededBugs) {
    console.log(coverageText(results.comparison.coverage.seen()));
    writeTable(LAST_FILE, tableOf(results));
  }
  if (asked.write) writeTable(TABLE_FILE, tableOf(results));
  for (const problem of results.problems) console.error(problem);
  const { compared, coverage } = results.comparison;
  console.log(
    `${results.stories} stories, ${results.sequences} sequences, ${compared} programs compared, ${coverage.errors.size} error texts`,
  );
  console.log(`conformance: ${results.passed} passed, ${results.problems.length} failed`);
  return results.problems.length === 0 ? 0 : 1;
}
