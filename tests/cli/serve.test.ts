/** `inflight serve`: a broker on real TCP that any client can use, that a hostile one cannot take from the others, and that ends cleanly. */
import { type ChildProcess, spawn } from 'node:child_process';
import net from 'node:net';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/root.ts';
import { inflight } from './inflight.ts';

let server: ChildProcess;
let ready: string;
let port: number;

beforeAll(async () => {
  const node = join(root, 'node_modules', '.bin', 'node');
  server = spawn(node, [join(root, 'scripts', 'inflight.ts'), 'serve', '--redis', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
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

test('a port that is taken is told in a sentence', async () => {
  const { code, stderr } = await inflight('serve', '--redis', String(port));
  expect(stderr).toBe(`Port ${port} is taken: something else listens there. Choose another with --redis PORT (0 takes any).\n`);
  expect(code).toBe(2);
});

test('SIGINT ends it cleanly', async () => {
  const ended = new Promise((resolve) => server.once('exit', (code, signal) => resolve({ code, signal })));
  server.kill('SIGINT');
  expect(await ended).toEqual({ code: 0, signal: null });
});
