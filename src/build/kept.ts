/** Kept texts: what is expensive to make from other texts is made once and lies in `.inflight` under a hash of them. Removing it costs time only. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The site is built in the project's root. */
const ROOT = process.cwd();

export class Kept {
  readonly #folder: string;
  readonly #makers: string;

  /** `makers` is the source of what makes the texts; the lockfile stands for the packages that it uses. */
  constructor(name: string, makers: readonly string[]) {
    this.#folder = join(ROOT, '.inflight', name);
    this.#makers = hashOf([...makers, readFileSync(join(ROOT, 'package-lock.json'), 'utf8')]);
    mkdirSync(this.#folder, { recursive: true });
  }

  /** The text that `make` makes of `inputs`. Another build that goes on meanwhile sees all of it or nothing. */
  async text(inputs: readonly string[], make: () => Promise<string>): Promise<string> {
    const file = join(this.#folder, hashOf([this.#makers, ...inputs]));
    if (existsSync(file)) return readFileSync(file, 'utf8');
    const made = await make();
    const temporary = `${file}.${process.pid}.tmp`;
    writeFileSync(temporary, made);
    renameSync(temporary, file);
    return made;
  }
}

function hashOf(texts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}
