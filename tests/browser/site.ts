/** The site under test: `dist/` on a port of its own, a Chromium to open it with, and an eye on every request. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { findBrowser } from '../../scripts/browsers.ts';
import { root } from '../../scripts/root.ts';
import { type StaticSite, serveStatic } from '../../scripts/serve-static.ts';

/** What a browser does by itself, which would look like requests of a cell. */
const QUIET = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-dev-shm-usage',
];

export interface OpenSite {
  readonly browser: Browser;
  readonly site: StaticSite;
  readonly url: string;
  close(): Promise<void>;
}

/** `SITE_OUT` names another folder than `dist/`, as for the build. */
export async function openSite(basePath = '/', folder = resolve(root, process.env['SITE_OUT'] ?? 'dist')): Promise<OpenSite> {
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`The site is not built: run "npm run build" first (${folder} has no index.html).`);
  const site = await serveStatic(folder, { port: 0, basePath });
  const executablePath = findBrowser('chromium');
  const browser = await chromium.launch({ args: QUIET, ...(executablePath === null ? {} : { executablePath }) });
  const close = async (): Promise<void> => {
    await browser.close();
    await site.close();
  };
  return { browser, site, url: site.url, close };
}

export interface WatchedPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Files of the site that were asked for, below its address. */
  readonly files: string[];
  /** Addresses that were asked for and are not files of the site. */
  readonly strangers: string[];
  /** What the page itself complained about: uncaught errors of the site's own code. */
  readonly complaints: string[];
}

/** The lesson on whose cells the machine is tried. */
export const MACHINE = 'machine/';

/** Opens a lesson in a context of its own. */
export async function openPage({ browser, url }: OpenSite, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const files: string[] = [];
  const strangers: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => {
    const address = request.url();
    if (address.startsWith(url)) files.push(address.slice(url.length));
    else if (!/^(blob|data):/.test(address)) strangers.push(address);
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.addInitScript(watchGaps);
  await page.goto(url + MACHINE);
  await page.waitForSelector('html[data-ready]');
  return { context, page, files, strangers, complaints };
}

/** The longest time for which the page's main thread did not come round since the last question, in milliseconds. */
export function longestGapMs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const gaps = (globalThis as unknown as { gaps: { longestMs: number } }).gaps;
    const { longestMs } = gaps;
    gaps.longestMs = 0;
    return longestMs;
  });
}

/** A ticker on the main thread: what comes between two of its ticks is time in which the page could not answer. */
function watchGaps(): void {
  const gaps = { longestMs: 0 };
  (globalThis as unknown as { gaps: { longestMs: number } }).gaps = gaps;
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    gaps.longestMs = Math.max(gaps.longestMs, now - last);
    last = now;
  }, 5);
}
