/** Side by side: who presses Run under a long text sees the picture beside it, and the code stays under who types. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { press, startEditing } from './bench-page.ts';
import { MACHINE, type OpenSite, openSite } from './site.ts';

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

async function open(path: string): Promise<Page> {
  const page = await site.browser.newPage({ viewport: { width: 1280, height: 640 }, reducedMotion: 'reduce' });
  await page.goto(site.url + path);
  await page.waitForSelector('html[data-ready]');
  return page;
}

const topOf = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);

test('the picture comes to where Run was pressed, and the button stays under the pointer', async () => {
  const page = await open('backpressure/');
  const run = page.locator('#unbounded [data-part="run"]');
  await page.locator('#unbounded form input').first().check();
  await run.evaluate((button) => button.scrollIntoView({ block: 'end' }));
  const before = await topOf(page, '#unbounded [data-part="run"]');
  await press(page, 'unbounded', 'run');
  expect(await topOf(page, '#unbounded [data-part="picture"]')).toBeGreaterThanOrEqual(0);
  // An option says in one more line that it happened.
  expect(Math.abs((await topOf(page, '#unbounded [data-part="run"]')) - before)).toBeLessThan(60);
  await page.context().close();
});

test('a run that ends takes no file from under who types', async () => {
  const page = await open(MACHINE);
  await startEditing(page, 'two-workers', 'producer.ts');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.waitForSelector('#two-workers[data-shown]:not([data-busy])');
  await page.waitForSelector('#two-workers [aria-label="Play again"]');
  expect(await page.locator('#two-workers [data-tab="producer.ts"]').getAttribute('aria-selected')).toBe('true');
  expect(await page.evaluate(() => document.activeElement?.closest('[data-file]')?.getAttribute('data-file'))).toBe('producer.ts');
  await page.context().close();
});
