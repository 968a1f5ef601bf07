/** `inflight serve`: a broker on real TCP that any client can use, that a hostile one cannot take from the others, and that ends cleanly. */
import { type ChildProcess, spawn } from 'node:child_process';
import net from 'node:net';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/root.ts';
import { REAL_TIME } from '../contracts/target.ts';
import { inflight } from './inflight.ts';

let server: ChildProcess;
let complaints = '';
let ready: string;
let port: number;

beforeAll(async () => {
  const node = join(root, 'node_modules', '.bin', 'node');
  server = spawn(node, [join(root, 'scripts', 'inflight.ts'), 'serve', '--redis', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  server.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  ready = await new Promise<string>((resolve) => server.stdout?.setEncoding('utf8').once('data', resolve));
  port = Number(/:(\d+)\n$/.exec(ready)?.[1]);
});

afterAll(() => server.kill());

/** Sends bytes as they are and hears what comes back until the server hangs up or has been silent for a while. */
function send(bytes: string, waitMs = 150): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: '127.0.0.1', port });
    let heard = '';
    const done = () => {
      socket.destroy();
      resolve(heard);
    };
    socket.on('data', (data) => {
      heard += data.toString('latin1');
    });
    socket.on('error', done);
    socket.on('close', done);
    socket.once('connect', () => socket.write(bytes, 'latin1'));
    setTimeout(done, waitMs);
  });
}

test('it says where it is ready', () => {
  expect(ready).toMatch(/^ready redis=127\.0\.0\.1:\d+\n$/);
});

test('a real client works with it', async () => {
  const redis = new Redis({ port });
  await redis.lpush('serve:jobs', 'a', 'b');
  expect(await redis.brpop('serve:jobs', 1)).toEqual(['serve:jobs', 'a']);
  expect(await redis.multi().set('serve:x', '1', 'EX', 100_000_000).ttl('serve:x').exec()).toEqual([
    [null, 'OK'],
    [null, 100_000_000],
  ]);
  await redis.quit();
});

describe('a hostile client loses its own connection and nothing else', () => {
  const cases: readonly (readonly [name: string, bytes: string, answer: RegExp])[] = [
    ['garbage', '\x00\xff\xfe nonsense \x01\r\n', /^-ERR unknown command/],
    ['half a command', '*3\r\n$3\r\nSET\r\n$1\r\n', /^$/],
    ['a length of 512 MB', '*2\r\n$4\r\nECHO\r\n$536870912\r\nabc', /^$/],
    ['a length beyond that', '*2\r\n$4\r\nECHO\r\n$536870913\r\n', /^-ERR Protocol error: invalid bulk length/],
    ['too many arguments', '*2147483648\r\n', /^-ERR Protocol error: invalid multibulk length/],
    ['no dollar', '*1\r\nPING\r\n', /^-ERR Protocol error: expected '\$'/],
    ['endless text without a line', 'x'.repeat(70_000), /^-ERR Protocol error: too big inline request/],
    ['quotes that do not end', 'SET "a\r\n', /^-ERR Protocol error: unbalanced quotes in request/],
    ['a subscription that hangs up', 'SUBSCRIBE serve:news\r\n', /subscribe/],
    ['a wait that hangs up', 'BLPOP serve:none 0\r\n', /^$/],
  ];

  test.each(cases)('%s', async (_, bytes, answer) => {
    const bystander = new Redis({ port });
    await bystander.set('serve:by', 'stander');
    expect(await send(bytes)).toMatch(answer);
    expect(await bystander.get('serve:by')).toBe('stander');
    bystander.disconnect();
  });
});

