/** `ioredis-mock` under measurement: each sample in a worker thread of its own, which is ended when it takes too long. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { root } from '../../scripts/root.ts';
import { run } from '../../scripts/run-node.ts';
import type { WorkloadName } from './cell/workloads.ts';

const RIVALS = join(root, 'bench', 'redis', 'rivals');
/** It is over its limit by then. */
const PATIENCE_MS = 20_000;

export type MockSample = { readonly kind: 'took' | 'tookMoreThan'; readonly elapsedMs: number } | { readonly kind: 'unsupported' };

/** Installs the rival from its own lockfile, apart from the project: it wants an older ioredis beside it. */
export async function installRivals(): Promise<void> {
  if (existsSync(join(RIVALS, 'node_modules', 'ioredis-mock'))) return;
  const { code, output } = await run('npm', ['ci', '--prefix', RIVALS, '--ignore-scripts', '--no-audit', '--no-fund']);
  if (code !== 0) throw new Error(`npm could not install what the bench compares with:\n${output}`);
}

export function runOnMock(workload: WorkloadName, count: number): Promise<MockSample> {
  const worker = new Worker(new URL('mock-thread.ts', import.meta.url), { workerData: { workload, count } });
  return new Promise<MockSample>((resolve, reject) => {
    const timer = setTimeout(() => resolve({ kind: 'tookMoreThan', elapsedMs: PATIENCE_MS }), PATIENCE_MS);
    worker.once('message', (sample: MockSample) => {
      clearTimeout(timer);
      resolve(sample);
    });
    worker.once('error', reject);
  }).finally(() => worker.terminate());
}
