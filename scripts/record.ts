/** Records the runs of all content as JSON that the site's build reads, and what predictions and figures ask of them. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from './inflight/content.ts';
import { buildMachine } from './inflight/machine-build.ts';
import { problemText } from './inflight/problem.ts';
import { askOfRuns, figureName, predictionName } from './record/ask-of-runs.ts';
import { type Recordable, type RecordingKey, type RecordOrder, type RecordResult, recordablesOf } from './record/recordable.ts';
import { root } from './root.ts';
import { runNode } from './run-node.ts';

const RECORDED = join(root, '.inflight', 'recorded');
const MANIFEST = join(root, '.inflight', 'build', 'manifest.json');

if (import.meta.main) process.exitCode = await record();

/** Writes what is missing or stale, removes what has no source any more. Returns the exit code. */
async function record(): Promise<number> {
  const content = await loadContent();
  for (const problem of content.problems) console.error(problemText(problem));
  if (content.problems.length > 0) return 1;
  await buildMachine();
  const recordables = recordablesOf(content);
  const asked = [...content.predictions.map(predictionName), ...content.figures.map(figureName)];
  removeOthers([...recordables.flatMap(({ id }) => [`${id}.json`, `${id}.run.json`]), ...asked.map((id) => `${id}.json`)]);
  const stale = ordersFor(recordables).filter(({ file, key }) => !isFresh(file, key));
  const failed = (await recordAll(stale)).filter(({ problem }) => problem !== null);
  for (const { id, problem } of failed) console.error(`${id} was not recorded:\n${problem}`);
  console.log(
    `recorded: ${stale.length - failed.length} runs, ${recordables.length - stale.length} were up to date, ${failed.length} failed`,
  );
  if (failed.length > 0) return 1;
  const problems = askOfRuns(content, RECORDED);
  for (const problem of problems) console.error(problemText(problem));
  return problems.length > 0 ? 1 : 0;
}

/** Everything in one child process. What takes that down is the one that has not answered; the rest goes to the next child. */
async function recordAll(orders: readonly RecordOrder[]): Promise<readonly RecordResult[]> {
  if (orders.length === 0) return [];
  const { code, output } = await runNode([join(root, 'scripts', 'record', 'record-list.ts'), JSON.stringify(orders)]);
  const lines = output.split('\n');
  const results = lines.filter((line) => line.startsWith('{"id":')).map((line) => JSON.parse(line) as RecordResult);
  const [lost, ...rest] = orders.filter(({ id }) => !results.some((result) => result.id === id));
  if (lost === undefined) return results;
  const said = lines
    .filter((line) => !line.startsWith('{"id":'))
    .join('\n')
    .trim();
  return [...results, { id: lost.id, problem: `The recording process ended with code ${code}. ${said}` }, ...(await recordAll(rest))];
}

/** The key changes when the content or anything in the machine does. */
function ordersFor(recordables: readonly Recordable[]): readonly RecordOrder[] {
  const manifest = readFileSync(MANIFEST, 'utf8');
  return recordables.map(({ id, scenario, files, seed }) => ({
    id,
    key: createHash('sha256')
      .update(JSON.stringify([scenario, files, seed, manifest]))
      .digest('hex'),
    file: join(RECORDED, `${id}.json`),
  }));
}

function isFresh(file: string, key: string): boolean {
  if (!existsSync(file)) return false;
  return (JSON.parse(readFileSync(file, 'utf8')) as RecordingKey).key === key;
}

/** `wanted` are paths below the folder of recordings. */
function removeOthers(wanted: readonly string[]): void {
  if (!existsSync(RECORDED)) return;
  for (const path of readdirSync(RECORDED, { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.json') && !wanted.includes(path.replaceAll('\\', '/'))) rmSync(join(RECORDED, path));
  }
}
