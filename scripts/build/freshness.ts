/** Whether the last build still stands: the same inputs, by content, as when it was made. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../root.ts';

export type Fingerprints = Record<string, string>;

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Fingerprints of the inputs, of the build's own scripts and of which files there are. */
export async function fingerprintsOf(inputs: Iterable<string>): Promise<Fingerprints> {
  const scripts = (await readdir(join(root, 'scripts', 'build'))).map((file) => `scripts/build/${file}`);
  const files = new Set([...inputs, ...scripts, 'scripts/build-sandbox.ts', 'package-lock.json'].filter((file) => !file.includes(':')));
  const entries = await Promise.all([...files].sort().map(async (file) => [file, await fingerprint(file)] as const));
  return Object.fromEntries(entries);
}

export async function isFresh(known: Fingerprints): Promise<boolean> {
  const now = await fingerprintsOf(Object.keys(known));
  const files = Object.keys(now);
  return files.length === Object.keys(known).length && files.every((file) => now[file] === known[file]);
}

async function fingerprint(file: string): Promise<string> {
  try {
    return sha256(await readFile(join(root, file)));
  } catch {
    return 'absent';
  }
}
