/** Records every cell and every exercise's starter: compiled programs and one run, as JSON that the site's build reads. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadContent } from './inflight/content.ts';
import { buildMachine } from './inflight/machine-build.ts';
import { problemText } from './inflight/problem.ts';
import { type Recordable, type RecordingKey, recordablesOf } from './record/recordable.ts';
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
  const manifest = readFileSync(MANIFEST, 'utf8');
  const recordables = recordablesOf(content);
  let failedCount = 0;
  let freshCount = 0;
  for (const recordable of recordables) {
    const file = join(RECORDED, `${recordable.id}.json`);
    const key = keyOf(recordable, manifest);
    if (isFresh(file, key)) {
      freshCount += 1;
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    // A child of its own for each: what takes the whole process down takes down one recording.
    const { code, output } = await runNode([join(root, 'scripts', 'record', 'record-one.ts'), recordable.id, key, file]);
    if (code === 0) continue;
    failedCount += 1;
    console.error(`${recordable.id} was not recorded:\n${output.trimEnd()}`);
  }
  removeOthers(recordables);
  console.log(`recorded: ${recordables.length - freshCount - failedCount} runs, ${freshCount} were up to date, ${failedCount} failed`);
  return failedCount > 0 ? 1 : 0;
}

/** Changes when the content or anything in the machine does. */
function keyOf({ scenario, files, seed }: Recordable, manifest: string): string {
  return createHash('sha256')
    .update(JSON.stringify([scenario, files, seed, manifest]))
    .digest('hex');
}

function isFresh(file: string, key: string): boolean {
  if (!existsSync(file)) return false;
  return (JSON.parse(readFileSync(file, 'utf8')) as RecordingKey).key === key;
}

function removeOthers(recordables: readonly Recordable[]): void {
  const wanted = new Set(recordables.flatMap(({ id }) => [`${id}.json`, `${id}.run.json`]));
  if (!existsSync(RECORDED)) return;
  for (const path of readdirSync(RECORDED, { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.json') && !wanted.has(path.replaceAll('\\', '/'))) rmSync(join(RECORDED, path));
  }
}
