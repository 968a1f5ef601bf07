/** The weight of a page before anybody touches it: at most 30 KB of compressed script, no editor, no compiler, no other host; and it can be read without any. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MACHINE, type OpenSite, openSite } from './site.ts';

const LIMIT_BYTES = 30 * 1024;
const HEAVY = /monaco|codemirror|esbuild|compiler|typescript|react|pagefind|browser-worker|\.wasm|types/i;
const pages = ['', 'start/', MACHINE];

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

describe.each(pages)('"/%s" before anybody touches it', (path) => {
  test('loads at most 30 KB of compressed script, nothing heavy and nothing from elsewhere', async () => {
    const page = await site.browser.newPage();
    const scripts: Promise<{ readonly address: string; readonly bytes: number }>[] = [];
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    page.on('response', (response) => {
      const address = response.url();
      if (/\.m?js$/.test(new URL(address).pathname))
        scripts.push(response.body().then((body) => ({ address, bytes: gzipSync(body, { level: 9 }).length })));
    });
    await page.goto(site.url + path, { waitUntil: 'networkidle' });
    const loaded = await Promise.all(scripts);
    const bytes = loaded.reduce((sum, script) => sum + script.bytes, 0);
    console.log(`/${path}: ${(bytes / 1024).toFixed(1)} KB of script in ${loaded.length} files`);
    expect(bytes).toBeLessThanOrEqual(LIMIT_BYTES);
    expect(addresses.filter((address) => HEAVY.test(new URL(address).pathname))).toEqual([]);
    expect(addresses.filter((address) => !address.startsWith(site.url) && !address.startsWith('data:'))).toEqual([]);
    await page.close();
  });

  test('can be read without JavaScript', async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.url + path);
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await page.locator('.bench [data-file] .sheet').first().textContent()).toMatch(/\w+/);
    expect(await page.locator('main').textContent()).toMatch(/(\w+ ){8}/);
    await context.close();
  });
});
