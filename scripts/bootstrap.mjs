/** The bootstrap: installs the dependencies where they are missing or stale. Runs on Node 20 and needs nothing installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The Node that the project pins; it runs TypeScript as it is. */
export const pinnedNode = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

/** Installs what `package-lock.json` names, unless it is there already. Returns null, or a sentence that says why it could not. */
export function ensureInstalled() {
  const reason = reasonToInstall();
  if (reason !== null) {
    console.error(`Installing the dependencies (${reason}) …`);
    if (!runNpm(['ci', '--include=dev']))
      return 'The dependencies could not be installed: "npm ci" failed. Is the npm registry within reach?';
  }
  if (nodeAnswers() || (runNpm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']) && nodeAnswers())) return null;
  return 'The package "node" is installed but does not run. Remove node_modules and try again.';
}

/** Why an installation is needed, or null. npm keeps what it installed in `node_modules/.package-lock.json`. */
function reasonToInstall() {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return 'first run';
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  for (const [path, entry] of Object.entries(wanted)) {
    const isElsewhere = entry.optional === true || entry.peer === true || entry.extraneous === true;
    if (path === '' || (isElsewhere && installed[path] === undefined)) continue;
    if (installed[path]?.version !== entry.version) return `${path.slice('node_modules/'.length)} should be ${entry.version}`;
  }
  return null;
}

function nodeAnswers() {
  return existsSync(pinnedNode) && spawnSync(pinnedNode, ['--version'], { shell: process.platform === 'win32' }).status === 0;
}

/** npm's own words go to stderr, so that a command's stdout stays its own. */
function runNpm(parameters) {
  return spawnSync('npm', parameters, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' }).status === 0;
}
