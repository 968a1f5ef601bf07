/** The course around the lessons: progress, the way back, search, keys, and the report of a mistake. */
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MACHINE, type OpenSite, openSite } from './site.ts';

const STEPS = { 'ran:two-workers': { at: '2026-01-01T10:00:00.000Z' }, 'read:machine': { at: '2026-01-01T11:00:00.000Z' } };

let site: OpenSite;
let folder: string;

beforeAll(async () => {
  site = await openSite();
  folder = await mkdtemp(join(tmpdir(), 'inflight-progress-'));
});

afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

async function open(path: string, steps: object | null = null): Promise<Page> {
  const context = await site.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], reducedMotion: 'reduce' });
  const page = await context.newPage();
  if (steps !== null) {
    await page.goto(`${site.url}glossary/`);
    await page.evaluate((json) => localStorage.setItem('inflight:progress', json), JSON.stringify(steps));
  }
  await page.goto(site.url + path);
  return page;
}

const doneOn = (page: Page): Promise<number> => page.locator('.tokens .done').count();

describe('progress', () => {
  test('a lesson that is read to its end counts, here and in another tab', async () => {
    const page = await open('');
    const lesson = await page.context().newPage();
    await lesson.goto(site.url + MACHINE);
    await lesson.locator('#three-lines').scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelectorAll('.tokens .done').length === 1);
    await page.context().close();
  });

  test('is exported, begun anew, taken back, and imported', async () => {
    const page = await open('progress/', STEPS);
    expect(await doneOn(page)).toBe(2);
    const download = page.waitForEvent('download');
    await page.locator('[data-part="export"]').click();
    const file = join(folder, 'progress.json');
    await (await download).saveAs(file);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ inflight: 'progress', steps: STEPS });
    await page.locator('[data-part="reset-all"]').click();
    await page.locator('[data-part="sure-yes"]').click();
    expect(await doneOn(page)).toBe(0);
    await page.getByRole('button', { name: 'Take it back' }).click();
    expect(await doneOn(page)).toBe(2);
    const empty = await open('progress/');
    await empty.locator('[data-part="file"]').setInputFiles(file);
    await empty.getByText('2 steps were read from "progress.json".').waitFor();
    expect(await doneOn(empty)).toBe(2);
    await empty.context().close();
    await page.context().close();
  });

  test('a file that is none of ours is told so and changes nothing', async () => {
    const page = await open('progress/', STEPS);
    const file = join(folder, 'holiday.json');
    writeFileSync(file, '{"inflight":"progress","steps":{"went:swimming":{"at":"today"}}}');
    await page.locator('[data-part="file"]').setInputFiles(file);
    await page.getByText('"holiday.json" is not a progress file of this course.').waitFor();
    expect(await doneOn(page)).toBe(2);
    await page.context().close();
  });

  test('what is broken in storage counts as nothing', async () => {
    const page = await open('progress/', ['not', 'ours']);
    expect(await doneOn(page)).toBe(0);
    await page.context().close();
  });
});

test('home leads back to the heading that was read last', async () => {
  const page = await open(MACHINE);
  await page.locator('#a-list-in-redis').evaluate((heading) => heading.scrollIntoView());
  await page.waitForFunction(() => localStorage.getItem('inflight:bookmarks')?.includes('a-list-in-redis'));
  await page.goto(site.url);
  await page.getByRole('link', { name: /^Go on with The machine.*: A list in Redis$/ }).click();
  expect(page.url()).toBe(`${site.url}${MACHINE}#a-list-in-redis`);
  await page.context().close();
});

test('a lesson that was changed since says so', async () => {
  const page = await open(MACHINE);
  await page.evaluate(() => {
    const bookmark = { heading: '', said: '', version: 'older', at: '2026-01-01T10:00:00.000Z' };
    localStorage.setItem('inflight:bookmarks', JSON.stringify({ machine: bookmark }));
  });
  await page.reload();
  expect(await page.locator('.notice').textContent()).toContain('This lesson was changed since you read it last.');
  await page.context().close();
});

test('search finds lessons and terms, and its results lead there', async () => {
  const page = await open('');
  await page.keyboard.press('/');
  await page.waitForURL(/search/);
  await page.keyboard.type('redelivery');
  await page.locator('.results a', { hasText: /^redelivery$/ }).click();
  expect(page.url()).toBe(`${site.url}glossary/#redelivery`);
  await page.context().close();
});

test('what was compared with a real broker is one step from each page and from the lessons of that broker, and can be found', async () => {
  const page = await open('redis-lists/');
  expect(await page.locator('footer.site a', { hasText: 'checked' }).getAttribute('href')).toMatch(/\/checked\/$/);
  await page.locator('.lesson-foot .notes a', { hasText: /^Redis \d/ }).click();
  expect(page.url()).toBe(`${site.url}checked/#redis`);
  expect(await page.locator('.checked .sum').textContent()).toMatch(/^[\d,]+ behaviours, no difference\./);
  await page.goto(`${site.url}search/`);
  await page.keyboard.type('seeded bugs');
  await page.locator('.results a[href*="/checked/"]').first().waitFor();
  await page.context().close();
});

describe('keys', () => {
  test('? lists them, n and p turn lessons, and typing is left alone', async () => {
    const page = await open('start/');
    await page.keyboard.press('?');
    expect(await page.locator('dialog.keys').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('dialog.keys').waitFor({ state: 'hidden' });
    await page.keyboard.press('n');
    await page.waitForURL(`${site.url}${MACHINE}`);
    await page.keyboard.press('p');
    await page.waitForURL(`${site.url}start/`);
    await page.goto(`${site.url}search/`);
    await page.keyboard.type('nth?');
    expect(await page.locator('#words').inputValue()).toBe('nth?');
    await page.context().close();
  });

  test('can be switched off', async () => {
    const page = await open('start/');
    await page.keyboard.press('?');
    await page.locator('[data-part="single-keys"]').uncheck();
    await page.keyboard.press('Escape');
    await page.locator('dialog.keys').waitFor({ state: 'hidden' });
    await page.keyboard.press('n');
    expect(await page.locator('dialog.keys').isVisible()).toBe(false);
    expect(page.url()).toBe(`${site.url}start/`);
    await page.context().close();
  });
});

test('a report carries the lesson, the cell that was used last and its seed', async () => {
  const page = await open(MACHINE);
  await page.waitForSelector('html[data-ready]');
  await page.locator('#redis-list [data-part="run"]').focus();
  await page.locator('[data-part="errata"]').click();
  await page.getByText('Copied.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Lesson: machine .*\nCell: redis-list, seed 1\n/);
  await page.context().close();
});

test('on paper every part of the cheat sheet is one page', async () => {
  const page = await open('cheat-sheet/');
  const paper = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  expect(paper.match(/\/Type\s*\/Page\b/g)?.length).toBe(await page.locator('.sheet-of-part').count());
  await page.context().close();
});
