/** The workers: engine, node built-ins and course modules as one classic script each. */
import { join } from 'node:path';
import { root } from '../root.ts';
import type { Bundle } from './bundle.ts';
import { COMMON, loadBundler } from './bundler.ts';
import { ON_VIRTUAL_NODE } from './virtual-node.ts';

/** Entries in `sandbox/host`. */
export const WORKERS = ['node-worker', 'browser-worker'] as const;

export async function bundleWorker(name: (typeof WORKERS)[number]): Promise<Bundle> {
  const { build } = await loadBundler();
  const { outputFiles, metafile } = await build({
    ...COMMON,
    ...ON_VIRTUAL_NODE,
    entryPoints: [join(root, 'sandbox', 'host', `${name}.ts`)],
    format: 'iife',
    platform: 'browser',
    absWorkingDir: root,
  });
  return { file: `${name}.js`, text: outputFiles[0]?.text ?? '', inputs: Object.keys(metafile.inputs) };
}
