/** What the browser loads on demand: bundles that stand alone, made once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { expect, test } from 'vitest';
import { buildForBrowser } from '../../scripts/build-browser.ts';
import { root } from '../../scripts/root.ts';

const folder = join(root, '.inflight', 'browser');

test('a bundle imports nothing, and what it names lies beside it', async () => {
  await buildForBrowser();
  const { bundles, files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    bundles: Record<string, string>;
    files: string[];
  };
  const text = readFileSync(join(folder, bundles['src/runner/compiler.worker.ts'] ?? ''), 'utf8');
  const kinds = parse(text, { ecmaVersion: 'latest', sourceType: 'module' }).body.map(({ type }) => type);
  expect(kinds).not.toContain('ImportDeclaration');
  expect(files).toContain(/esbuild\.[A-Z0-9]+\.wasm/u.exec(text)?.[0]);
}, 60_000);

test('a second build finds nothing to do', async () => {
  await buildForBrowser();
  expect(await buildForBrowser()).toEqual({ isNew: false });
}, 60_000);
