/** The part of the comparison that needs a server which nobody else uses: one is started on a free port, and ended afterwards. */
import { redis } from '../../sandbox/brokers/redis/redis.ts';
import { RealError } from '../../sandbox/host/real/real-error.ts';
import { openRedis } from '../../sandbox/host/real/real-redis.ts';
import type { Comparison, Parted } from './comparison.ts';
import { closeLanes, openOwnLane } from './lane.ts';
import { ownServerStories } from './stories/own-server-stories.ts';
import { ask } from './wire/server.ts';

export interface OwnServerRun {
  readonly parted: readonly Parted[];
  /** Why nothing of it was done; null when it was. */
  readonly skipped: string | null;
}

/** Nothing is compared when there is no such program here, or when it is of another version than `version`. */
export async function compareOnOwnServer(comparison: Comparison, version: string): Promise<OwnServerRun> {
  const server = await openRedis().catch((error: unknown) => {
    if (error instanceof RealError) return error.message;
    throw error;
  });
  if (typeof server === 'string') return { parted: [], skipped: server };
  const lane = await openOwnLane(server.port, redis);
  try {
    const own = /redis_version:(\S+)/.exec(await ask(lane.real.server.control, ['info', 'server']))?.[1];
    if (own !== version) return { parted: [], skipped: `redis-server here is ${own}, and the other one ${version}.` };
    const parted: Parted[] = [];
    for (const program of ownServerStories) {
      const difference = await comparison.difference(program, lane);
      if (difference !== null) parted.push({ program, difference });
    }
    return { parted, skipped: null };
  } finally {
    await closeLanes([lane]);
    await server.close();
  }
}
