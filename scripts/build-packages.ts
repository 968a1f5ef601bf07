/** Builds `.inflight/packages`: the npm packages that pages load on demand, bundled once for each lockfile instead of in every build of the site. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fingerprints, fingerprintsOf } from './build/freshness.ts';
import { bundlePackages, packageSources } from './build/package-bundles.ts';
import { readJson, replaceFile } from './build/written-files.ts';
import { root } from './root.ts';

/** The site's build reads it: see `src/build/packages.ts`. */
interface Manifest {
  /** From each file of `src/packages` without its ending, such as `monaco`, to its bundle. */
  readonly bundles: Readonly<Record<string, string>>;
  /** Everything that belongs to the site. */
  readonly files: readonly string[];
  readonly inputs: Fingerprints;
}

const folder = join(root, '.inflight', 'packages');
const MANIFEST = 'manifest.json';

/** Bundles all of them if anything changed. The lockfile, which is always looked at, stands for what is in the packages. */
export async function buildPackages(): Promise<{ readonly isNew: boolean }> {
  const inputs = await fingerprintsOf(packageSources());
  const known = await readJson<Manifest>(join(folder, MANIFEST));
  const isWhole = known?.files.every((file) => existsSync(join(folder, file))) ?? false;
  if (isWhole && JSON.stringify(known?.inputs) === JSON.stringify(inputs)) return { isNew: false };
  const { bundles, files } = await bundlePackages();
  await mkdir(folder, { recursive: true });
  for (const [file, content] of files) await replaceFile(join(folder, file), content);
  const manifest: Manifest = { bundles, files: [...files.keys()], inputs };
  await replaceFile(join(folder, MANIFEST), JSON.stringify(manifest, null, 2));
  const old = (await readdir(folder)).filter((file) => file !== MANIFEST && !files.has(file));
  for (const file of old) await rm(join(folder, file), { force: true });
  return { isNew: true };
}

if (import.meta.main) console.log((await buildPackages()).isNew ? 'Bundled.' : 'Up to date.');
