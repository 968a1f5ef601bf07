/** Accessibility: axe finds nothing on any kind of page, in light and dark, before a run and after one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/root.ts';
import { press } from './bench-page.ts';
import { everyKind } from './pages.ts';
import { MACHINE, type OpenSite, openSite } from './site.ts';

const axe = readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
const CELL = 'two-workers';

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(everyKind)('"/%s" has no violation', async (path) => {
    const page = await site.browser.newPage({ colorScheme });
    await page.goto(site.url + path);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  test('a lesson has none after a run', async () => {
    const page = await site.browser.newPage({ colorScheme });
    await page.goto(site.url + MACHINE);
    await page.waitForSelector('html[data-ready]');
    await press(page, CELL, 'run');
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  test('the theme button shows the other colours, which have none either, and a reload keeps them', async () => {
    const page = await site.browser.newPage({ colorScheme });
    await page.goto(site.url);
    const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const before = await paper();
    await page.locator('[data-part="theme"]').click();
    const after = await paper();
    expect(after).not.toBe(before);
    expect(await violations(page)).toEqual([]);
    await page.reload();
    expect(await paper()).toBe(after);
    await page.close();
  });
});

/** What axe found, each as its rule and the first place. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const { violations: found } = await checker.run({ resultTypes: ['violations'] });
    return found.map(({ id, nodes }) => `${id}: ${nodes.length} times, first at ${nodes[0]?.target.join(' ')}`);
  });
}

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly target: readonly string[] }[] }[];
}
