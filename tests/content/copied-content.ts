/** A copy of the content that a test may break. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { CONTENT_FOLDER, loadContent } from '../../scripts/inflight/content.ts';
import { root } from '../../scripts/root.ts';

export interface CopiedContent {
  readonly folder: string;
  /** Replaces the first occurrence of a text in a file below `lessons/machine`. Returns the line where it was. */
  replace(file: string, text: string, by: string): number;
  /** Removes a file or folder below `lessons/machine`. */
  remove(file: string): void;
  /** Problems as `file:line: sentence`, files as seen from `lessons/machine`. */
  problems(): Promise<readonly string[]>;
  discard(): void;
}

export function copyContent(): CopiedContent {
  const place = mkdtempSync(join(tmpdir(), 'inflight-content-'));
  const folder = join(place, 'content');
  // Its tsconfig.json extends a file that is not copied.
  cpSync(CONTENT_FOLDER, folder, { recursive: true, filter: (path) => basename(path) !== 'tsconfig.json' });
  symlinkSync(join(root, 'sandbox'), join(place, 'sandbox'), 'dir');
  const lesson = join(folder, 'lessons', 'machine');
  return {
    folder,
    replace(file, text, by) {
      const before = readFileSync(join(lesson, file), 'utf8');
      const at = before.indexOf(text);
      if (at < 0) throw new Error(`${file} does not contain ${text}.`);
      writeFileSync(join(lesson, file), before.slice(0, at) + by + before.slice(at + text.length));
      return before.slice(0, at).split('\n').length;
    },
    remove: (file) => rmSync(join(lesson, file), { recursive: true }),
    async problems() {
      const { problems } = await loadContent(folder);
      return problems.map(({ file, line, said }) => `${file.replace(`${lesson}/`, '')}:${line}: ${said}`);
    },
    discard: () => rmSync(place, { recursive: true, force: true }),
  };
}
