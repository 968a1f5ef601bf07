/** The cell's program: one workload in the sandbox, through the ioredis that cells import. */
import { Redis } from 'ioredis';
import { type WorkloadName, workloads } from './workloads.ts';

const connections: Redis[] = [];
const connect = (): Redis => {
  const redis = new Redis();
  connections.push(redis);
  return redis;
};
await workloads[process.env['WORKLOAD'] as WorkloadName](connect, Number(process.env['COUNT']));
for (const redis of connections) await redis.quit();
