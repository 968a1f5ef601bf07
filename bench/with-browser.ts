/** Chromium for the bench: one browser, and the built site served as any static host would. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { chromiumSwitches, findBrowser } from '../scripts/browsers.ts';
import { root } from '../scripts/root.ts';
import { serveStatic } from '../scripts/serve-static.ts';

/** Opens the browser for as long as `use` takes. */
export async function withBrowser<Result>(use: (browser: Browser) => Promise<Result>): Promise<Result> {
  const executablePath = findBrowser('chromium');
  if (executablePath === null) throw new Error('There is no Chromium: "npm test" installs one.');
  const browser = await chromium.launch({ executablePath, args: chromiumSwitches() });
  return use(browser).finally(() => browser.close());
}

/** Serves `dist/` for as long as `use` takes. */
export async function withSite<Result>(use: (url: string) => Promise<Result>): Promise<Result> {
  const folder = join(root, 'dist');
  if (!existsSync(join(folder, 'index.html'))) throw new Error('The site is not built: run "npm run build" first.');
  const site = await serveStatic(folder);
  return use(site.url).finally(() => site.close());
}
