/** Kept texts: what is expensive to make from other texts is made once and lies in `.inflight` under a hash of them. Removing it costs time only. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The site is built in the project's root. */
const ROOT = process.cwd();

export class Kept {
  readonly #folder: string;

  /** `makers` are the files, or folders of files, that make the texts; the lockfile stands for the packages that they use. */
  constructor(name: string, makers: readonly string[]) {
    const key = hashOf([...makers.flatMap(filesAt), 'package-lock.json'].flatMap((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));
    const all = join(ROOT, '.inflight', name);
    this.#folder = join(all, key);
    mkdirSync(this.#folder, { recursive: true });
    // What others made is not asked for any more.
    for (const other of readdirSync(all)) if (other !== key) rmSync(join(all, other), { recursive: true, force: true });
  }

  /** The text that `make` makes of `inputs`. Another build that goes on meanwhile sees all of it or nothing. */
  async text(inputs: readonly string[], make: () => Promise<string>): Promise<string> {
    const file = join(this.#folder, hashOf(inputs));
    if (existsSync(file)) return readFileSync(file, 'utf8');
    const made = await make();
    const temporary = `${file}.${process.pid}.tmp`;
    writeFileSync(temporary, made);
    renameSync(temporary, file);
    return made;
  }
}

/** The file itself, or all files below the folder. */
function filesAt(path: string): string[] {
  if (/\.\w+$/u.test(path)) return [path];
  const below = readdirSync(join(ROOT, path), { recursive: true, encoding: 'utf8' });
  return below.filter((file) => /\.\w+$/u.test(file)).map((file) => `${path}/${file}`);
}

/** A hash of the texts and of where each ends. */
export function hashOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex');
}
