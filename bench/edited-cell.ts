/** The edited cell's rows: from the click to the first console line, against what nobody can do without; and what an unedited cell loads. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { root } from '../scripts/root.ts';
import { interleave, type Subject } from './measure.ts';
import { countRow, type Row, ratioRow } from './row.ts';

const LIMIT = 1.5;
const REPETITIONS = 15;
const WARM_UPS = 3;

export async function editedCellRows(browser: Browser, url: string): Promise<Row[]> {
  const page = await browser.newPage();
  await page.goto(`${url}machine/`);
  await prepareFloor(page, url);
  const rows: Row[] = [];
  for (const cell of await cellsOf(page)) rows.push(await editedRow(page, cell));
  await page.close();
  return rows;
}

/** How many requests for a compiler an unedited cell makes: none are allowed. */
export async function uneditedCellRows(browser: Browser, url: string): Promise<Row[]> {
  const page = await browser.newPage();
  const requested: string[] = [];
  page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  await page.goto(`${url}machine/`);
  const rows: Row[] = [];
  for (const cell of await cellsOf(page)) {
    await page.evaluate(clickToFirstLine, cell);
    const compilers = requested.filter((path) => /compiler|esbuild|types\.worker|typescript/iu.test(path));
    rows.push(countRow(`unedited cell ${cell}: compilers loaded`, 0, compilers));
  }
  await page.close();
  return rows;
}

async function cellsOf(page: Page): Promise<string[]> {
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  return page.$$eval('[data-cell][data-ready]', (cells) => cells.map((cell) => cell.getAttribute('data-cell') ?? ''));
}

async function editedRow(page: Page, cell: string): Promise<Row> {
  const name = await page.locator(`[data-cell="${cell}"] .file:not([data-given])`).first().getAttribute('data-file');
  const file = `[data-cell="${cell}"] [data-file="${name}"]`;
  const tab = page.locator(`[data-cell="${cell}"] [data-tab="${name}"]`);
  await tab.click();
  await page.locator(`${file} textarea`).focus();
  await page.locator(`${file}[data-upgraded]`).waitFor();
  let edits = 0;
  const clickAnEdit = async (): Promise<number> => {
    edits += 1;
    // The last run may have shown another file.
    await tab.click();
    await page.locator(`${file} .native-edit-context`).focus();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.insertText(`\n// edit ${edits}`);
    return page.evaluate(clickToFirstLine, cell);
  };
  const subjects: Subject[] = [
    { name: 'click to first console line', unit: 'ms', sample: clickAnEdit },
    { name: 'bare esbuild transform', unit: 'ms', sample: () => page.evaluate(transformFloor, cell) },
    { name: "bare blob worker's first message", unit: 'ms', sample: () => page.evaluate(workerFloor) },
  ];
  const [click, transform, worker] = await interleave(subjects, REPETITIONS, WARM_UPS);
  if (click === undefined || transform === undefined || worker === undefined) throw new Error('Nothing was measured.');
  return ratioRow(`edited cell ${cell}: click to first line`, LIMIT, click, transform, worker);
}

/** Runs in the page: lets it become idle after an edit, clicks Run and waits for a line. Milliseconds. */
async function clickToFirstLine(cell: string): Promise<number> {
  const find = <Found extends HTMLElement>(selector: string): Found => {
    const found = document.querySelector<Found>(`[data-cell="${cell}"] ${selector}`);
    if (found === null) throw new Error(`The cell ${cell} has no ${selector}.`);
    return found;
  };
  const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
  const run = find<HTMLButtonElement>('[data-part="run"]');
  run.dispatchEvent(new PointerEvent('pointerenter', { bubbles: false }));
  run.closest('[data-cell]')?.dispatchEvent(new PointerEvent('pointerenter'));
  await pause(700);
  const lines = find('[data-part="console"]');
  lines.replaceChildren();
  const startedAt = performance.now();
  const took = new Promise<number>((done) => {
    const observer = new MutationObserver(() => {
      if (lines.querySelector('.line') === null) return;
      observer.disconnect();
      done(performance.now() - startedAt);
    });
    observer.observe(lines, { childList: true });
  });
  run.click();
  const firstLineMs = await took;
  while (run.ariaDisabled === 'true') await pause(20);
  return firstLineMs;
}

/** Loads a bare esbuild into the page, as a site without a machine would have it: in its own worker, initialised once. */
async function prepareFloor(page: Page, url: string): Promise<void> {
  const folder = join(root, 'dist', '_astro');
  const wasm = readdirSync(folder).find((name) => name.endsWith('.wasm'));
  if (wasm === undefined) throw new Error('The built site has no esbuild.');
  await page.evaluate(readFileSync(join(root, 'node_modules', 'esbuild-wasm', 'lib', 'browser.min.js'), 'utf8'));
  await page.evaluate(
    async (wasmURL) => {
      const { esbuild } = globalThis as unknown as { esbuild: { initialize(options: { wasmURL: string }): Promise<void> } };
      await esbuild.initialize({ wasmURL });
    },
    new URL(`_astro/${wasm}`, url).href,
  );
}

/** Runs in the page: milliseconds of one transform of the file that is edited. */
async function transformFloor(cell: string): Promise<number> {
  const { esbuild } = globalThis as unknown as { esbuild: { transform(text: string, options: { loader: string }): Promise<unknown> } };
  const text = document.querySelector(`[data-cell="${cell}"] .file:not([data-given]) .code`)?.textContent ?? '';
  await new Promise((done) => setTimeout(done, 50));
  const startedAt = performance.now();
  await esbuild.transform(text, { loader: 'ts' });
  return performance.now() - startedAt;
}

/** Runs in the page: milliseconds until an empty blob worker has said something. */
async function workerFloor(): Promise<number> {
  await new Promise((done) => setTimeout(done, 50));
  const startedAt = performance.now();
  const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(0)'])));
  await new Promise((done) => {
    worker.onmessage = done;
  });
  const took = performance.now() - startedAt;
  worker.terminate();
  return took;
}
