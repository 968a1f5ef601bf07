/** What the bench runs: files of the machine's build, and learner files compiled as the page compiles them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild-wasm';
import { compile } from '../sandbox/compiler/compile.ts';
import type { Program } from '../sandbox/engine/program.ts';
import { root } from '../scripts/root.ts';

/** The text of a file in `.inflight/build`, which must be there. */
export function builtText(name: string): string {
  return readFileSync(join(root, '.inflight', 'build', name), 'utf8');
}

/** Throws what the compiler has to say when there is an error. */
export async function compiled(files: Readonly<Record<string, string>>, entries: readonly string[]): Promise<readonly Program[]> {
  const modules = JSON.parse(builtText('modules.json')) as Record<string, string[]>;
  const result = await compile(esbuild, { files, entries, modules });
  if (!result.ok) throw new Error(result.problems.map(({ said }) => said).join('\n'));
  return result.programs;
}
