/** The type check: every part of the tree under its own tsconfig, because each part may see other globals. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';
import { runNode } from './run-node.ts';

/** Folders with a `tsconfig.json` of their own; '.' holds the scripts and configurations. */
const folders = ['.', 'sandbox', 'sandbox/host', 'content', 'src', 'tests'];

export function typedFolders(): string[] {
  return folders.filter((folder) => existsSync(join(root, folder, 'tsconfig.json')));
}

/**
 * Checks one folder with the native compiler, which takes a fifth of the time; the one in JavaScript is for the browser, where the
 * learner's types are checked. Resolves to the compiler's messages, empty when all is well.
 */
export async function checkTypes(folder: string): Promise<string> {
  const compiler = join(root, 'node_modules', 'typescript-native', 'bin', 'tsc');
  const { code, output } = await runNode([compiler, '--project', join(root, folder), '--pretty', 'false']);
  return code === 0 ? '' : output || `tsc ended with code ${code}.`;
}

if (import.meta.main) {
  for (const folder of typedFolders()) {
    const problems = await checkTypes(folder);
    console.log(problems === '' ? `types of ${folder}: fine` : `types of ${folder}:\n${problems}`);
    if (problems !== '') process.exitCode = 1;
  }
}
