/** The launcher: `node scripts/launch.mjs <script.ts> …` installs what is missing, then runs the script on the pinned Node. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, pinnedNode, root } from './bootstrap.mjs';

/** Runs a script on the pinned Node with this program's input and output. Resolves to its exit code. */
export function launch(script, parameters = []) {
  const child = spawn(pinnedNode, [resolve(root, script), ...parameters], { stdio: 'inherit', shell: process.platform === 'win32' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code, signal) => done(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** Installs what is missing, then runs the scripts one after the other until one fails. Resolves to the exit code. */
export async function installAndLaunch(scripts, parameters = []) {
  const problem = ensureInstalled();
  if (problem !== null) {
    console.error(problem);
    return 1;
  }
  for (const script of scripts) {
    const code = await launch(script, parameters);
    if (code !== 0) return code;
  }
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [script, ...parameters] = process.argv.slice(2);
  process.exitCode = await installAndLaunch([script], parameters);
}
