/** `node:net`: TCP between the simulated processes and brokers. */
import { isIP, isIPv4, isIPv6 } from './net/address.ts';
import { Server } from './net/server.ts';
import { Socket, type SocketOptions } from './net/socket.ts';

export { isIP, isIPv4, isIPv6, Server, Socket };

export function createServer(options?: SocketOptions | ((socket: Socket) => void), onConnection?: (socket: Socket) => void): Server {
  return new Server(options, onConnection);
}

/** `connect(options | port[, host][, listener])` */
export function connect(...args: unknown[]): Socket {
  const [options] = args;
  return new Socket(typeof options === 'object' && options !== null ? (options as SocketOptions) : {}).connect(...args);
}

/** The module's value. */
export const net = { Socket, Stream: Socket, Server, createServer, connect, createConnection: connect, isIP, isIPv4, isIPv6 };
