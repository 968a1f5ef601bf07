/** The workloads: `count` messages through Redis in each way of using it, as a program would write it. Lists and streams hold them all at once. */
import type { Redis } from 'ioredis';

/** `connect` opens a connection, which the workload leaves open. What it leaves in Redis is for the caller to remove. */
export type Workload = (connect: () => Redis, count: number) => Promise<void>;

const BATCH = 100;

const listSerial: Workload = async (connect, count) => {
  const redis = connect();
  for (let index = 0; index < count; index += 1) await redis.lpush('bench:list', `message-${index}`);
  for (let index = 0; index < count; index += 1) await redis.rpop('bench:list');
};

const listPipelined: Workload = async (connect, count) => {
  const redis = connect();
  for (let sent = 0; sent < count; sent += BATCH) {
    const pushes = redis.pipeline();
    for (let index = sent; index < sent + BATCH; index += 1) pushes.lpush('bench:list', `message-${index}`);
    await pushes.exec();
  }
  for (let popped = 0; popped < count; popped += BATCH) {
    const pops = redis.pipeline();
    for (let index = 0; index < BATCH; index += 1) pops.rpop('bench:list');
    await pops.exec();
  }
};

const listBlocking: Workload = async (connect, count) => {
  const producer = connect();
  const consumer = connect();
  const consume = async (): Promise<void> => {
    for (let index = 0; index < count; index += 1) await consumer.brpop('bench:list', 0);
  };
  const consumed = consume();
  for (let index = 0; index < count; index += 1) await producer.lpush('bench:list', `message-${index}`);
  await consumed;
};

const streamSerial: Workload = async (connect, count) => {
  const redis = connect();
  for (let index = 0; index < count; index += 1) await redis.xadd('bench:stream', '*', 'text', `message-${index}`);
};

const groupBatched: Workload = async (connect, count) => {
  const redis = connect();
  await redis.xgroup('CREATE', 'bench:stream', 'group', '$', 'MKSTREAM');
  for (let sent = 0; sent < count; sent += BATCH) {
    const adds = redis.pipeline();
    for (let index = sent; index < sent + BATCH; index += 1) adds.xadd('bench:stream', '*', 'text', `message-${index}`);
    await adds.exec();
    const read = await redis.xreadgroup('GROUP', 'group', 'member', 'COUNT', BATCH, 'STREAMS', 'bench:stream', '>');
    await redis.xack('bench:stream', 'group', ...idsIn(read));
  }
};

const groupSingle: Workload = async (connect, count) => {
  const redis = connect();
  await redis.xgroup('CREATE', 'bench:stream', 'group', '$', 'MKSTREAM');
  for (let index = 0; index < count; index += 1) {
    await redis.xadd('bench:stream', '*', 'text', `message-${index}`);
    const read = await redis.xreadgroup('GROUP', 'group', 'member', 'COUNT', 1, 'STREAMS', 'bench:stream', '>');
    await redis.xack('bench:stream', 'group', ...idsIn(read));
  }
};

const publish: Workload = async (connect, count) => {
  const subscriber = connect();
  const publisher = connect();
  let heard = 0;
  const all = new Promise<void>((resolve) => {
    subscriber.on('message', () => {
      heard += 1;
      if (heard === count) resolve();
    });
  });
  await subscriber.subscribe('bench:channel');
  for (let index = 0; index < count; index += 1) await publisher.publish('bench:channel', `message-${index}`);
  if (count > 0) await all;
};

function idsIn(read: unknown): string[] {
  const streams = read as [string, [string, string[]][]][];
  return streams.flatMap(([, entries]) => entries.map(([id]) => id));
}

export const workloads = { listSerial, listPipelined, listBlocking, streamSerial, groupBatched, groupSingle, publish };

export type WorkloadName = keyof typeof workloads;
