/** `inflight serve` as a process of its own, for tests that drive it over TCP. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../../scripts/root.ts';

export interface Served {
  /** What it printed once it accepted connections. */
  readonly ready: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** Sends the signal and waits for the end. */
  end(signal?: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Starts `inflight serve --redis PORT` on the pinned Node and waits until it is ready; 0 takes any port. */
export async function serve(port = 0): Promise<Served> {
  const node = join(root, 'node_modules', '.bin', 'node');
  const child = spawn(node, [join(root, 'scripts', 'inflight.ts'), 'serve', '--redis', `${port}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return servedBy(child, (signal) => child.kill(signal));
}

/** The server that this process runs or leads to; `send` brings it a signal. */
export async function servedBy(child: ChildProcess, send: (signal: NodeJS.Signals) => void): Promise<Served> {
  const ready = await new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').once('data', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`serve ended with ${code} before it was ready.`)));
  });
  return {
    ready,
    port: Number(/redis=127\.0\.0\.1:(\d+)\n$/.exec(ready)?.[1]),
    process: child,
    end: (signal = 'SIGINT') =>
      new Promise((resolve) => {
        child.once('exit', (code, endedBy) => resolve({ code, signal: endedBy }));
        send(signal);
      }),
  };
}
