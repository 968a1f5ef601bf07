/** The Python twins: runs each and compares what it prints with what was recorded; `--write` records it anew. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CONTENT_FOLDER } from './inflight/content.ts';
import { OUTPUT_FILE, VERSIONS_FILE } from './inflight/load-twin.ts';
import { root } from './root.ts';
import { runPython } from './twins/python.ts';

if (import.meta.main) process.exitCode = twins(process.argv.includes('--write'));

/** Every twin of the course, recorded or not: absolute paths of the programs. */
export function twinPrograms(folder: string = CONTENT_FOLDER): readonly string[] {
  return readdirSync(join(folder, 'lessons'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^[^/]+\/cells\/[^/]+\/twin\/[^/]+\.py$/.test(path))
    .sort()
    .map((path) => join(folder, 'lessons', path));
}

/** Returns the exit code. */
function twins(write: boolean): number {
  let failures = 0;
  for (const program of twinPrograms()) {
    const { failed, said } = tryTwin(program, write);
    if (failed) failures += 1;
    console.log(`${relative(root, program)}: ${said}`);
  }
  return failures === 0 ? 0 : 1;
}

function tryTwin(program: string, write: boolean): { readonly failed: boolean; readonly said: string } {
  const ran = runPython(program);
  if (ran.kind !== 'ran') return { failed: ran.kind === 'failed', said: ran.kind === 'skipped' ? `skipped. ${ran.said}` : ran.said };
  const at = (file: string): string => join(program, '..', file);
  const recorded = existsSync(at(OUTPUT_FILE)) ? readFileSync(at(OUTPUT_FILE), 'utf8') : null;
  const isSame = recorded === ran.run.output;
  if (!write) return { failed: !isSame, said: isSame ? 'prints what was recorded.' : `prints something else:\n${ran.run.output}` };
  // The versions are those of the recording: they stay as long as the output does.
  if (isSame && existsSync(at(VERSIONS_FILE))) return { failed: false, said: 'is as it was recorded.' };
  writeFileSync(at(OUTPUT_FILE), ran.run.output);
  writeFileSync(at(VERSIONS_FILE), `${ran.run.versions.join('\n')}\n`);
  return { failed: false, said: `recorded with ${ran.run.versions.join(', ')}.` };
}
