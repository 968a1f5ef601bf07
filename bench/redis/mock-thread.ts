/** One sample of `ioredis-mock` in a thread of its own. */
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Redis } from 'ioredis';
import { type WorkloadName, workloads } from './cell/workloads.ts';

const WARM_UP_COUNT = 200;
const { workload, count } = workerData as { workload: WorkloadName; count: number };
const RedisMock = createRequire(new URL('rivals/package.json', import.meta.url))('ioredis-mock') as new () => Redis;

parentPort?.postMessage(await sample());

async function sample(): Promise<unknown> {
  try {
    await workloads[workload](() => new RedisMock(), WARM_UP_COUNT);
    await new RedisMock().flushall();
    const startedAt = performance.now();
    await workloads[workload](() => new RedisMock(), count);
    return { kind: 'took', elapsedMs: performance.now() - startedAt };
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Unsupported command')) return { kind: 'unsupported' };
    throw error;
  }
}
