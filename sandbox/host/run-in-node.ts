/** Runs in Node: the machine in a worker thread of its own, with a watchdog outside it. */
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { plainScenario, type Scenario } from '../engine/cell.ts';
import type { Program } from '../engine/program.ts';
import type { RunReport } from '../engine/report.ts';
import type { Level } from '../trace/event.ts';
import { EVENT_CAP, type FromWorker, type ToWorker } from './protocol.ts';

const BUILD = new URL('../../.inflight/build/', import.meta.url);
/** A run that the step meter cannot see, such as one long regular expression, is ended after so long in real time. */
const WATCHDOG_MS = 20_000;
const MEMORY_LIMIT_MB = 1024;

export interface NodeRun {
  readonly scenario: Scenario;
  readonly seed: number;
  /** Defaults to true. */
  readonly hash?: boolean;
  /** See `MachinePlan`. */
  readonly levels?: readonly Level[];
  readonly reuseClients?: boolean;
  readonly eventCap?: number;
}

export interface NodeMachine {
  /** Loads the programs of a cell; those of the same entry name are replaced. Clients are loaded as needed, and brokers with the runs. */
  load(programs: readonly Program[]): Promise<void>;
  /** One run, after those asked for before. Rejects only for a fault of our own. */
  run(run: NodeRun): Promise<RunReport>;
  close(): Promise<void>;
}

/** Opens a machine. `.inflight/build` must be there: see scripts/build-sandbox.ts. */
export async function openNodeMachine(options: { watchdogMs?: number } = {}): Promise<NodeMachine> {
  const watchdogMs = options.watchdogMs ?? WATCHDOG_MS;
  let programs: readonly Program[] = [];
  let thread = await Thread.start();
  let lastRun = Promise.resolve<unknown>(undefined);

  const runNow = async (run: NodeRun): Promise<RunReport> => {
    if (thread.isGone) {
      thread = await Thread.start();
      await thread.load(programs);
    }
    return thread.run(run, programs, watchdogMs);
  };

  return {
    async load(loaded) {
      await lastRun.catch(() => {});
      programs = loaded;
      if (thread.isGone) thread = await Thread.start();
      await thread.load(programs);
    },
    run(run) {
      const result = lastRun.catch(() => {}).then(() => runNow(run));
      lastRun = result;
      return result;
    },
    close: () => thread.end(),
  };
}

/** The run that goes on, and whom to tell about it. */
interface Waiting {
  readonly run: NodeRun;
  readonly settle: (report: RunReport) => void;
  readonly fail: (error: Error) => void;
}

class Thread {
  isGone = false;
  readonly #worker: Worker;
  /** Files of bundles that it has. */
  readonly #libraries = new Set<string>();
  #runCount = 0;
  #waiting: Waiting | null = null;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (message: FromWorker) => this.#receive(message));
    worker.on('error', (error: Error & { code?: string }) => this.#broke(error));
    worker.on('exit', () => this.#broke(new Error('The worker thread ended.')));
  }

  static async start(): Promise<Thread> {
    const worker = new Worker(new URL('node-worker.js', BUILD), {
      stdout: true,
      stderr: true,
      env: { TZ: 'UTC' },
      execArgv: ['--no-warnings'],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
    });
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
    });
    return new Thread(worker);
  }

  async load(programs: readonly Program[]): Promise<void> {
    const names = new Set(programs.flatMap(({ imports }) => imports).map((name) => name.replace(/^node:/, '')));
    const clients = (await clientNames()).filter((name) => names.has(name)).map((name) => `client-${name}.js`);
    this.#post({ kind: 'programs', codes: [...(await this.#missing(clients)), ...programs.map(({ code }) => code)] });
  }

  async run(run: NodeRun, programs: readonly Program[], watchdogMs: number): Promise<RunReport> {
    const brokers = await this.#missing(run.scenario.brokers.map(({ kind }) => `broker-${kind}.js`));
    if (brokers.length > 0) this.#post({ kind: 'programs', codes: brokers });
    const plan = {
      scenario: plainScenario(run.scenario),
      seed: run.seed,
      hash: run.hash ?? true,
      eventCap: run.eventCap ?? EVENT_CAP,
      programs: programs.map(({ entry, files, imports }) => ({ entry, files, imports })),
      ...(run.levels === undefined ? {} : { levels: run.levels }),
      ...(run.reuseClients === undefined ? {} : { reuseClients: run.reuseClients }),
    };
    this.#runCount += 1;
    const report = new Promise<RunReport>((settle, fail) => {
      this.#waiting = { run, settle, fail };
    });
    const watchdog = setTimeout(() => this.#bark(watchdogMs), watchdogMs);
    this.#post({ kind: 'run', run: this.#runCount, plan, stream: false });
    return await report.finally(() => clearTimeout(watchdog));
  }

  /** The text of those files that it does not have yet. */
  #missing(files: readonly string[]): Promise<readonly string[]> {
    const missing = [...new Set(files)].filter((file) => !this.#libraries.has(file));
    for (const file of missing) this.#libraries.add(file);
    return Promise.all(missing.map((file) => readFile(new URL(file, BUILD), 'utf8')));
  }

  async end(): Promise<void> {
    this.isGone = true;
    await this.#worker.terminate();
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #receive(message: FromWorker): void {
    if (message.kind === 'finished') {
      // A realm whose built-ins were changed is spoilt for every later run.
      if (message.report.ended.reason === 'tampered') void this.end();
      this.#take()?.settle(message.report);
    }
    if (message.kind === 'failed') this.#take()?.fail(new Error(message.said));
  }

  #broke(error: Error & { code?: string }): void {
    this.isGone = true;
    const waiting = this.#take();
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      waiting?.settle(endedByWatchdog(waiting.run.seed, `The program used more than ${MEMORY_LIMIT_MB} MB of memory and was ended.`));
    } else waiting?.fail(error);
  }

  #bark(watchdogMs: number): void {
    const waiting = this.#take();
    void this.end();
    const said = `The run did not come to an end within ${watchdogMs / 1000} s of real time and was ended.`;
    waiting?.settle(endedByWatchdog(waiting.run.seed, said));
  }

  #take(): Waiting | null {
    const waiting = this.#waiting;
    this.#waiting = null;
    return waiting;
  }
}

function endedByWatchdog(seed: number, said: string): RunReport {
  return { seed, ended: { reason: 'watchdog', said }, virtualMicros: 0, events: [], traceHash: '', processes: [] };
}

let known: Promise<readonly string[]> | null = null;

/** Names of the client bundles that were built. */
function clientNames(): Promise<readonly string[]> {
  known ??= readFile(new URL('manifest.json', BUILD), 'utf8').then((text) =>
    Object.keys(JSON.parse(text) as Record<string, unknown>).flatMap((file) => /^client-(.+)\.js$/.exec(file)?.[1] ?? []),
  );
  return known;
}
