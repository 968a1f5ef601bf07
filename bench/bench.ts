/** `npm run bench`: measures every ratio in one run, prints the table and writes it to `.inflight/bench.json`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scripts/root.ts';
import { buildRows } from './build.ts';
import { editedCellRows, uneditedCellRows } from './edited-cell.ts';
import { kernelRows } from './kernel.ts';
import { lighthouseRows } from './lighthouse.ts';
import { redisRows } from './redis/rows.ts';
import { type Row, tableOf } from './row.ts';
import { scrubRows } from './scrub.ts';
import { stepMarkerRows } from './step-markers.ts';
import { sweepRows } from './sweep.ts';
import { withBrowser, withSite } from './with-browser.ts';

/** The groups of rows, by the name that picks one on the command line. */
const groups: Readonly<Record<string, () => Promise<Row[]>>> = {
  kernel: kernelRows,
  'redis-lists': () => redisRows('lists'),
  'redis-streams': () => redisRows('streams'),
  'redis-pubsub': () => redisRows('pubsub'),
  steps: () => withBrowser(async (browser) => stepMarkerRows(await browser.newPage())),
  sweep: () => withBrowser((browser) => withSite((url) => sweepRows(browser, url))),
  scrub: () => withBrowser((browser) => withSite((url) => scrubRows(browser, url))),
  unedited: () => withBrowser((browser) => withSite((url) => uneditedCellRows(browser, url))),
  lighthouse: () => withSite(lighthouseRows),
  build: buildRows,
  edited: () => withBrowser((browser) => withSite((url) => editedCellRows(browser, url))),
};

const parameters = process.argv.slice(2);
const wanted = parameters.filter((parameter) => parameter !== '--check');
const rows: Row[] = [];
for (const [name, measure] of Object.entries(groups)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const added = await measure();
  console.log(tableOf(added));
  rows.push(...added);
}
mkdirSync(join(root, '.inflight'), { recursive: true });
writeFileSync(join(root, '.inflight', 'bench.json'), `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`);
if (parameters.includes('--check') && rows.some(({ holds }) => !holds)) process.exitCode = 1;
