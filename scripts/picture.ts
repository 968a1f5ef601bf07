/** `npm run picture`: runs a cell on the built site and makes the README's picture of it, `public/page.png`. */
import { join } from 'node:path';
import { chromium } from 'playwright';
import { chromiumSwitches, findBrowser } from './browsers.ts';
import { root } from './root.ts';
import { serveStatic } from './serve-static.ts';

const CELL = 'redis-list';

const executablePath = findBrowser('chromium');
if (executablePath === null) throw new Error('There is no Chromium: "npm test" installs one.');
const site = await serveStatic(join(root, 'dist'));
const browser = await chromium.launch({ executablePath, args: chromiumSwitches() });
const page = await browser.newPage({ viewport: { width: 1100, height: 900 }, colorScheme: 'light' });
await page.goto(`${site.url}machine/`);
const cell = page.locator(`[data-cell="${CELL}"]`);
await cell.locator('[data-part="run"]').click();
await cell.locator('[data-part="ending"] p').waitFor();
await cell.locator('[data-part="run"]:enabled').waitFor();
await cell.screenshot({ path: join(root, 'public', 'page.png') });
await browser.close();
await site.close();
