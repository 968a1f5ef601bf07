/** What a client's stories run against: `inflight serve`, and a real Redis of our own where one is installed, which proves the stories. */
import { RealError } from '../../../sandbox/host/real/real-error.ts';
import { openRedis } from '../../../sandbox/host/real/real-redis.ts';
import { serve } from './served.ts';

export interface Target {
  readonly name: 'served' | 'real';
  /** Of a server that nobody else uses. */
  readonly port: number;
  close(): Promise<unknown>;
}

export async function openTargets(): Promise<Target[]> {
  const served = await serve();
  const targets: Target[] = [{ name: 'served', port: served.port, close: () => served.end() }];
  try {
    const real = await openRedis();
    targets.push({ name: 'real', port: real.port, close: () => real.close() });
  } catch (error) {
    if (!(error instanceof RealError)) throw error;
    console.info(`The stories are not proven against a real Redis: ${error.message}`);
  }
  return targets;
}

/** A value that no text can hold: every byte, and the line ends of the protocol. */
export const EVERY_BYTE = Buffer.concat([Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)), Buffer.from('\r\n$-1\r\n')]);
export const FIVE_MEGABYTES = Buffer.alloc(5 * 1024 * 1024, EVERY_BYTE);
