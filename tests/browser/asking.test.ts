/** A reader who is asked: guesses and is told, looks back at an earlier run, breaks a program, skips a lesson, looks up a word. */
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { press } from './bench-page.ts';
import { type OpenSite, openSite } from './site.ts';

const CELL = 'first-run';
const RIGHT = 'at-once';
const WRONG = 'as-at-work';
const BREAK = 'paid-and-silent';

let site: OpenSite;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  expect(complaints).toEqual([]);
  await site.close();
});

beforeEach(async () => {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  await open('start/');
});
afterEach(() => page.context().close());

async function open(path: string): Promise<void> {
  await page.goto(site.url + path);
  await page.waitForSelector('html[data-ready], [data-skip]');
}

const told = (id: string) => page.locator(`#${id} [data-part="told"]`).textContent();
const choose = (id: string, option: string) => page.locator(`#${id} [data-option="${option}"] input`).check();

describe('a prediction', () => {
  test('that was wrong is told with the belief behind it, and remembered', async () => {
    await choose(CELL, WRONG);
    await press(page, CELL, 'run');
    expect(await told(CELL)).toMatch(/^It went otherwise\. .*simulated/s);
    expect(await page.locator(`#${CELL} [data-state="right"]`).getAttribute('data-option')).toBe(RIGHT);
    await page.reload();
    expect(await page.locator(`#${CELL} [data-option="${WRONG}"] input`).isChecked()).toBe(true);
  });

  test('that was right is told so, and counts as answered', async () => {
    await choose(CELL, RIGHT);
    await press(page, CELL, 'run');
    expect(await told(CELL)).toMatch(/^Yes\./);
    const progress = await page.evaluate(() => JSON.parse(localStorage.getItem('inflight:progress') ?? '{}'));
    expect(progress).toMatchObject({ 'answered:how-long-do-you-wait': { right: true }, [`ran:${CELL}`]: {} });
  });

  test('asks once for a guess when there is none, and then runs without', async () => {
    await press(page, CELL, 'run');
    expect(await told(CELL)).toContain('What do you expect?');
    expect(await page.locator(`#${CELL}`).getAttribute('data-shown')).toBeNull();
    await press(page, CELL, 'run');
    expect(await told(CELL)).toMatch(/^Hardly at all/);
  });

  test('is answered by keyboard alone', async () => {
    await page.locator(`#${CELL} [data-option="${WRONG}"] input`).focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator(`#${CELL} [data-option="${RIGHT}"] input`).isChecked()).toBe(true);
  });

  test('says, once another run is shown, that it is told of its own', async () => {
    await choose(CELL, WRONG);
    await press(page, CELL, 'run');
    await press(page, CELL, 'again');
    expect(await told(CELL)).toMatch(/^You now see another run than the one told of here.*It went otherwise/s);
    expect(await page.locator(`#${CELL} .told button`).count()).toBe(0);
    await press(page, CELL, 'reset');
    await press(page, CELL, 'run');
    expect(await told(CELL)).toMatch(/^It went otherwise/);
  });

  test('says nothing of a run under another seed', async () => {
    await choose(CELL, WRONG);
    await press(page, CELL, 'again');
    expect(await told(CELL)).toContain('another run');
    expect(await page.locator(`#${CELL} [data-state="right"]`).count()).toBe(0);
  });
});

test('a review shows its run only when it is asked for, and names the seed', async () => {
  const id = 'review-same-seed-same-run';
  const run = page.locator(`#${id} [data-part="run"]`);
  expect(await run.textContent()).toBe('Run with seed 7');
  expect(await page.locator(`#${id} .console`).isVisible()).toBe(false);
  await choose(id, 'tom');
  await run.click();
  await page.locator(`#${id} [data-state="wrong"]`).waitFor();
  expect(await told(id)).toContain('It went otherwise');
  expect(await page.locator(`#${id} .console`).textContent()).toContain('parcel 1');
});

test('what was expected is framed around the box where the run leaves it, however wide the picture is', async () => {
  const id = 'review-same-seed-same-run';
  await choose(id, 'tom');
  await page.locator(`#${id} [data-part="run"]`).click();
  const frame = await page.locator(`#${id} .ghost`).boundingBox();
  const box = await page.locator(`#${id} .process .body`).first().boundingBox();
  expect(Math.abs((frame?.x ?? 0) - (box?.x ?? 99))).toBeLessThan(12);
  expect(Math.abs((frame?.width ?? 0) - (box?.width ?? 99))).toBeLessThan(24);
});

describe('a break-it', () => {
  const verdict = () => page.locator(`#${BREAK} [data-part="verdict"]`);
  const place = async (step: string, kind: number): Promise<void> => {
    await page.locator(`#${BREAK} [data-steps-of]:not([hidden]) .option`, { hasText: step }).first().locator('input').check();
    await page.locator(`#${BREAK} .kinds input`).nth(kind).check();
    await page.locator(`#${BREAK} [data-part="try"]`).click();
  };

  test('needs a step before it runs', async () => {
    await page.locator(`#${BREAK} [data-part="try"]`).click();
    expect(await verdict().textContent()).toContain('Choose the step');
  });

  test('says that the promise held, and that it broke', async () => {
    await place('charged order-1', 1);
    await verdict().locator('.verdict').waitFor();
    expect(await verdict().textContent()).toMatch(/^The promise held.*right after it charged order-1/s);
    await verdict().getByRole('button', { name: 'Place another fault' }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('step-shop');
    await place('charged order-1', 0);
    await verdict().locator('.passed').waitFor();
    expect(await verdict().textContent()).toMatch(/^You broke it\..*Expected/s);
    expect(await page.locator(`#${BREAK} [data-part="because"]`).isVisible()).toBe(true);
  });

  test('that held is looked at from the start of its run', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await place('charged order-1', 1);
    await page.locator(`#${BREAK} .stepper .head`).waitFor();
    expect(await page.locator(`#${BREAK} .caption`).textContent()).toContain('Nothing has happened yet.');
  });

  test('gives hints one at a time and shows a fault that breaks it', async () => {
    await page.locator(`#${BREAK} [data-part="hint"]`).click();
    expect(await page.locator(`#${BREAK} .hints li`).count()).toBe(1);
    await page.locator(`#${BREAK} [data-part="show"]`).click();
    await verdict().locator('.passed').waitFor();
  });
});

test('a part can be skipped by who knows its answers', async () => {
  await open('parts/start/skip/');
  for (const option of [RIGHT, 'b', 'ann', 'mia']) await page.locator(`[data-option="${option}"] input`).check();
  await page.locator('[data-skip="start"] [data-part="check"]').click();
  expect(await page.locator('[data-skip="start"] [data-part="result"]').textContent()).toBe(
    '4 of 4 right. You can skip How this course works.',
  );
});

test('a word shows its meaning on focus, and Escape hides it', async () => {
  await open('why-queues/');
  const term = page.locator('a.term').first();
  await term.focus();
  expect(await page.locator('.term-card').textContent()).toContain((await term.getAttribute('aria-description')) ?? '?');
  await page.keyboard.press('Escape');
  expect(await page.locator('.term-card').isVisible()).toBe(false);
  expect(await term.getAttribute('href')).toMatch(/\/glossary\/#[a-z-]+$/);
});
