/** The search index: Pagefind reads the built lessons and the glossary and puts its index beside them. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { close, createIndex } from 'pagefind';
import { root } from './root.ts';

/** What every cell repeats, and what belongs to the machine instead of the text. */
const LEFT_OUT = [
  '.editor',
  '.run-half',
  '.after',
  '.review-code',
  '.review .buttons',
  '.stale',
  '.solution',
  'noscript',
  'button',
  'dialog',
  'svg',
];

/** Resolves to the number of pages that can be found. */
export async function buildSearch(): Promise<number> {
  const folder = resolve(root, process.env['SITE_OUT'] ?? 'dist');
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`There is no site in ${folder}.`);
  const { index, errors } = await createIndex({ excludeSelectors: LEFT_OUT });
  if (index === undefined) throw new Error(errors.join('\n'));
  const added = await index.addDirectory({ path: folder });
  const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  await close();
  removeOtherViews(join(folder, 'pagefind'));
  const problems = [...added.errors, ...written.errors];
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return added.page_count;
}

/** Pagefind brings views of its own; the search page is ours. */
function removeOtherViews(index: string): void {
  for (const name of readdirSync(index)) {
    if (/^pagefind-.*(ui|highlight)\.(js|css)$/u.test(name)) rmSync(join(index, name));
  }
}

if (import.meta.main) console.log(`search: ${await buildSearch()} pages`);
