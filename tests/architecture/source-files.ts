/** The source files of the project, as the architecture rules see them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export interface SourceText {
  /** From the project's root, with forward slashes: `sandbox/engine/scheduler.ts`. */
  readonly path: string;
  readonly text: string;
}

const root = join(import.meta.dirname, '..', '..');
const skipped = new Set(['node_modules', 'dist', '.git', '.astro', '.inflight', 'package-lock.json']);
const textEndings = /\.(ts|mts|mjs|js|astro|css|html|mdx|md|json|svg|txt)$|^[^.]+$|^\.[a-z]+$/u;

/** Every text file that belongs to the project: no dependency, nothing generated. */
export function readSources(folder = root): SourceText[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return readSources(path);
      return textEndings.test(entry.name) ? [{ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }] : [];
    })
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Files that a learner edits or that imitate what a learner writes: their shape is the lesson's business. */
export function isLearnerText(path: string): boolean {
  return /^content\/.*\/(files|starter|solution|alternatives|wrong)\//u.test(path);
}

export function isTypeScript(path: string): boolean {
  return /\.(ts|mts|mjs)$/u.test(path);
}
