/** Files that a build writes while others may read them, and what an earlier build left. */
import { readFile, rename, writeFile } from 'node:fs/promises';

/** Whoever reads while a build goes on sees the old file or the new one. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, content);
  await rename(temporary, path);
}

/** Null when there is no such file, or no JSON in it. */
export async function readJson<Value>(path: string): Promise<Value | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Value;
  } catch {
    return null;
  }
}
