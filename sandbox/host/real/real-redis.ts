/** A Redis of our own on a free port, empty and without files. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, untilAnswers } from './answers.ts';
import { atExit } from './at-exit.ts';
import { RealError } from './real-error.ts';
import type { RealServer } from './real-server.ts';
import { unchanged } from './real-server.ts';

export async function openRedis(): Promise<RealServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'inflight-redis-'));
  let server = start(port, folder);
  const forget = atExit(() => {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  if (!(await untilAnswers(port, () => server.exitCode === null && server.pid !== undefined))) {
    forget();
    throw new RealError('There is no redis-server to start here. Install Redis, so that the program redis-server is found.');
  }
  const kill = async () => {
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
  };
  return {
    port,
    rewrite: unchanged,
    async restart(downForMs) {
      await kill();
      await new Promise((resolve) => setTimeout(resolve, downForMs));
      server = start(port, folder);
      await untilAnswers(port, () => server.exitCode === null);
    },
    async close() {
      await kill();
      forget();
    },
  };
}

/** Nothing is written to disk, as the simulated one keeps nothing. */
function start(port: number, folder: string): ChildProcess {
  const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const server = spawn('redis-server', settings, { stdio: 'ignore' });
  server.on('error', () => {});
  return server;
}
