/** `inflight serve`: simulated brokers on real TCP and the real clock, so that any client in any language can talk to them. */

import { BROKERS } from '../../sandbox/brokers/registry.ts';
import type { BrokerDefinition } from '../../sandbox/engine/broker.ts';
import { type Listening, listen } from '../../sandbox/host/tcp-listener.ts';
import { BadInput } from './bad-input.ts';

/** What can be served, by the name of its option. */
export const SERVED = { redis: BROKERS.redis, rabbitmq: BROKERS.rabbitmq } as const satisfies Readonly<Record<string, BrokerDefinition>>;
export type Served = keyof typeof SERVED;

/** Serves until SIGINT or SIGTERM. Prints `ready redis=127.0.0.1:PORT` once everything accepts. Throws BadInput when a port cannot be had. */
export async function serveCommand({ ports }: { ports: ReadonlyMap<Served, number> }): Promise<number> {
  const open: Listening[] = [];
  const places: string[] = [];
  try {
    for (const [name, port] of ports) {
      const listening = await listenAt(name, port);
      open.push(listening);
      places.push(`${name}=127.0.0.1:${listening.port}`);
    }
    const told = new Promise<void>((resolve) => {
      // Not `once`: at Ctrl-C the launcher passes on what this process gets by itself, and a second signal would kill it while it closes.
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, resolve);
    });
    console.log(`ready ${places.join(' ')}`);
    await told;
    return 0;
  } finally {
    await Promise.all(open.map((listening) => listening.close()));
  }
}

async function listenAt(name: Served, port: number): Promise<Listening> {
  try {
    return await listen(SERVED[name], {
      port,
      onBroken: (client, error) => console.error(`${client} was disconnected, our mistake: ${error}`),
      onGivenUp: (client, why) => console.error(`${client} was disconnected: ${why}`),
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new BadInput(`Port ${port} is taken: something else listens there. Choose another with --${name} PORT (0 takes any).`);
    if (code === 'EACCES') throw new BadInput(`Port ${port} needs rights that this user does not have. Choose one from 1024 on.`);
    throw error;
  }
}
