/** The browsers that tests and benches drive: the system's own where there are any, else Playwright's. */
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, firefox } from 'playwright';
import { root } from './root.ts';
import { run, runNode } from './run-node.ts';

export type BrowserName = 'chromium' | 'firefox';

const programs: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox'],
};

/** Debian's package of each browser. */
const packages: Readonly<Record<BrowserName, string>> = { chromium: 'chromium', firefox: 'firefox-esr' };

/**
 * The program of a browser, or null when there is none. Only Playwright's own Firefox can be driven through Playwright;
 * any Firefox can be started headless at a page that reports by itself.
 */
export function findBrowser(name: BrowserName): string | null {
  const own = (name === 'chromium' ? chromium : firefox).executablePath();
  return onPath(programs[name]) ?? (existsSync(own) ? own : null);
}

/** Command line switches that Chromium needs where this runs: no sandbox of its own as root, no small /dev/shm in containers. */
export function chromiumSwitches(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : ['--disable-dev-shm-usage'];
}

/** Installs the browsers that are missing. Returns a sentence for each one that is still missing afterwards. */
export async function ensureBrowsers(say: (line: string) => void): Promise<string[]> {
  const names: readonly BrowserName[] = ['chromium', 'firefox'];
  const missing = names.filter((name) => findBrowser(name) === null);
  if (missing.length > 0) {
    say(`Installing ${missing.join(' and ')} …`);
    await install(missing);
  }
  return names
    .filter((name) => findBrowser(name) === null)
    .map((name) => `${name} is missing: neither apt-get nor "npx playwright install ${name}" could install it.`);
}

async function install(names: readonly BrowserName[]): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && isDebian() && (await installDebianPackages(names.map((name) => packages[name])))) return;
  const playwright = join(root, 'node_modules', 'playwright', 'cli.js');
  await runNode([playwright, 'install', ...(isRoot ? ['--with-deps'] : []), ...names]);
}

async function installDebianPackages(wanted: readonly string[]): Promise<boolean> {
  const aptGet = (...parameters: string[]) => run('env', ['DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...parameters]);
  await aptGet('update');
  return (await aptGet('install', '-y', '--no-install-recommends', ...wanted)).code === 0;
}

/** Ubuntu's chromium package is only a pointer to a snap, which does not run in containers: there Playwright's is used. */
function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID=debian$/mu.test(readFileSync('/etc/os-release', 'utf8'));
}

function onPath(names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
