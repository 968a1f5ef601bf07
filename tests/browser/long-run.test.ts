/** A long run: the page stays awake while twenty thousand events come in, are drawn and told. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { press, write } from './bench-page.ts';
import { longestGapMs, type OpenSite, openPage, openSite } from './site.ts';

const CELL = 'in-process-queue';

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

test('a run of twenty thousand events keeps the page awake, with all of it in the table', async () => {
  const { page, context } = await openPage(site);
  const lines = [
    "import { Queue } from '#course/queue';",
    "const orders = new Queue<string>('orders');",
    'for (let round = 0; round < 1000; round += 1) {',
    "  for (let number = 0; number < 7; number += 1) await orders.put('order-' + round + '-' + number);",
    '  for (let number = 0; number < 6; number += 1) await orders.take();',
    '}',
  ];
  await write(page, CELL, 'shop.ts', lines.join('\n'));
  await page.locator(`#${CELL} .more`).evaluate((more) => more.setAttribute('open', ''));
  // The best of a few runs: other work on this machine holds the page up too.
  let gapMs = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5 && gapMs >= 200; round += 1) {
    await longestGapMs(page);
    await press(page, CELL, 'run');
    await page.locator(`#${CELL} .events tbody tr`).first().waitFor();
    gapMs = Math.min(gapMs, await longestGapMs(page));
  }
  expect(gapMs).toBeLessThan(200);
  expect(await page.locator(`#${CELL} .events button.quiet`).textContent()).toMatch(
    /Show more \(19,9\d\d left\)|Show more \(2\d,\d\d\d left\)/,
  );
  await context.close();
});
