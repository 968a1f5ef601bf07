/** Small windows: no page scrolls sideways at 360 px or at 200 % zoom, and the text column keeps its measure. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyPage } from './pages.ts';
import { MACHINE, type OpenSite, openSite } from './site.ts';

/** A window of 1280 pixels at 200 % is one of 640 with two pixels each. */
const windows = [
  { name: '360 px', viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 },
  { name: '200 % zoom', viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
];

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

describe.each(windows)('at $name', ({ viewport, deviceScaleFactor }) => {
  test.each(everyPage)('"/%s" does not scroll sideways', async (path) => {
    const page = await site.browser.newPage({ viewport, deviceScaleFactor });
    await page.goto(site.url + path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
    await page.close();
  });

  test('a cell that has run does not scroll sideways, and the focus is on what is shown of it', async () => {
    const page = await site.browser.newPage({ viewport, deviceScaleFactor, reducedMotion: 'reduce' });
    await page.goto(`${site.url}fifo/`);
    await page.waitForSelector('html[data-ready]');
    await page.locator('#two-packers form input').first().check();
    await page.locator('#two-packers [data-part="run"]').press('Enter');
    await page.locator('#two-packers .track').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Picture');
    await page.close();
  });
});

test('on a phone the buttons of a verdict lead to the code, which is out of sight', async () => {
  const page = await site.browser.newPage({ viewport: { width: 360, height: 740 }, hasTouch: true, reducedMotion: 'reduce' });
  await page.goto(`${site.url}start/`);
  await page.waitForSelector('html[data-ready]');
  await page.locator('#last-mail [data-part="check"]').tap();
  const verdict = page.locator('#last-mail [data-part="verdict"]');
  await verdict.getByRole('button', { name: 'Hint' }).tap();
  await page.locator('#last-mail .hints li').waitFor();
  await page.locator('#last-mail .views button[value="picture"]').tap();
  await verdict.getByRole('button', { name: 'Edit' }).tap();
  await page.locator('#last-mail .files').waitFor();
  await page.close();
});

test('links and buttons of the frame are at least 44 px high on a phone', async () => {
  const page = await site.browser.newPage({ viewport: { width: 360, height: 740 }, hasTouch: true });
  await page.goto(site.url + MACHINE);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('header.site :is(a, button), .contents :is(a, summary), .turn a, footer.site button')]
      .filter((target) => target.getBoundingClientRect().height > 0 && target.getBoundingClientRect().height < 44)
      .map((target) => target.textContent?.trim()),
  );
  expect(small).toEqual([]);
  await page.close();
});

test('a line of a lesson is neither short nor long: about 66 characters, whatever the font', async () => {
  const page = await site.browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(site.url + MACHINE);
  const perLine = await page.evaluate(() => {
    const paragraphs = [...document.querySelectorAll('.lesson-body > p')].filter(({ textContent }) => textContent.length > 150);
    const lengths = paragraphs.map((paragraph) => {
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      const full = [...new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 10)))].length;
      return paragraph.textContent.length / (full - 0.4);
    });
    return lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  });
  expect(perLine).toBeGreaterThan(52);
  expect(perLine).toBeLessThan(74);
  await page.close();
});
