/** By keyboard alone: a cell, an exercise and a break-it of two lessons. Whatever is pressed, something that can be seen has the focus. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenSite, openSite } from './site.ts';

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

async function open(path: string, viewport = { width: 1280, height: 800 }): Promise<Page> {
  const page = await site.browser.newPage({ viewport, reducedMotion: 'reduce' });
  await page.goto(site.url + path);
  await page.waitForSelector('html[data-ready]');
  return page;
}

/** Presses keys; after each one something has the focus, and is in the window as soon as the page has settled. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(await page.evaluate(() => document.activeElement?.tagName), `after ${key}`).not.toBe('BODY');
    await expect.poll(() => lostBy(page), { message: `after ${key}`, timeout: 15_000 }).toBeNull();
  }
}

/** Null when the focus is on something in the window. */
function lostBy(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const target = document.activeElement;
    if (target === null || target === document.body) return 'nothing has the focus';
    const { top, bottom } = target.getBoundingClientRect();
    return bottom > 0 && top < innerHeight ? null : `${target.outerHTML.slice(0, 120)} is outside of the window`;
  });
}

/** Goes on with the Tab key, out of every editor on the way, until the focus is on what the selector names. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const isThere = () => page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
  for (let step = 0; step < 40 && !(await isThere()); step += 1) {
    if (await page.evaluate(() => document.activeElement?.closest('.files') !== null)) await page.keyboard.press('Escape');
    await press(page, 'Tab');
  }
  expect(await isThere(), `reached ${selector}`).toBe(true);
}

async function startAt(page: Page, bench: string): Promise<void> {
  await page.locator(`${bench} [role="tab"]`).first().focus();
}

async function atRest(page: Page, bench: string): Promise<void> {
  await page.waitForSelector(`${bench}[data-shown]:not([data-busy])`, { timeout: 40_000 });
  expect(await lostBy(page)).toBeNull();
}

test('a cell is predicted, run, stepped through, changed and put back', async () => {
  const page = await open('fifo/');
  await startAt(page, '#two-packers');
  await press(page, 'End', 'Home');
  await tabTo(page, '#two-packers form input');
  await press(page, 'ArrowDown');
  await tabTo(page, '#two-packers [data-part="run"]');
  await press(page, 'Enter');
  await atRest(page, '#two-packers');
  await tabTo(page, '#two-packers [data-part="picture"]');
  await press(page, 'Home', 'ArrowRight', 'End');
  await tabTo(page, '#two-packers [aria-label="Step back"]');
  await tabTo(page, '#two-packers .track input');
  await press(page, 'Home');
  await tabTo(page, '#two-packers .moment');
  await press(page, 'Enter');
  await tabTo(page, '#two-packers .console');
  await press(page, 'Tab', 'ArrowDown', 'End', 'Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-part'))).toBe('again');
  await startAt(page, '#two-packers');
  await press(page, 'Tab', 'Tab');
  await page.waitForSelector('#two-packers [data-upgraded]');
  await page.keyboard.type('// mine');
  await press(page, 'Control+Enter');
  await atRest(page, '#two-packers');
  await tabTo(page, '#two-packers [data-part="reset"]');
  await press(page, 'Enter');
  await tabTo(page, '#two-packers [data-part="offers"] button');
  await press(page, 'Enter');
  await page.context().close();
});

test('an exercise is checked, its hints and its solution are read', async () => {
  const page = await open('fifo/');
  await startAt(page, '#move-the-queue');
  await tabTo(page, '#move-the-queue [data-part="hint"]');
  await press(page, 'Enter', 'Enter', 'Enter', 'Enter', 'Enter');
  expect(await page.locator('#move-the-queue [data-part="hint"]').textContent()).toBe('No more hints');
  await press(page, 'Shift+Tab', 'Enter');
  await atRest(page, '#move-the-queue');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-part'))).toBe('verdict');
  await press(page, 'Tab', 'Enter');
  await atRest(page, '#move-the-queue');
  await page.locator('#move-the-queue [data-part="verdict"]').focus();
  await tabTo(page, '#move-the-queue summary');
  await press(page, 'Enter');
  await page.locator('#move-the-queue .diff').first().waitFor();
  await page.context().close();
});

test('a fault is placed', async () => {
  const page = await open('backpressure/');
  await startAt(page, '#marked-first');
  await tabTo(page, '#marked-first [name="target"]');
  await press(page, 'Tab', 'ArrowDown', 'Tab', 'ArrowDown', 'Tab', 'Enter');
  await page.locator('#marked-first .verdict').waitFor();
  expect(await lostBy(page)).toBeNull();
  await page.context().close();
});
