/** The folder in which a cell's files run unchanged on real Node: they find npm clients and `#course/*` as they would at work. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CLIENTS } from '../../clients/index.ts';
import { atExit } from './at-exit.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const COURSE_MODULES = ['#course/queue', '#course/broker', '#course/shop'];

export interface Workspace {
  readonly folder: string;
  remove(): void;
}

export function makeWorkspace(files: Readonly<Record<string, string>>): Workspace {
  const folder = mkdtempSync(join(tmpdir(), 'inflight-cell-'));
  const remove = atExit(() => rmSync(folder, { recursive: true, force: true }));
  // Node resolves links, so course modules find their neighbours in the repository.
  symlinkSync(join(ROOT, 'sandbox', 'course'), join(folder, 'course'), 'dir');
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', imports: { '#course/*': './course/*.ts' } }));
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, 'files', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return { folder, remove };
}

/** The npm clients and course modules that the files name. */
export function modulesOf(files: Readonly<Record<string, string>>): readonly string[] {
  const texts = Object.values(files);
  const isNamed = (name: string) => texts.some((text) => text.includes(`'${name}'`) || text.includes(`"${name}"`));
  return [...CLIENTS.map(({ name }) => name), ...COURSE_MODULES].filter(isNamed);
}
