/** What is kept and what is not: texts survive a reload, nothing runs by itself, broken storage is said once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { press, seen, startEditing, textOf, write } from './bench-page.ts';
import { MACHINE, type OpenSite, openPage, openSite } from './site.ts';

const CELL = 'redis-list';

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

test('a text is kept over a reload, and nothing runs by itself', async () => {
  const { page, context, files } = await openPage(site);
  await write(page, CELL, 'producer.ts', 'console.log("kept");\n');
  await press(page, CELL, 'run');
  files.length = 0;
  await page.reload();
  await page.waitForSelector('html[data-ready]');
  expect(await textOf(page, CELL, 'producer.ts')).toBe('console.log("kept");\n');
  expect((await seen(page, CELL)).console).toBe('Press Run.');
  expect(files.filter((file) => file.includes('runner.html'))).toEqual([]);
  await context.close();
});

test('a tab that only looks on does not overwrite what another tab kept', async () => {
  const { page, context } = await openPage(site);
  const other = await context.newPage();
  await other.goto(site.url + MACHINE);
  await other.waitForSelector('html[data-ready]');
  await write(page, CELL, 'producer.ts', 'console.log("newer");\n');
  await press(page, CELL, 'run');
  await press(other, CELL, 'run');
  await page.reload();
  await page.waitForSelector('html[data-ready]');
  expect(await textOf(page, CELL, 'producer.ts')).toBe('console.log("newer");\n');
  await context.close();
});

test('a run that failed without a connection works when there is one again', async () => {
  const { page, context } = await openPage(site);
  await context.setOffline(true);
  await press(page, CELL, 'run');
  expect((await seen(page, CELL)).ending).toContain('There is no connection');
  await context.setOffline(false);
  await page.locator(`#${CELL}`).getByRole('button', { name: 'Try again' }).click();
  await page.waitForSelector(`#${CELL}[data-shown]:not([data-busy])`);
  expect((await seen(page, CELL)).ending).toMatch(/^Ended after/);
  await context.close();
});

test('more text than the page can hold is not taken, in a sentence', async () => {
  const { page, context } = await openPage(site);
  const before = await textOf(page, CELL, 'producer.ts');
  await write(page, CELL, 'producer.ts', 'x'.repeat(100_001));
  await page.waitForFunction(
    (id) => /at most 100,000 characters/.test(document.querySelector(`#${id} [data-part="ending"]`)?.textContent ?? ''),
    CELL,
  );
  expect(await textOf(page, CELL, 'producer.ts')).toBe(before);
  await context.close();
});

test('a reload in the middle of a run says so and runs nothing', async () => {
  const { page, context } = await openPage(site);
  await write(page, CELL, 'producer.ts', '/^(a+)+$/.test("a".repeat(40) + "b");\n');
  await page.locator(`#${CELL} [data-part="run"]`).click();
  await page.waitForFunction(() => sessionStorage.getItem('inflight:running') !== null);
  await page.reload();
  await page.waitForSelector('html[data-ready]');
  expect(await page.locator('.notice').allTextContents()).toEqual([
    expect.stringMatching(/was running\. Your text is kept; nothing was run again/),
  ]);
  expect((await seen(page, CELL)).console).toBe('Press Run.');
  await page.reload();
  await page.waitForSelector('html[data-ready]');
  expect(await page.locator('.notice').count()).toBe(0);
  await context.close();
});

test('blocked storage is said once and breaks nothing', async () => {
  const context = await site.browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    const blocked = {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    };
    Object.defineProperty(globalThis, 'localStorage', blocked);
    Object.defineProperty(globalThis, 'sessionStorage', blocked);
  });
  await page.goto(site.url + MACHINE);
  await page.waitForSelector('html[data-ready]');
  await write(page, CELL, 'producer.ts', 'console.log("works");\n');
  await press(page, CELL, 'run');
  await press(page, CELL, 'run');
  expect((await seen(page, CELL)).console).toContain('works');
  expect(await page.locator('.notice').allTextContents()).toEqual([expect.stringMatching(/does not keep your texts/)]);
  await context.close();
});

test('everything can be reached with the keyboard, and Escape, then Tab leaves the editor', async () => {
  const { page, context } = await openPage(site);
  await startEditing(page, CELL, 'producer.ts');
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction((id) => document.querySelector(`#${id}:not([data-busy]) [data-part="picture"] .process`), CELL);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['part'])).toBe('run');
  await page.keyboard.press('Enter');
  await page.waitForFunction((id) => document.activeElement === document.querySelector(`#${id}:not([data-busy]) [data-part="run"]`), CELL);
  await page.locator(`#${CELL} [data-part="picture"]`).focus();
  await page.keyboard.press('ArrowRight');
  const first = await page.locator(`#${CELL} .caption`).textContent();
  await page.keyboard.press('ArrowRight');
  expect(await page.locator(`#${CELL} .caption`).textContent()).not.toBe(first);
  await page.locator(`#${CELL} [role="tab"]`).first().focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.locator(`#${CELL} [data-file="worker.ts"] .code`).isVisible()).toBe(true);
  await context.close();
});

test('nothing is wider than a phone', async () => {
  const { page, context } = await openPage(site, { viewport: { width: 360, height: 740 } });
  await press(page, CELL, 'run');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await context.close();
});
