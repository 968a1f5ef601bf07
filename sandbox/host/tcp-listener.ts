/** The TCP listener: a simulated broker on real TCP with the real clock, so that any client in any language can judge it. */

import type { AddressInfo } from 'node:net';
import net from 'node:net';
import type { Broker, BrokerDefinition, BrokerEnvironment, OutboundConnection, OutboundSession } from '../engine/broker.ts';
import type { Happening } from '../trace/event.ts';
import { acceptSocket } from './tcp-client.ts';

export interface Listening {
  readonly port: number;
  /** The broker itself, to ask who waits or to restart it. */
  readonly broker: Broker;
  /** Drops all connections, as the death of the server does. */
  disconnectAll(): Promise<void>;
  close(): Promise<void>;
}

export interface ListenOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Gets every event of the broker. */
  readonly record?: (happening: Happening) => void;
  /** Hears of a client whose bytes the broker could not deal with, which is our own bug; only that client is disconnected. */
  readonly onBroken?: (client: string, error: unknown) => void;
  /** Hears of a client that was disconnected since it would have filled the memory. */
  readonly onGivenUp?: (client: string, why: string) => void;
}

/** Serves the broker on the loopback address. */
export async function listen(definition: BrokerDefinition, options: ListenOptions = {}): Promise<Listening> {
  const sockets = new Set<net.Socket>();
  const keep = (socket: net.Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  };
  const environment = realEnvironment(options.record ?? (() => {}), (host, port, session) => callOut(host, port, session, keep));
  const broker = definition.create(environment, options.port ? { port: options.port } : {});
  const server = net.createServer({ noDelay: true }, (socket) => {
    keep(socket);
    acceptSocket(broker, socket, options);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });

  const disconnectAll = async () => {
    const gone = [...sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    for (const socket of sockets) socket.resetAndDestroy();
    await Promise.all(gone);
  };

  return {
    port: (server.address() as AddressInfo).port,
    broker,
    disconnectAll,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      await disconnectAll();
      await closed;
    },
  };
}

/** A connection that the broker opens itself, such as that of a replica; it does not keep Node running. */
function callOut(host: string, port: number, session: OutboundSession, keep: (socket: net.Socket) => void): OutboundConnection {
  const socket = net.connect({ host, port, noDelay: true });
  keep(socket);
  socket.unref();
  socket.once('connect', () => session.opened());
  socket.on('data', (bytes: Uint8Array) => {
    try {
      session.received(bytes);
    } catch {
      // The other server is not one of ours, or is broken: there is nothing to say to it.
      socket.destroy();
    }
  });
  socket.on('error', () => socket.destroy());
  socket.once('close', () => session.closed());
  return { send: (bytes) => socket.destroyed || socket.write(bytes), end: () => socket.end() };
}

function realEnvironment(record: (happening: Happening) => void, connect: BrokerEnvironment['connect']): BrokerEnvironment {
  const epochMs = Date.now();
  const startedMs = performance.now();
  let minted = 0;
  return {
    name: 'server',
    epochMs,
    nowMicros: () => Math.floor((performance.now() - startedMs) * 1000),
    schedule: (delayMicros, callback, schedule) => after(Math.ceil(delayMicros / 1000), callback, schedule?.daemon === true),
    record,
    recordWire: (describe) => record(describe()),
    random: Math.random,
    connect,
    mintMessageId() {
      minted += 1;
      return `m${minted}`;
    },
  };
}

/** A timer of Node that is set for longer fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Calls back after the delay, however long it is. Returns a function that cancels it. */
function after(delayMs: number, callback: () => void, isDaemon: boolean): () => void {
  let cancel = (): void => {};
  const wait = (leftMs: number): void => {
    const nowMs = Math.min(leftMs, LONGEST_TIMER_MS);
    const timer = setTimeout(() => (leftMs > nowMs ? wait(leftMs - nowMs) : callback()), nowMs);
    if (isDaemon) timer.unref();
    cancel = () => clearTimeout(timer);
  };
  wait(delayMs);
  return () => cancel();
}
