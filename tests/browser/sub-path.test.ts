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
  const build = [process.execPath, join(root, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build'];
  // A clean environment: the test runner sets BASE_URL and MODE, which the site's build would take for its own.
  const { code, output } = await run('env', ['-i', `PATH=${process.env['PATH']}`, `SITE_BASE=${BASE}`, `SITE_OUT=${folder}`, ...build]);
  if (code !== 0) throw new Error(output);
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

test('an unknown address gets a page that leads back', async () => {
  const { page } = watched;
  const answer = await page.goto(`${site.url}no-such-lesson`);
  expect(answer?.status()).toBe(404);
  await page.getByRole('link', { name: 'Go to the start of the course.' }).click();
  expect(page.url()).toBe(site.url);
});
