/** Out of memory: the sandbox's process may die of it. The page stays and says so, or keeps the text over its reload. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { write } from './bench-page.ts';
import { type RawPage, rawPage } from './raw-page.ts';
import { type OpenSite, openPage, openSite } from './site.ts';

const CELL = 'redis-list';
const GREEDY = 'const all: unknown[] = [];\nfor (;;) all.push(new Array(1_000_000).fill(all.length));\n';

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

test('arrays of a million without end: a sentence, a page that lives, and a next run', async () => {
  const { page } = await openPage(site);
  const raw = await rawPage(site.browser, page);
  await write(page, CELL, 'producer.ts', GREEDY);
  await run(raw);
  if ((await raw.ask('1')) === null) {
    await raw.reload();
    await waitFor(raw, `document.querySelector('html[data-ready]') !== null`);
    expect(await raw.ask(`document.querySelector('.notice').textContent`)).toMatch(/Your text is kept; nothing was run again/);
    expect(await raw.ask(`document.querySelector('#${CELL} [data-file="producer.ts"] .code').textContent`)).toBe(`${GREEDY}\n`);
  } else {
    expect(await raw.ask(`document.querySelector('#${CELL} [data-part="ending"]').textContent`)).toMatch(
      /most likely because the cell used too much memory|takes too long or too much memory/,
    );
  }
  await raw.ask(`(${paste.toString()})('#${CELL} [data-file="producer.ts"]', 'console.log("all is well", 6 * 7);')`);
  await run(raw);
  expect(await raw.ask(`document.querySelector('#${CELL} [data-part="console"]').textContent`)).toContain('all is well 42');
});

/** Runs in the page: over everything that is in the file's editor, whichever has it. */
function paste(box: string, text: string): void {
  const target = document.querySelector<HTMLElement>(`${box} :is(textarea:not(.ime-text-area), .native-edit-context)`);
  target?.focus();
  if (target instanceof HTMLTextAreaElement) {
    target.value = text;
    target.dispatchEvent(new Event('input', { bubbles: true }));
    return;
  }
  target?.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', code: 'KeyA', keyCode: 65, ctrlKey: true, bubbles: true }));
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  target?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

async function run(raw: RawPage): Promise<void> {
  await raw.ask(`document.querySelector('#${CELL} [data-part="run"]').click()`);
  await waitFor(raw, `!document.querySelector('#${CELL}').hasAttribute('data-busy')`);
}

/** Asks until it is so, or until the page gives no answer any more. */
async function waitFor(raw: RawPage, condition: string): Promise<void> {
  for (let round = 0; round < 200; round += 1) {
    const answer = await raw.ask(condition);
    if (answer === true || answer === null) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`It never came to this: ${condition}`);
}
