/** The editor: takes over in place, can be left, helps with the real packages' types, and never loses a text. */
import type { BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { press, seen, startEditing, textOf, write } from './bench-page.ts';
import { MACHINE, type OpenSite, openPage, openSite } from './site.ts';

const CELL = 'redis-list';
const FILE = `#${CELL} [data-file="producer.ts"]`;
const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

interface Places {
  readonly below: readonly number[][];
  readonly word: readonly number[];
}

/** Boxes are equal; letters within an eighth of a pixel, because each editor rounds the width of its line numbers in its own way. */
function expectSamePlaces(after: Places, before: Places): void {
  expect(after.below).toEqual(before.below);
  expect(Math.max(...after.word.map((one, index) => Math.abs(one - (before.word[index] ?? Number.NaN))))).toBeLessThan(0.125);
}

/** Where what comes after the code is, and where a word of the code is, in pixels of the document. */
function placesOf(page: Page, code: string): Promise<Places> {
  return page.evaluate(
    ([bench, selector]) => {
      const boxOf = (target: Element | Range): number[] => {
        const { x, y, width, height } = target.getBoundingClientRect();
        return [x + scrollX, y + scrollY, width, height];
      };
      const root = document.querySelector(`#${bench}`);
      const below = [...(root?.querySelectorAll('.buttons, .output, .after') ?? []), root?.nextElementSibling].map((one) =>
        boxOf(one as Element),
      );
      const walker = document.createTreeWalker(document.querySelector(selector ?? '') as Element, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = (node.textContent ?? '').indexOf('lpush');
        if (at < 0) continue;
        range.setStart(node, at);
        range.setEnd(node, at + 'lpush'.length);
        break;
      }
      return { below, word: boxOf(range) };
    },
    [CELL, code],
  );
}

function caretWord(page: Page): Promise<string> {
  return page.evaluate(() => {
    const caret = document.querySelector('.monaco-editor.focused .cursor')?.getBoundingClientRect();
    return caret === undefined ? '' : `${Math.round(caret.x + scrollX)},${Math.round(caret.y + scrollY)}`;
  });
}

test('Monaco takes over in place: nothing moves by a pixel, and the caret is where the reader clicked', async () => {
  const { page, context, strangers, complaints, files } = await openPage(site);
  expect(files.filter((file) => /monaco|highlighter|touch-surface/.test(file))).toEqual([]);
  await page.locator(`#${CELL} .files`).scrollIntoViewIfNeeded();
  const before = await placesOf(page, `${FILE} .code`);
  const [x = 0, y = 0, width = 0, height = 0] = before.word;
  await page.mouse.click(x + width, y + height / 2 - (await page.evaluate(() => scrollY)));
  await page.waitForSelector(`${FILE}[data-upgraded] .monaco-editor.focused`);
  expectSamePlaces(await placesOf(page, `${FILE} .view-lines`), before);
  expect(Math.abs(Number((await caretWord(page)).split(',')[0]) - (x + width))).toBeLessThanOrEqual(2);
  expect([strangers, complaints]).toEqual([[], []]);
  await context.close();
});

test('the keyboard: into the editor, Tab indents, Escape and Tab leaves, Ctrl+Enter runs', async () => {
  const { page, context } = await openPage(site);
  await page.locator(`#${CELL} [data-part="copy"]`).focus();
  await page.keyboard.press('Tab');
  await page.waitForSelector(`${FILE}[data-upgraded] .monaco-editor.focused`);
  expect(await page.locator(`#${CELL} .keys`).textContent()).toContain('Esc, then Tab, leaves the editor');
  await page.keyboard.press('Tab');
  expect((await textOf(page, CELL, 'producer.ts')).startsWith('  import')).toBe(true);
  await startEditing(page, CELL, 'producer.ts');
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction((id) => /^Ended after/.test(document.querySelector(`#${id} [data-part="ending"]`)?.textContent ?? ''), CELL);
  await startEditing(page, CELL, 'producer.ts');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['part'])).toBe('run');
  await context.close();
});

test('a method of the real client is offered, and a wrong type is marked where it stands', async () => {
  const { page, context } = await openPage(site);
  await write(page, CELL, 'producer.ts', "import { Redis } from 'ioredis';\nconst redis = new Redis();\n");
  await page.keyboard.press('Control+End');
  await page.keyboard.type('redis.lpus');
  await page.waitForSelector('.suggest-widget.visible .monaco-list-row[aria-label^="lpush"]');
  await page.keyboard.press('Escape');
  await write(page, CELL, 'producer.ts', "const count: number = 'three';\nconsole.log(count);\n");
  await page.waitForSelector(`${FILE} .squiggly-error`);
  await press(page, CELL, 'run');
  await page.waitForSelector(`#${CELL} [data-part="problems"] .types`);
  expect((await seen(page, CELL)).problems).toContain("Type 'string' is not assignable to type 'number'");
  expect(await page.locator(`#${CELL} [data-part="problems"] .source`).allTextContents()).toEqual(['producer.ts:1:7']);
  await context.close();
});

test('Reset can be undone, with its button and with Ctrl+Z', async () => {
  const { page, context } = await openPage(site);
  const course = await textOf(page, CELL, 'producer.ts');
  await write(page, CELL, 'producer.ts', '// mine\n');
  const reset = page.locator(`#${CELL} [data-part="reset"]`);
  await reset.click();
  expect(await textOf(page, CELL, 'producer.ts')).toBe(course);
  await page.locator(`#${CELL} [data-part="offers"] button`, { hasText: 'Undo' }).click();
  expect(await textOf(page, CELL, 'producer.ts')).toBe('// mine\n');
  await reset.click();
  await startEditing(page, CELL, 'producer.ts');
  await page.keyboard.press('Control+Z');
  expect(await textOf(page, CELL, 'producer.ts')).toBe('// mine\n');
  await context.close();
});

