/** The player: a run plays as a picture, is paused, stepped and scrubbed by mouse, keyboard and touch, and fits a phone. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { press } from './bench-page.ts';
import { type OpenSite, openPage, openSite } from './site.ts';

const CELL = 'two-workers';

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

const scrubber = (page: Page) => page.locator(`#${CELL} .controls input`);
const positionOf = async (page: Page): Promise<number> => Number(await scrubber(page).inputValue());
const lastOf = async (page: Page): Promise<number> => Number(await scrubber(page).getAttribute('max'));
const button = (page: Page, name: string) => page.locator(`#${CELL} .controls`).getByRole('button', { name, exact: true });
const caption = (page: Page) => page.locator(`#${CELL} .caption`).textContent();
const moment = (page: Page, label: string) => page.locator(`#${CELL} .moment`, { hasText: label });

describe('with a mouse', () => {
  test('a run plays by itself to its end in about six seconds, and can be played again', async () => {
    const { page, context } = await openPage(site);
    await press(page, CELL, 'run');
    const startedAt = performance.now();
    await button(page, 'Pause').waitFor();
    await button(page, 'Play again').waitFor({ timeout: 15_000 });
    const tookMs = performance.now() - startedAt;
    expect(tookMs).toBeGreaterThan(4000);
    expect(tookMs).toBeLessThan(9000);
    expect(await positionOf(page)).toBe(await lastOf(page));
    await button(page, 'Play again').click();
    await button(page, 'Pause').click();
    expect(await positionOf(page)).toBeLessThan(await lastOf(page));
    await context.close();
  });

  test('a moment shows what happened there, in the picture, in words, in the code and in the console', async () => {
    const { page, context } = await openPage(site);
    await press(page, CELL, 'run');
    await moment(page, 'worker-1 dies').click();
    expect(await caption(page)).toContain('worker-1 crashed, as planned');
    expect(await page.locator(`#${CELL} [data-part="picture"] .process.crashed .name`).allTextContents()).toEqual(['worker-1']);
    const outline = page.locator(`#${CELL} [data-part="picture"] .broker rect`).first();
    expect(await outline.evaluate((rect) => getComputedStyle(rect).stroke)).not.toBe('none');
    expect(await page.locator(`#${CELL} .console .line.now .text`).allTextContents()).toEqual(['crashed, as planned']);
    await moment(page, 'delivered again').click();
    expect(await page.locator(`#${CELL} [data-part="picture"] .token.again`).count()).toBe(1);
    await button(page, 'Step back').click();
    expect(await caption(page)).toContain('acked message 2');
    expect(await page.locator(`#${CELL} [data-file="worker.ts"]`).isVisible()).toBe(true);
    await context.close();
  });

  test('More stays open once it was opened, also after a reload', async () => {
    const { page, context } = await openPage(site);
    await press(page, CELL, 'run');
    expect(await page.locator(`#${CELL} .timeline`).isVisible()).toBe(false);
    await page.locator(`#${CELL} .more > summary`).click();
    await page.locator(`#${CELL} .timeline .mark`).first().waitFor();
    await page.reload();
    await page.waitForSelector(`#${CELL}[data-ready]`);
    await press(page, CELL, 'run');
    expect(await page.locator(`#${CELL} .timeline .mark`).count()).toBeGreaterThan(10);
    await context.close();
  });
});

describe('with the keyboard', () => {
  test('the scrubber steps, and Home and End go to both ends', async () => {
    const { page, context } = await openPage(site);
    await press(page, CELL, 'run');
    // Home at the very start would be no step, and what plays would go on.
    await button(page, 'Pause').click();
    await scrubber(page).focus();
    await page.keyboard.press('Home');
    expect(await positionOf(page)).toBe(0);
    expect(await caption(page)).toContain('Nothing has happened yet.');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await positionOf(page)).toBe(2);
    await page.keyboard.press('End');
    expect(await positionOf(page)).toBe(await lastOf(page));
    await context.close();
  });

  test('in the picture arrow keys step and Space plays', async () => {
    const { page, context } = await openPage(site);
    await press(page, CELL, 'run');
    await page.locator(`#${CELL} [data-part="picture"]`).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await positionOf(page)).toBe(1);
    await page.keyboard.press(' ');
    await button(page, 'Pause').waitFor();
    await page.keyboard.press(' ');
    await button(page, 'Play').waitFor();
    await context.close();
  });
});

test('where motion is not wanted nothing plays by itself, and what moved leaves a trail', async () => {
  const { page, context } = await openPage(site, { reducedMotion: 'reduce' });
  await press(page, CELL, 'run');
  await button(page, 'Play again').waitFor();
  await moment(page, 'delivered again').click();
  expect(await page.locator(`#${CELL} [data-part="picture"] .trail`).first().isVisible()).toBe(true);
  const duration = await page
    .locator(`#${CELL} [data-part="picture"] .at`)
    .first()
    .evaluate((token) => getComputedStyle(token).transitionDuration);
  expect(duration).toBe('0s');
  await context.close();
});

test('on a phone one sees code, picture or output, and the step bar stays in reach', async () => {
  const { page, context } = await openPage(site, { viewport: { width: 360, height: 740 }, hasTouch: true });
  await press(page, CELL, 'run');
  const views = page.locator(`#${CELL} [data-part="views"]`);
  const shown = async (): Promise<boolean[]> =>
    Promise.all(['.editor', '.picture-pane', '.output'].map((part) => page.locator(`#${CELL} ${part}`).isVisible()));
  expect(await shown()).toEqual([false, true, false]);
  expect(await page.locator(`#${CELL} [data-part="picture"] > svg`).getAttribute('class')).toContain('narrow');
  await views.getByRole('button', { name: 'Output' }).tap();
  expect(await shown()).toEqual([false, false, true]);
  await page.locator(`#${CELL} .output`).evaluate((output) => output.scrollIntoView());
  const bar = await button(page, 'Step').boundingBox();
  expect(bar !== null && bar.y + bar.height <= 740 && bar.width >= 44 && bar.height >= 44).toBe(true);
  await views.getByRole('button', { name: 'Code' }).tap();
  expect(await shown()).toEqual([true, false, false]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await context.close();
});

test('on a phone the step bar keeps its height whatever it tells, and runs again without the way back to the code', async () => {
  const { page, context } = await openPage(site, { viewport: { width: 360, height: 740 }, hasTouch: true, reducedMotion: 'reduce' });
  await press(page, CELL, 'run');
  await button(page, 'Play again').waitFor();
  const heights = new Set<number>();
  for (let step = await lastOf(page); step > 0; step -= 1) {
    heights.add((await page.locator(`#${CELL} .step-bar`).boundingBox())?.height ?? 0);
    await button(page, 'Step back').tap();
  }
  expect(heights.size).toBe(1);
  await page.locator(`#${CELL} .run-here`).getByRole('button', { name: 'Run' }).tap();
  await button(page, 'Play again').waitFor();
  expect(await positionOf(page)).toBe(await lastOf(page));
  await context.close();
});
