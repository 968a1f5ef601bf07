/** Our Redis under measurement: a workload as a cell in a worker thread, every event of it recorded. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Scenario } from '../../sandbox/engine/cell.ts';
import type { Program } from '../../sandbox/engine/program.ts';
import type { FromWorker, ToWorker } from '../../sandbox/host/protocol.ts';
import { root } from '../../scripts/root.ts';
import { builtText, compiled } from '../compiled.ts';
import type { WorkloadName } from './cell/workloads.ts';

const CELL = join(root, 'bench', 'redis', 'cell');
/** A million events of 100,000 messages must fit. */
const MEMORY_LIMIT_MB = 4096;
const NO_LIMIT = 1e9;

export interface SimulatedRedis {
  /** Milliseconds of a whole run, in which the client is loaded and connects. */
  run(workload: WorkloadName, count: number): Promise<number>;
  close(): Promise<void>;
}

export async function openSimulatedRedis(): Promise<SimulatedRedis> {
  const programs = await programsOfCell();
  const worker = new Worker(new URL('machine-thread.ts', import.meta.url), {
    stdout: true,
    stderr: true,
    env: { TZ: 'UTC' },
    execArgv: ['--no-warnings'],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
  });
  const ask = (message: ToWorker): void => worker.postMessage(message);
  await heard(worker);
  ask({ kind: 'programs', codes: [builtText('broker-redis.js'), builtText('client-ioredis.js'), ...programs.map(({ code }) => code)] });
  return {
    async run(workload, count) {
      const startedAt = performance.now();
      const plan = {
        scenario: scenarioOf(workload, count),
        programs: programs.map(({ entry, files, imports }) => ({ entry, files, imports })),
        seed: 1,
        hash: false,
        eventCap: NO_LIMIT,
      };
      ask({ kind: 'run', run: 1, stream: false, plan });
      const answer = await heard(worker);
      const elapsedMs = performance.now() - startedAt;
      if (answer.kind !== 'finished') throw new Error(`${workload} was not run: ${JSON.stringify(answer)}`);
      const { ended, processes } = answer.report;
      const isDone = ended.reason === 'quiescent' && processes.every(({ exitCode }) => exitCode === 0);
      if (!isDone) throw new Error(`${workload} with ${count} messages did not come to its end: ${JSON.stringify([ended, processes])}`);
      return elapsedMs;
    },
    async close() {
      await worker.terminate();
    },
  };
}

function scenarioOf(workload: WorkloadName, count: number): Scenario {
  return {
    processes: [{ name: 'bench', file: 'main.ts', env: { WORKLOAD: workload, COUNT: String(count) } }],
    brokers: [{ kind: 'redis' }],
    network: { latencyMs: [0.01, 0.05] },
    faults: [],
    deadlineMs: NO_LIMIT,
    eventBudget: NO_LIMIT,
  };
}

function programsOfCell(): Promise<readonly Program[]> {
  return compiled(Object.fromEntries(['main.ts', 'workloads.ts'].map((file) => [file, readFileSync(join(CELL, file), 'utf8')])), [
    'main.ts',
  ]);
}

function heard(worker: Worker): Promise<FromWorker> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      worker.off('message', onMessage);
      worker.off('error', onError);
      act();
    };
    const onMessage = (message: FromWorker): void => settle(() => resolve(message));
    const onError = (error: Error): void => settle(() => reject(error));
    worker.on('message', onMessage);
    worker.on('error', onError);
  });
}
