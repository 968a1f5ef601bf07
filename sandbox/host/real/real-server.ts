/** A real server for one broker of a cell, opened for one run and left as it was found. */
import { BROKERS } from '../../brokers/registry.ts';
import type { BrokerKind } from '../../engine/cell.ts';
import { listen } from '../tcp-listener.ts';
import { openRabbitmq } from './real-rabbitmq.ts';
import { openRedis } from './real-redis.ts';
import type { Rewrite } from './wire.ts';

export interface RealServer {
  readonly port: number;
  readonly rewrite: Rewrite;
  /** Kills the server and starts it again on the same port; null when it is not ours to kill. */
  readonly restart: ((downForMs: number) => Promise<void>) | null;
  close(): Promise<void>;
}

/** Bytes pass as they are. */
export const unchanged: Rewrite = () => (bytes) => bytes;

/** Throws a RealError when there is no such server here. */
export function openServer(kind: BrokerKind): Promise<RealServer> {
  switch (kind) {
    case 'fifo':
      return openFifo();
    case 'redis':
      return openRedis();
    case 'rabbitmq':
      return openRabbitmq();
    default:
      throw new Error(`Unknown broker ${String(kind satisfies never)}.`);
  }
}

/** Our own queue server has no other implementation: the same one, on real TCP with the real clock. */
async function openFifo(): Promise<RealServer> {
  const listening = await listen(BROKERS.fifo);
  const restart = async () => {
    await listening.disconnectAll();
    listening.broker.restarted();
  };
  return { port: listening.port, rewrite: unchanged, restart, close: () => listening.close() };
}
