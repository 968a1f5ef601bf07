/** A real Redis under measurement: the same workload through the same client over TCP, with the processor time that the client takes. */
import { Redis } from 'ioredis';
import type { RealAddress } from '../../scripts/conformance/wire/real-address.ts';
import { type WorkloadName, workloads } from './cell/workloads.ts';

export interface RealSample {
  readonly elapsedMs: number;
  /** Of this process, which does nothing but drive the client meanwhile; the server's own is not in it. */
  readonly clientMs: number;
}

/** The time to connect is not in it. */
export async function runOnReal({ port, databases }: RealAddress, workload: WorkloadName, count: number): Promise<RealSample> {
  const spare = Array.from({ length: 2 }, () => new Redis({ port, db: databases[0] ?? 0, lazyConnect: true }));
  await Promise.all(spare.map((redis) => redis.connect()));
  const unused = [...spare];
  const connect = (): Redis => {
    const redis = unused.shift();
    if (redis === undefined) throw new Error(`${workload} wants more connections than there are.`);
    return redis;
  };
  const before = process.cpuUsage();
  const startedAt = performance.now();
  await workloads[workload](connect, count);
  const elapsedMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(before);
  const cleaner = new Redis({ port, db: databases[0] ?? 0 });
  await cleaner.del('bench:list', 'bench:stream');
  await Promise.all([cleaner, ...spare].map((redis) => redis.quit()));
  return { elapsedMs, clientMs: (user + system) / 1000 };
}
