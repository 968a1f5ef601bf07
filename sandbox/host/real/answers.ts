/** Whether something answers on a port of this machine. */

import type { AddressInfo } from 'node:net';
import net from 'node:net';

const PATIENCE_MS = 5000;
const PAUSE_MS = 25;

export function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Tries for five seconds, as long as `goOn` says that it makes sense. */
export async function untilAnswers(port: number, goOn: () => boolean): Promise<boolean> {
  const endMs = performance.now() + PATIENCE_MS;
  while (goOn() && performance.now() < endMs) {
    if (await answers('127.0.0.1', port)) return true;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return false;
}

export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
