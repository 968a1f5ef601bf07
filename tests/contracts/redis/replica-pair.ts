/** Two Redis servers, one the replica of the other: simulated ones on real TCP, and real ones that the test starts itself. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { redis } from '../../../sandbox/brokers/redis/redis.ts';
import { listen } from '../../../sandbox/host/tcp-listener.ts';
import { answers } from '../../../scripts/answers.ts';
import { later } from '../target.ts';

export interface ReplicaServer {
  readonly port: number;
  /** The server dies and is there again, with nothing. */
  restart(): Promise<void>;
  /** It stands still, and goes on. */
  pause(): void;
  resume(): void;
  close(): Promise<void>;
}

export interface PairKind {
  readonly name: 'simulated' | 'real';
  start(port: number): Promise<ReplicaServer>;
}

/** The kinds of server on this machine. */
export function pairKinds(): PairKind[] {
  const hasReal = spawnSync('redis-server', ['--version']).status === 0;
  if (!hasReal) console.info('There is no redis-server: the real pair is skipped.');
  return [{ name: 'simulated', start: startSimulated }, ...(hasReal ? [{ name: 'real', start: startReal } as const] : [])];
}

/** A port that nobody has taken yet. */
export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function startSimulated(port: number): Promise<ReplicaServer> {
  const listening = await listen(redis, { port });
  return {
    port,
    async restart() {
      await listening.disconnectAll();
      listening.broker.killed?.();
      listening.broker.restarted();
    },
    pause: () => {},
    resume: () => {},
    close: () => listening.close(),
  };
}

async function startReal(port: number): Promise<ReplicaServer> {
  const folder = mkdtempSync(join(tmpdir(), 'inflight-replica-'));
  let server = await spawnServer(port, folder);
  return {
    port,
    async restart() {
      await end(server);
      server = await spawnServer(port, folder);
    },
    pause: () => server.kill('SIGSTOP'),
    resume: () => server.kill('SIGCONT'),
    async close() {
      await end(server);
      rmSync(folder, { recursive: true });
    },
  };
}

async function spawnServer(port: number, folder: string): Promise<ChildProcess> {
  const settings = { port, bind: '127.0.0.1', dir: folder, save: '', 'repl-diskless-sync-delay': 0, 'repl-diskless-load': 'on-empty-db' };
  const server = spawn(
    'redis-server',
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: 'ignore' },
  );
  for (let tries = 0; !(await answers(port)); tries += 1) {
    if (tries === 100) throw new Error(`No Redis answers at port ${port}.`);
    await later(50);
  }
  return server;
}

async function end(server: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await gone;
}