describe('a client that would fill the memory', REAL_TIME, () => {
  const MEGABYTE = 1024 * 1024;

  /** A client that says this and reads nothing more after the first answer; it does not even notice its own end. */
  function unreading(said: string): net.Socket {
    const socket = net.connect({ host: '127.0.0.1', port }, () => socket.write(said));
    socket.on('error', () => {}).once('data', () => socket.pause());
    return socket;
  }

  test('who does not read loses its own connection, and a bystander is answered', async () => {
    const bystander = new Redis({ port });
    await bystander.set('serve:big', 'x'.repeat(5 * MEGABYTE));
    const socket = unreading('GET serve:big\r\n'.repeat(2000));
    await expect.poll(() => complaints, { timeout: 10_000 }).toContain('leaves more than 256 MB of answers unread');
    expect(await bystander.ping()).toBe('PONG');
    await bystander.del('serve:big');
    bystander.disconnect();
    socket.destroy();
  });

  test('who listens and does not read does not harm the one who publishes', async () => {
    const publisher = new Redis({ port });
    const socket = unreading('SUBSCRIBE serve:flood\r\n');
    await expect.poll(() => publisher.pubsub('NUMSUB', 'serve:flood')).toEqual(['serve:flood', 1]);
    const news = 'x'.repeat(5 * MEGABYTE);
    for (let count = 0; count < 70; count += 1) await publisher.publish('serve:flood', news);
    expect(await publisher.pubsub('NUMSUB', 'serve:flood')).toEqual(['serve:flood', 0]);
    publisher.disconnect();
    socket.destroy();
  });

  const endless: readonly (readonly [name: string, head: string, again: string])[] = [
    ['one argument', '*2\r\n$4\r\nECHO\r\n$536870912\r\n', 'x'.repeat(MEGABYTE)],
    ['a million arguments', '*1000000\r\n$4\r\nECHO\r\n', `$${MEGABYTE - 12}\r\n${'x'.repeat(MEGABYTE - 12)}\r\n`],
    ['commands behind one that waits', 'BLPOP serve:none 0\r\n', 'PING\r\n'.repeat(MEGABYTE / 6)],
  ];

  test.each(endless)('a command that does not end: %s', async (_, head, again) => {
    const bystander = new Redis({ port });
    await new Promise<void>((resolve) => {
      const socket = net.connect({ host: '127.0.0.1', port });
      const more = () => {
        while (!socket.destroyed && socket.write(again));
      };
      socket.on('error', () => {}).once('close', () => resolve());
      socket.on('drain', more).once('connect', () => {
        socket.write(head);
        more();
      });
    });
    expect(await bystander.ping()).toBe('PONG');
    bystander.disconnect();
    expect(complaints).toContain('has sent more than 256 MB that cannot be done yet');
  });
});

test('100,000 commands in one go are answered in order', REAL_TIME, async () => {
  const count = 100_000;
  const lines = await new Promise<string[]>((resolve, reject) => {
    const asked = Array.from({ length: count }, (_, index) => `ECHO ${index}\r\n`).join('');
    const socket = net.connect({ host: '127.0.0.1', port }, () => socket.end(`${asked}QUIT\r\n`));
    let heard = '';
    socket.setEncoding('latin1').on('data', (text: string) => {
      heard += text;
    });
    socket.once('error', reject);
    socket.once('close', () => resolve(heard.split('\r\n')));
  });
  const words = lines.filter((line) => /^\d/.test(line));
  expect(words).toHaveLength(count);
  expect(words.every((word, index) => word === String(index))).toBe(true);
});

test('a thousand clients at once are all answered', REAL_TIME, async () => {
  const sockets = Array.from({ length: 1000 }, () => net.connect({ host: '127.0.0.1', port }));
  const answered = sockets.map(
    (socket, index) =>
      new Promise<boolean>((resolve, reject) => {
        socket.once('error', reject);
        socket.once('data', (data) => resolve(data.toString().endsWith(`client-${index}\r\n`)));
        socket.write(`ECHO client-${index}\r\n`);
      }),
  );
  expect((await Promise.all(answered)).filter((isRight) => !isRight)).toEqual([]);
  const bystander = new Redis({ port });
  const clients = String(await bystander.client('LIST'))
    .trim()
    .split('\n');
  expect(clients.length).toBeGreaterThanOrEqual(sockets.length);
  bystander.disconnect();
  for (const socket of sockets) socket.destroy();
});

test('a port that is taken is told in a sentence', async () => {
  const { code, stderr } = await inflight('serve', '--redis', String(port));
  expect(stderr).toBe(`Port ${port} is taken: something else listens there. Choose another with --redis PORT (0 takes any).\n`);
  expect(code).toBe(2);
});

test('SIGINT ends it cleanly while clients are connected, and its port is free again', async () => {
  const [idle, waits] = ['PING\r\n', 'BLPOP serve:none 0\r\n'].map((said) => {
    const socket = net.connect({ host: '127.0.0.1', port }, () => socket.write(said));
    return { socket, closed: new Promise((resolve) => socket.on('error', () => {}).once('close', resolve)) };
  });
  await new Promise((resolve) => idle?.socket.once('data', resolve));
  const ended = new Promise((resolve) => server.once('exit', (code, signal) => resolve({ code, signal })));
  server.kill('SIGINT');
  expect(await ended).toEqual({ code: 0, signal: null });
  await Promise.all([idle?.closed, waits?.closed]);
  const next = net.createServer();
  await new Promise<void>((resolve, reject) => next.once('error', reject).listen(port, '127.0.0.1', resolve));
  next.close();
});
