/** The TCP listener: a simulated broker on real TCP with the real clock, so that any client in any language can judge it. */

import type { AddressInfo } from 'node:net';
import net from 'node:net';
import type { Broker, BrokerDefinition, BrokerEnvironment } from '../engine/broker.ts';
import type { Happening } from '../trace/event.ts';

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
}

/** Serves the broker on the loopback address. */
export async function listen(definition: BrokerDefinition, options: ListenOptions = {}): Promise<Listening> {
  const broker = definition.create(realEnvironment(options.record ?? (() => {})));
  const sockets = new Set<net.Socket>();
  const server = net.createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    connect(broker, socket);
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

function connect(broker: Broker, socket: net.Socket): void {
  const client = `${socket.remoteAddress}:${socket.remotePort}`;
  const session = broker.accept({
    id: client,
    client,
    send: (bytes) => {
      if (!socket.destroyed) socket.write(bytes);
    },
    end: () => socket.end(),
  });
  socket.on('data', (bytes: Uint8Array) => session.received(bytes, () => undefined));
  socket.on('error', () => socket.destroy());
  socket.once('close', () => session.closed());
}

function realEnvironment(record: (happening: Happening) => void): BrokerEnvironment {
  const epochMs = Date.now();
  const startedMs = performance.now();
  let minted = 0;
  return {
    epochMs,
    nowMicros: () => Math.floor((performance.now() - startedMs) * 1000),
    schedule(delayMicros, callback, schedule) {
      const timer = setTimeout(callback, Math.ceil(delayMicros / 1000));
      if (schedule?.daemon === true) timer.unref();
      return () => clearTimeout(timer);
    },
    record,
    recordWire: (describe) => record(describe()),
    random: Math.random,
    mintMessageId() {
      minted += 1;
      return `m${minted}`;
    },
  };
}
