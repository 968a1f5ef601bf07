/** The wire between one process and one broker: a TCP proxy that can be cut, held, slowed and made to lose bytes. */

import type { AddressInfo } from 'node:net';
import net from 'node:net';

/** Changes what a client sends, connection by connection; it may keep bytes back until more of them are there. */
export type Rewrite = () => (bytes: Buffer) => Buffer;

interface Pair {
  readonly client: net.Socket;
  readonly server: net.Socket;
}

export class Wire {
  readonly #pairs = new Set<Pair>();
  readonly #listener: net.Server;
  #delayMs: () => number = () => 0;
  #heldUntilMs = 0;
  #loseNext = false;

  private constructor(targetPort: () => number, rewrite: Rewrite, onBytes: () => void) {
    this.#listener = net.createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
      const server = net.connect({ host: '127.0.0.1', port: targetPort(), noDelay: true, allowHalfOpen: true });
      const pair = { client, server };
      this.#pairs.add(pair);
      const change = rewrite();
      this.#carry(client, server, (bytes) => {
        onBytes();
        if (!this.#loseNext) return change(bytes);
        this.#loseNext = false;
        this.#drop(pair);
        return Buffer.alloc(0);
      });
      this.#carry(server, client, (bytes) => {
        onBytes();
        return bytes;
      });
      for (const socket of [client, server]) {
        socket.on('error', () => this.#drop(pair));
        socket.once('close', () => this.#pairs.delete(pair));
      }
    });
  }

  /** Opens the wire. `targetPort` is asked at each connection, `onBytes` called for each segment in either direction. */
  static async open(targetPort: () => number, rewrite: Rewrite, onBytes: () => void): Promise<Wire> {
    const wire = new Wire(targetPort, rewrite, onBytes);
    await new Promise<void>((resolve, reject) => {
      wire.#listener.once('error', reject);
      wire.#listener.listen(0, '127.0.0.1', resolve);
    });
    return wire;
  }

  get port(): number {
    return (this.#listener.address() as AddressInfo).port;
  }

  /** Resets every connection. */
  cut(): void {
    for (const pair of this.#pairs) this.#drop(pair);
  }

  /** Keeps all bytes back for so long. */
  hold(forMs: number): void {
    this.#heldUntilMs = performance.now() + forMs;
  }

  /** Delays each segment; `null` ends it. */
  slow(latencyMs: readonly [number, number] | null): void {
    this.#delayMs = latencyMs === null ? () => 0 : () => latencyMs[0] + Math.random() * (latencyMs[1] - latencyMs[0]);
  }

  /** The next bytes of the process are lost and its connection is reset. */
  loseNext(): void {
    this.#loseNext = true;
  }

  close(): void {
    this.cut();
    this.#listener.close();
  }

  #carry(from: net.Socket, to: net.Socket, change: (bytes: Buffer) => Buffer): void {
    const waiting: (() => void)[] = [];
    let lastDueMs = 0;
    const later = (deed: () => void) => {
      const nowMs = performance.now();
      lastDueMs = Math.max(nowMs + this.#delayMs(), this.#heldUntilMs, lastDueMs);
      if (waiting.length === 0 && lastDueMs <= nowMs) return deed();
      // Timers of nearly the same moment may change places; the deeds must not.
      waiting.push(deed);
      setTimeout(() => waiting.shift()?.(), lastDueMs - nowMs);
    };
    from.on('data', (bytes: Buffer) => {
      const out = change(bytes);
      later(() => {
        if (out.byteLength > 0 && !to.destroyed) to.write(out);
      });
    });
    from.once('end', () => later(() => to.end()));
  }

  #drop(pair: Pair): void {
    this.#pairs.delete(pair);
    pair.client.resetAndDestroy();
    pair.server.resetAndDestroy();
  }
}
