/** A reader's hands at home: a project as /at-home/ says, one terminal for each process, and the faults. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Fault, Scenario } from '../../sandbox/engine/cell.ts';
import { openRedis } from '../../sandbox/host/real/real-redis.ts';
import type { RealServer } from '../../sandbox/host/real/real-server.ts';
import { root } from '../../scripts/root.ts';
import { type HomeStart, homeStarts } from '../../src/course/at-home.ts';
import { later } from '../contracts/target.ts';

export type Lines = Readonly<Record<string, readonly string[]>>;
type Counted = 'console' | 'effect';

const PATIENCE_MS = 20_000;
/** So long after the last line that was wanted one more would be seen. */
const GRACE_MS = 300;
/** Node and ioredis are there by then. */
const STARTUP_MS = 2000;

/** What each process prints, until all that is wanted has come. Throws a RealError when there is no Redis here. */
export async function atHome(scenario: Scenario, files: Readonly<Record<string, string>>, wanted: Lines): Promise<Lines> {
  const server = await openRedis();
  const folder = project(files, server.port);
  const evening = new Evening(scenario, folder, server);
  try {
    evening.begin();
    const endMs = performance.now() + PATIENCE_MS;
    const isDone = () => Object.entries(wanted).every(([process, lines]) => (evening.told[process]?.length ?? 0) >= lines.length);
    while (!isDone() && performance.now() < endMs) await later(50);
    await later(GRACE_MS);
    return evening.told;
  } finally {
    evening.end();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Redis is at another port than at home, since other tests have theirs there. And Node takes as long to start as a busy machine likes,
 * so each process is started early and held until its time.
 */
function project(files: Readonly<Record<string, string>>, port: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'inflight-home-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  cpSync(join(root, 'content', 'at-home', 'course'), join(folder, 'course'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', imports: { '#course/*': './course/*.ts' } }));
  const mapPorts = join(root, 'sandbox', 'host', 'real', 'map-ports.ts');
  const before = [
    `import { setTimeout as sleep } from 'node:timers/promises';`,
    `import { mapPorts } from ${JSON.stringify(mapPorts)};`,
    `import 'ioredis';`,
    `mapPorts({ 6379: ${port} });`,
    `await sleep(Math.max(0, process.env.BEGINS_AT - Date.now()));`,
  ];
  writeFileSync(join(folder, 'before.mjs'), before.join('\n'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

class Evening {
  readonly told: Record<string, string[]> = {};
  readonly #scenario: Scenario;
  readonly #folder: string;
  readonly #server: RealServer;
  readonly #running = new Map<string, ChildProcess>();
  readonly #counts = new Map<Fault, number>();
  #isOver = false;

  constructor(scenario: Scenario, folder: string, server: RealServer) {
    this.#scenario = scenario;
    this.#folder = folder;
    this.#server = server;
    for (const { name } of scenario.processes) this.told[name] = [];
  }

  begin(): void {
    const firstAt = Date.now() + STARTUP_MS;
    for (const start of homeStarts(this.#scenario)) {
      if (start.afterMs === null)
        throw new Error(`When nothing happens any more is not known here: ${start.process} cannot be started then.`);
      this.#start(start, firstAt + start.afterMs);
    }
    for (const fault of this.#scenario.faults) {
      if ('atMs' in fault.when) this.#after(STARTUP_MS + fault.when.atMs, () => this.#strike(fault));
    }
  }

  end(): void {
    this.#isOver = true;
    for (const process of this.#running.keys()) this.#kill(process);
  }

  #start(start: HomeStart, beginsAt: number): void {
    const child = spawn('sh', ['-c', start.command], {
      cwd: this.#folder,
      env: {
        PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env['PATH']}`,
        NODE_OPTIONS: '--import ./before.mjs',
        BEGINS_AT: `${beginsAt}`,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.#running.set(start.process, child);
    this.#listen(child.stdout, (line) => {
      this.told[start.process]?.push(line);
      this.#count('console', start);
    });
    this.#listen(child.stderr, (line) => {
      if (line.startsWith('outside: ')) this.#count('effect', start);
      else this.told[start.process]?.push(line);
    });
  }

  #listen(output: Readable, hear: (line: string) => void): void {
    createInterface({ input: output }).on('line', (line) => this.#isOver || hear(line));
  }

  #count(kind: Counted, { process }: HomeStart): void {
    for (const fault of this.#scenario.faults) {
      const { when } = fault;
      if ('atMs' in when || when.on !== kind || (when.process !== undefined && when.process !== process)) continue;
      const count = (this.#counts.get(fault) ?? 0) + 1;
      this.#counts.set(fault, count);
      if (count === (when.nth ?? 1)) this.#after(when.afterMs ?? 0, () => this.#strike(fault));
    }
  }

  #strike(fault: Fault): void {
    if (fault.kind === 'restartBroker') {
      void this.#server.restart?.(fault.downForMs);
      return;
    }
    if (fault.kind !== 'crash') throw new Error(`Nobody can make a ${fault.kind} by hand: such a cell needs a real: 'skipped: …'.`);
    this.#kill(fault.process);
    const start = homeStarts(this.#scenario).find(({ process }) => process === fault.process);
    if (fault.restartAfterMs !== undefined && start !== undefined) this.#start(start, Date.now() + fault.restartAfterMs);
  }

  /** The shell and the Node that it started. */
  #kill(name: string): void {
    const child = this.#running.get(name);
    this.#running.delete(name);
    if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
  }

  #after(delayMs: number, deed: () => void): void {
    if (delayMs === 0) deed();
    else setTimeout(() => this.#isOver || deed(), delayMs);
  }
}
