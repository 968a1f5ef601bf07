/** Under a sub-path: the site built with a base works there, and an unknown address gets its own page. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/root.ts';
import { run } from '../../scripts/run-node.ts';
import { press, seen, write } from './bench-page.ts';
import { type OpenSite, openPage, openSite, type WatchedPage } from './site.ts';

const BASE = '/course/queues/';

let folder: string;
let site: OpenSite;
let watched: WatchedPage;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'inflight-site-'));
  await build([join(root, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build']);
  await build([join(root, 'scripts', 'build-search.ts')]);
  site = await openSite(BASE, folder);
  watched = await openPage(site);
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a cell runs there, unedited and edited', async () => {
  const { page } = watched;
  await press(page, 'redis-list', 'run');
  expect((await seen(page, 'redis-list')).console).toContain('order-1');
  await write(page, 'redis-list', 'producer.ts', 'console.log("from below", 6 * 7);\n');
  await press(page, 'redis-list', 'run');
  expect((await seen(page, 'redis-list')).console).toContain('from below 42');
  expect(watched.strangers).toEqual([]);
});

test('links in a lesson, to the next one and in the search lead to pages there', async () => {
  const { page } = watched;
  await page.goto(`${site.url}start/`);
  const targets = await page.$$eval('a[href^="/"]', (links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(targets.filter((target) => !target.startsWith(BASE))).toEqual([]);
  await page.locator('a[rel="next"]').click();
  expect(page.url()).toBe(`${site.url}machine/`);
  await page.goto(`${site.url}search/?q=redelivery`);
  await page.locator('.results a', { hasText: /^redelivery$/ }).click();
  expect(page.url()).toBe(`${site.url}glossary/#redelivery`);
});

test('an unknown address gets a page that leads back', async () => {
  const { page } = watched;
  const answer = await page.goto(`${site.url}no-such-lesson`);
  expect(answer?.status()).toBe(404);
  await page.getByRole('link', { name: 'Go to the start of the course.' }).click();
  expect(page.url()).toBe(site.url);
});

/** A clean environment: the test runner sets BASE_URL and MODE, which the site's build would take for its own. */
async function build(command: readonly string[]): Promise<void> {
  const environment = [`PATH=${process.env['PATH']}`, `SITE_BASE=${BASE}`, `SITE_OUT=${folder}`];
  const { code, output } = await run('env', ['-i', ...environment, process.execPath, ...command]);
  if (code !== 0) throw new Error(output);
}
