/**
 * `npm run lockfile`: makes package-lock.json anew from package.json alone. npm keeps what an existing node_modules or a
 * registry with gaps leaves out, and `npm ci` then refuses the lockfile; here the optional packages of all platforms stay in.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lockfile-'));
try {
  for (const name of ['package.json', '.npmrc']) copyFileSync(join(root, name), join(folder, name));
  const npm = spawnSync('npm', ['install', '--package-lock-only'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) throw new Error('npm could not make a lockfile.');
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  for (const [path, entry] of Object.entries(lock.packages)) if (entry.extraneous) delete lock.packages[path];
  const added = addOtherPlatforms(lock.packages);
  writeFileSync(join(root, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
  console.log(
    `package-lock.json: ${Object.keys(lock.packages).length - 1} packages, ${added.length} of them not in this registry: ${added.join(', ') || 'none'}`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

/** Adds the optional packages that are missing, as npm writes them but without a checksum. Returns their names. */
function addOtherPlatforms(packages) {
  const missing = Object.values(packages).flatMap((owner) =>
    Object.entries(owner.optionalDependencies ?? {})
      .filter(([name, version]) => packages[`node_modules/${name}`] === undefined && platformOf(name) !== null && /^\d/u.test(version))
      .map(([name, version]) => ({ name, entry: { version, ...platformOf(name), ...(owner.dev ? { dev: true } : {}), optional: true } })),
  );
  for (const { name, entry } of missing) packages[`node_modules/${name}`] = entry;
  const sorted = Object.entries(packages).sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [path, entry] of sorted) {
    delete packages[path];
    packages[path] = entry;
  }
  return missing.map(({ name }) => name);
}

/** `cli-linux-x64-musl` says by its name where it belongs. */
function platformOf(name) {
  const named = /(?<os>android|darwin|linux|win32)-(?<cpu>x64|arm64)(-(?<libc>musl))?$/u.exec(name)?.groups;
  if (named === undefined) return null;
  const libc = named.os === 'linux' ? { libc: [named.libc ?? 'glibc'] } : {};
  return { cpu: [named.cpu], os: [named.os], ...libc };
}
