/** Builds `.inflight/browser`: what pages load on demand and content has no part in, so that it need not be bundled with every build of the site. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { browserSources, bundleForBrowser } from './build/browser-bundles.ts';
import { type Fingerprints, fingerprintsOf, isFresh } from './build/freshness.ts';
import { readJson, replaceFile } from './build/written-files.ts';
import { root } from './root.ts';

/** The site's build reads it: see `src/build/browser-bundles.ts`. */
interface Manifest {
  /** From each source to its bundle. */
  readonly bundles: Readonly<Record<string, string>>;
  /** Everything that belongs to the site. */
  readonly files: readonly string[];
  readonly inputs: Fingerprints;
}

const folder = join(root, '.inflight', 'browser');
const MANIFEST = 'manifest.json';

/** Bundles all of them if anything changed. */
export async function buildForBrowser(): Promise<{ readonly isNew: boolean }> {
  const known = await readJson<Manifest>(join(folder, MANIFEST));
  if (known !== null && isWhole(known) && isFresh(known.inputs)) return { isNew: false };
  const { bundles, files, inputs } = await bundleForBrowser();
  await mkdir(folder, { recursive: true });
  for (const [file, content] of files) await replaceFile(join(folder, file), content);
  const manifest: Manifest = { bundles, files: [...files.keys()], inputs: fingerprintsOf(inputs) };
  await replaceFile(join(folder, MANIFEST), JSON.stringify(manifest, null, 2));
  const old = (await readdir(folder)).filter((file) => file !== MANIFEST && !files.has(file));
  for (const file of old) await rm(join(folder, file), { force: true });
  return { isNew: true };
}

function isWhole({ bundles, files }: Manifest): boolean {
  return browserSources().every((source) => source in bundles) && files.every((file) => existsSync(join(folder, file)));
}

if (import.meta.main) console.log((await buildForBrowser()).isNew ? 'Bundled.' : 'Up to date.');
