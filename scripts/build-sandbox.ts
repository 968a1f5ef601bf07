/** Builds `.inflight/build`: the workers, a bundle per broker and npm client, and the names that every module exports. */
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Bundle } from './build/bundle.ts';
import { type Fingerprints, fingerprintsOf, isFresh, sha256 } from './build/freshness.ts';
import { readJson, replaceFile } from './build/written-files.ts';
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
  if (known !== null && files !== null && Object.keys(files).every((file) => existsSync(join(folder, file))) && isFresh(known)) {
    return { folder, files, isNew: false };
  }
  // What bundles is loaded only when there is something to do.
  const { bundleSandbox } = await import('./build/sandbox-bundles.ts');
  return { folder, files: await written(await bundleSandbox()), isNew: true };
}

async function written(bundles: readonly Bundle[]): Promise<Record<string, BuiltFile>> {
  await mkdir(folder, { recursive: true });
  const files: Record<string, BuiltFile> = {};
  for (const { file, text } of bundles) {
    files[file] = { bytes: Buffer.byteLength(text), sha256: sha256(text) };
    await replaceFile(join(folder, file), text);
  }
  await replaceFile(MANIFEST, `${JSON.stringify(files, null, 2)}\n`);
  await replaceFile(FINGERPRINTS, JSON.stringify(fingerprintsOf(bundles.flatMap(({ inputs }) => inputs))));
  return files;
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
