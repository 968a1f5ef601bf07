/** The wire to a real broker: bytes in order, and what can be done to it. */
import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Wire } from '../../../sandbox/host/real/wire.ts';

let echo: net.Server;
let wire: Wire;
let client: net.Socket;

beforeEach(async () => {
  echo = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.pipe(socket);
  });
  echo.listen(0, '127.0.0.1');
  await once(echo, 'listening');
  wire = await Wire.open(
    () => (echo.address() as AddressInfo).port,
    () => (bytes) => bytes,
    () => {},
  );
  client = net.connect({ port: wire.port, host: '127.0.0.1' });
  await once(client, 'connect');
});

afterEach(() => {
  client.destroy();
  wire.close();
  echo.close();
});

/** What comes back, until so many bytes are there. */
async function received(byteCount: number): Promise<string> {
  let text = '';
  for await (const bytes of client.iterator({ destroyOnReturn: false })) {
    text += String(bytes);
    if (text.length >= byteCount) return text;
  }
  return text;
}

describe('a wire', () => {
  test('carries bytes both ways', async () => {
    client.write('order-1');
    expect(await received(7)).toBe('order-1');
  });

  test('keeps their order when each segment is delayed differently', async () => {
    wire.slow([0, 30]);
    const numbers = Array.from({ length: 10 }, (_, index) => String(index));
    for (const number of numbers) {
      client.write(number);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(await received(10)).toBe(numbers.join(''));
  });

  test('keeps bytes back while it is held', async () => {
    wire.hold(100);
    const sentMs = performance.now();
    client.write('order-1');
    await received(7);
    expect(performance.now() - sentMs).toBeGreaterThan(90);
  });

  test('resets the connection when it is cut', async () => {
    const closed = once(client, 'error');
    wire.cut();
    expect((await closed)[0]).toMatchObject({ code: 'ECONNRESET' });
  });

  test('loses the next bytes together with the connection', async () => {
    const closed = once(client, 'error');
    wire.loseNext();
    client.write('ack');
    expect((await closed)[0]).toMatchObject({ code: 'ECONNRESET' });
  });
});
