/** Builds `.inflight/build`: the workers, a bundle per npm client, and the names that every module exports. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { CLIENTS } from '../sandbox/clients/index.ts';
import type { Bundle } from './build/bundle.ts';
import { bundleClient } from './build/client-bundle.ts';
import { type Fingerprints, fingerprintsOf, isFresh, sha256 } from './build/freshness.ts';
import { moduleNames } from './build/module-names.ts';
import { checkNoCodeFromText } from './build/no-code-from-text.ts';
import { bundleWorker, WORKERS } from './build/worker-bundle.ts';
import { allowClosedOutput } from './closed-output.ts';
import { root } from './root.ts';

/** What `manifest.json` says about each file. */
export interface BuiltFile {
  readonly bytes: number;
  readonly sha256: string;
}

export interface SandboxBuild {
  readonly folder: string;
  readonly files: Readonly<Record<string, BuiltFile>>;
  /** False when nothing had changed since the last build. */
  readonly isNew: boolean;
}

const folder = join(root, '.inflight', 'build');
const FINGERPRINTS = join(folder, 'inputs.json');
const MANIFEST = join(folder, 'manifest.json');

/** Builds what is missing or out of date. Rejects with a sentence when a bundle cannot be made. */
export async function buildSandbox(): Promise<SandboxBuild> {
  const known = await readJson<Fingerprints>(FINGERPRINTS);
  const files = await readJson<Record<string, BuiltFile>>(MANIFEST);
  if (known !== null && files !== null && Object.keys(files).every((file) => existsSync(join(folder, file))) && (await isFresh(known))) {
    return { folder, files, isNew: false };
  }
  const [bundles, { names, inputs }] = await Promise.all([
    Promise.all([...WORKERS.map(bundleWorker), ...CLIENTS.map(bundleClient)]),
    moduleNames(CLIENTS),
  ]);
  for (const bundle of bundles) checkNoCodeFromText(bundle);
  const all: readonly Bundle[] = [...bundles, { file: 'modules.json', text: `${JSON.stringify(names)}\n`, inputs }];
  return { folder, files: await written(all), isNew: true };
}

async function written(bundles: readonly Bundle[]): Promise<Record<string, BuiltFile>> {
  await mkdir(folder, { recursive: true });
  const files: Record<string, BuiltFile> = {};
  for (const { file, text } of bundles) {
    files[file] = { bytes: Buffer.byteLength(text), sha256: sha256(text) };
    await replace(join(folder, file), text);
  }
  await replace(MANIFEST, `${JSON.stringify(files, null, 2)}\n`);
  await replace(FINGERPRINTS, JSON.stringify(await fingerprintsOf(bundles.flatMap(({ inputs }) => inputs))));
  return files;
}

/** Whoever reads while a build goes on sees the old file or the new one. */
async function replace(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, text);
  await rename(temporary, path);
}

async function readJson<Value>(path: string): Promise<Value | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Value;
  } catch {
    return null;
  }
}

if (import.meta.main) {
  allowClosedOutput();
  try {
    const { files, isNew } = await buildSandbox();
    for (const [file, { bytes }] of Object.entries(files)) {
      const brotliBytes = brotliCompressSync(await readFile(join(folder, file)), {
        params: { [constants.BROTLI_PARAM_QUALITY]: 9 },
      }).length;
      console.log(
        `${file.padEnd(20)} ${(bytes / 1024).toFixed(1).padStart(7)} KB, ${(brotliBytes / 1024).toFixed(1).padStart(6)} KB with brotli`,
      );
    }
    console.log(isNew ? 'Built.' : 'Up to date.');
  } catch (error) {
    console.error(`The sandbox was not built. ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