test('Reset after another run brings back the seed, and says so until the next run', async () => {
  const { page, context } = await openPage(site);
  const said = page.locator(`#${CELL} [data-part="offers"]`);
  await press(page, CELL, 'run');
  await press(page, CELL, 'again');
  await page.locator(`#${CELL} [data-part="reset"]`).click();
  expect(await said.textContent()).toBe('The next run has seed 1 again.');
  expect(await page.locator(`#${CELL} .stale`).isVisible()).toBe(false);
  await press(page, CELL, 'run');
  expect(await page.locator(`#${CELL} [data-part="seed"]`).textContent()).toContain('Seed 1.');
  expect(await said.textContent()).toBe('');
  await context.close();
});

test('two tabs: the one says that the other changed the text, and offers both', async () => {
  const { page, context } = await openPage(site);
  const other = await context.newPage();
  await other.goto(page.url());
  await other.waitForSelector('html[data-ready]');
  await write(page, CELL, 'producer.ts', '// from the first tab\n');
  await press(page, CELL, 'run');
  const offer = other.locator(`#${CELL} [data-part="offers"]`);
  await offer.locator('button', { hasText: 'See both' }).click();
  await offer.locator('del', { hasText: '// from the first tab' }).waitFor();
  await offer.locator('button', { hasText: 'Show it' }).click();
  expect(await textOf(other, CELL, 'producer.ts')).toBe('// from the first tab\n');
  await context.close();
});

test("a lesson that changed after the reader's edit offers both texts", async () => {
  const { page, context } = await openPage(site);
  await page.evaluate((id) => {
    const worker = JSON.parse(document.querySelector(`#${id} [data-part="data"]`)?.textContent ?? '').files['worker.ts'];
    const saved = { files: { 'producer.ts': '// mine\n', 'worker.ts': worker }, basis: { 'producer.ts': '// old\n', 'worker.ts': worker } };
    localStorage.setItem(`inflight:text:${id}`, JSON.stringify(saved));
  }, CELL);
  await page.reload();
  await page.waitForSelector('html[data-ready]');
  const offer = page.locator(`#${CELL} [data-part="offers"]`);
  expect(await offer.textContent()).toContain("The lesson's text changed after you had edited it.");
  expect(await textOf(page, CELL, 'producer.ts')).toBe('// mine\n');
  await offer.locator('button', { hasText: 'Take the new one' }).click();
  expect(await textOf(page, CELL, 'producer.ts')).toContain("from 'ioredis'");
  await context.close();
});

test('a phone gets CodeMirror in place, with the keys that it hides, and errors', async () => {
  const { page, context, files, complaints } = await openPage(site, PHONE);
  await page.locator(`#${CELL} .files`).scrollIntoViewIfNeeded();
  const before = await placesOf(page, `${FILE} .code`);
  await page.locator(`${FILE} textarea`).tap({ position: { x: 90, y: 60 } });
  await page.waitForSelector(`${FILE}[data-upgraded] .cm-editor.cm-focused`);
  expectSamePlaces(await placesOf(page, `${FILE} .cm-content`), before);
  expect(await page.locator(`${FILE} .cm-content`).getAttribute('autocapitalize')).toBe('off');
  await page.locator('.key-bar:not([hidden]) button', { hasText: '{}' }).tap();
  expect(await textOf(page, CELL, 'producer.ts')).toContain('{}');
  await write(page, CELL, 'producer.ts', "const count: number = 'three';\nconsole.log(count);\n");
  await page.waitForSelector(`${FILE} .cm-lintRange-error`);
  expect(files.filter((file) => file.includes('monaco'))).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('on a phone long lines wrap, in the static code and in CodeMirror at the same places', async () => {
  const { page, context } = await openPage(site, PHONE);
  const topsOf = (lines: string): Promise<readonly number[]> =>
    page.locator(`${FILE} ${lines}`).evaluateAll((all) => all.map((line) => Math.round(line.getBoundingClientRect().top + scrollY)));
  const isScrolledSideways = (selector: string): Promise<boolean> =>
    page.locator(selector).evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
  const before = await topsOf('.code .line');
  expect(await isScrolledSideways(FILE)).toBe(false);
  await startEditing(page, CELL, 'producer.ts');
  const after = await topsOf('.cm-line');
  expect(after).toEqual(before.slice(0, after.length));
  expect(new Set(after.map((top, index) => (after[index + 1] ?? Number.NaN) - top)).size).toBeGreaterThan(2);
  expect(await isScrolledSideways(`${FILE} .cm-scroller`)).toBe(false);
  await context.close();
});

test('without an editor to load, a plain one does it all', async () => {
  const { page, context } = await openPage(site);
  await page.route(/monaco-surface/, (route) => route.abort());
  await page.locator(`${FILE} textarea`).focus();
  await page.waitForFunction((id) => /could not be loaded/.test(document.querySelector(`#${id} .keys`)?.textContent ?? ''), CELL);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('console.log("plain", 6 * 7);\n');
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction((id) => /plain 42/.test(document.querySelector(`#${id} [data-part="console"]`)?.textContent ?? ''), CELL);
  await context.close();
});

test('without JavaScript every file of the cell can be read', async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url + MACHINE);
  for (const file of ['producer.ts', 'worker.ts'])
    expect(await page.locator(`#${CELL} [data-file="${file}"] .code`).isVisible()).toBe(true);
  expect(await page.locator(`#${CELL} textarea`).count()).toBe(0);
  await context.close();
});
