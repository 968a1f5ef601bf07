/** The scrub row: how long a jump to any place of a run of 20,000 events takes, fold and drawing, against one frame of the screen. */
import type { Browser, Page } from 'playwright';
import { write } from '../tests/browser/bench-page.ts';
import { MACHINE } from '../tests/browser/site.ts';
import { interleave, type Samples } from './measure.ts';
import { type Row, ratioRow } from './row.ts';

/** One frame at 60 per second. */
const FRAME_MS = 1000 / 60;
const EVENTS_AT_LEAST = 20_000;
const REPETITIONS = 60;

/** A program whose run has more events than anybody steps through. */
const LONG = `import { Queue } from '#course/queue';

const orders = new Queue<string>('orders');
for (let round = 0; round < 1000; round += 1) {
  for (let number = 0; number < 7; number += 1) await orders.put('order-' + round + '-' + number);
  for (let number = 0; number < 6; number += 1) await orders.take();
}
`;

export async function scrubRows(browser: Browser, url: string): Promise<Row[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(url + MACHINE);
  await runLong(page);
  const jump = { name: 'a jump, folded and drawn', unit: 'ms', sample: () => page.evaluate(jumpAnywhere) };
  const [samples] = await interleave([jump], REPETITIONS, 5);
  if (samples === undefined) throw new Error('Nothing was measured.');
  await page.close();
  const frame: Samples = { name: 'a frame at 60 per second', unit: 'ms', values: samples.values.map(() => FRAME_MS) };
  return [ratioRow('scrubbing 20,000 events: a jump against a frame', 1, samples, frame)];
}

async function runLong(page: Page): Promise<void> {
  await write(page, 'in-process-queue', 'shop.ts', LONG);
  await page.locator('#in-process-queue [data-part="run"]').click();
  await page.waitForFunction(
    (least) => Number(document.querySelector('#in-process-queue .controls input')?.getAttribute('max')) >= least,
    EVENTS_AT_LEAST,
    { timeout: 60_000 },
  );
}

/** Runs in the page: milliseconds from moving the scrubber to a place far away until style and layout of the picture are done. */
async function jumpAnywhere(): Promise<number> {
  const scrubber = document.querySelector<HTMLInputElement>('#in-process-queue .controls input');
  if (scrubber === null) throw new Error('There is no scrubber.');
  const last = Number(scrubber.max);
  const to = (Number(scrubber.value) + Math.floor(last * 0.382)) % last;
  await new Promise((done) => requestAnimationFrame(done));
  const startedAt = performance.now();
  scrubber.value = String(to);
  scrubber.dispatchEvent(new Event('input', { bubbles: true }));
  document.querySelector('#in-process-queue [data-part="picture"]')?.getBoundingClientRect();
  return performance.now() - startedAt;
}
