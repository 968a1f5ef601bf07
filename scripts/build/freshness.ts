/** Whether the last build still stands: the same inputs, by content, as when it was made. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

export type Fingerprints = Record<string, string>;

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Fingerprints of the inputs, of the build's own scripts and of the lockfile, which stands for what is in packages. */
export function fingerprintsOf(inputs: Iterable<string>): Fingerprints {
  const scripts = readdirSync(join(root, 'scripts', 'build')).map((file) => `scripts/build/${file}`);
  const files = new Set([...inputs, ...scripts, 'scripts/build-sandbox.ts', 'package-lock.json'].filter(isOwn));
  return Object.fromEntries([...files].sort().map((file) => [file, fingerprint(file)]));
}

export function isFresh(known: Fingerprints): boolean {
  const now = fingerprintsOf(Object.keys(known));
  const files = Object.keys(now);
  return files.length === Object.keys(known).length && files.every((file) => now[file] === known[file]);
}

/** Not a module that the bundler made up, nor one of a package. */
function isOwn(file: string): boolean {
  return !file.includes(':') && !file.includes('node_modules/');
}

function fingerprint(file: string): string {
  try {
    return sha256(readFileSync(join(root, file)));
  } catch {
    return 'absent';
  }
}
