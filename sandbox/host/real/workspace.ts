/** The folder in which a cell's files run unchanged on real Node: they find npm clients and `#course/*` as they would at work. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atExit } from './at-exit.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

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

/** The npm clients that the files import. */
export function clientsOf(files: Readonly<Record<string, string>>): readonly string[] {
  const found = Object.values(files).flatMap((text) =>
    [...text.matchAll(/from\s+['"](ioredis|amqplib)['"]/g)].map((match) => match[1] ?? ''),
  );
  return [...new Set(found)];
}
