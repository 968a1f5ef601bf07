/** Loads the Python twin of a cell: one program, what it printed when it was recorded, and under which versions. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failure, type Loaded } from './problem.ts';
import { isFolder } from './read-folder.ts';

export interface LoadedTwin {
  /** Such as `shop.py`. */
  readonly name: string;
  /** Absolute path of the folder `twin/`. */
  readonly folder: string;
  readonly text: string;
  readonly output: string;
  /** Such as `Python 3.11.7`; a package that it imports follows on a line of its own. */
  readonly versions: readonly string[];
}

/** The file that holds the recorded output, and the one that says what it was recorded with. */
export const OUTPUT_FILE = 'output.txt';
export const VERSIONS_FILE = 'versions.txt';

/** The twin in `<cell>/twin/`, or null when the cell has none. */
export function loadTwin(cellFolder: string): Loaded<LoadedTwin | null> {
  const folder = join(cellFolder, 'twin');
  if (!isFolder(folder)) return { ok: true, value: null };
  const programs = readdirSync(folder).filter((name) => name.endsWith('.py'));
  const [name] = programs;
  if (name === undefined || programs.length > 1) {
    return failure({ file: folder, line: 1, said: `A twin is one Python program; there are ${programs.length}.` });
  }
  const missing = [OUTPUT_FILE, VERSIONS_FILE].filter((file) => !existsSync(join(folder, file)));
  if (missing.length > 0) {
    const said = 'This file is missing. Record it with: npm run twins -- --write';
    return failure(...missing.map((file) => ({ file: join(folder, file), line: 1, said })));
  }
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  return {
    ok: true,
    value: { name, folder, text: read(name), output: read(OUTPUT_FILE), versions: read(VERSIONS_FILE).trim().split('\n') },
  };
}
