/** One client on real TCP: its bytes to the broker, what the broker says back in few large writes, and an end for who would fill the memory. */
import type net from 'node:net';
import type { Broker } from '../engine/broker.ts';

export interface ClientListener {
  readonly onBroken?: (client: string, error: unknown) => void;
  readonly onGivenUp?: (client: string, why: string) => void;
}

const MEGABYTE = 1024 * 1024;
/**
 * A client may leave so much unread before the next reply. Redis has no limit for a client that asks and 32 MB for one that listens
 * (client-output-buffer-limit in redis.conf); here all clients share the memory of one process of Node.
 */
const MOST_UNREAD_BYTES = 256 * MEGABYTE;
/** So much may have come that is not done yet. In Redis it is 1 GB (client-query-buffer-limit in redis.conf), and it hangs up without a word too. */
const MOST_KEPT_BYTES = 256 * MEGABYTE;
/** Each write costs memory of its own until it is sent, so small replies are put together up to this size. */
const WRITE_BYTES = 64 * 1024;

export function acceptSocket(broker: Broker, socket: net.Socket, { onBroken, onGivenUp }: ClientListener): void {
  const client = `${socket.remoteAddress}:${socket.remotePort}`;
  let unsent: Uint8Array[] = [];
  let unsentBytes = 0;

  const flush = () => {
    if (unsent.length === 0) return;
    if (!socket.destroyed) socket.write(unsent.length === 1 ? (unsent[0] as Uint8Array) : Buffer.concat(unsent));
    unsent = [];
    unsentBytes = 0;
  };
  const giveUp = (why: string) => {
    if (socket.destroyed) return;
    socket.destroy();
    unsent = [];
    onGivenUp?.(client, why);
  };

  const session = broker.accept({
    id: client,
    client,
    send(bytes) {
      if (socket.destroyed) return;
      if (socket.writableLength + unsentBytes > MOST_UNREAD_BYTES) {
        giveUp(`it leaves more than ${MOST_UNREAD_BYTES / MEGABYTE} MB of answers unread.`);
        return;
      }
      if (unsent.length === 0) queueMicrotask(flush);
      unsent.push(bytes);
      unsentBytes += bytes.length;
      if (unsentBytes >= WRITE_BYTES) flush();
    },
    end() {
      flush();
      socket.end();
    },
    isGone: () => socket.destroyed,
  });
  socket.on('data', (bytes: Uint8Array) => {
    try {
      session.received(bytes, () => undefined);
    } catch (error) {
      if (onBroken === undefined) throw error;
      onBroken(client, error);
      socket.destroy();
    }
    const isTooMuch = (session.keptBytes?.() ?? 0) > MOST_KEPT_BYTES;
    if (isTooMuch) giveUp(`it has sent more than ${MOST_KEPT_BYTES / MEGABYTE} MB that cannot be done yet.`);
  });
  socket.on('error', () => socket.destroy());
  socket.once('close', () => session.closed());
}
