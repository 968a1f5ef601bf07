/** The sweep's rows: one run of the exercise inside a sweep, and starting the worker with its libraries, against an empty worker. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import type { Program } from '../sandbox/engine/program.ts';
import { EVENT_CAP, PROTOCOL_VERSION, type RunPlan } from '../sandbox/host/protocol.ts';
import { type LoadedExercise, loadExercise } from '../scripts/inflight/load-exercise.ts';
import { root } from '../scripts/root.ts';
import { builtText, compiled } from './compiled.ts';
import { interleave, type Subject } from './measure.ts';
import { type Row, ratioRow } from './row.ts';

const EXERCISE = 'content/lessons/machine/exercises/charge-once';
const RUN_LIMIT = 0.2;
const START_LIMIT = 4;
const REPETITIONS = 15;
const WARM_UPS = 3;
/** Runs that one sample averages over. */
const RUNS = 20;
/** As the judge's worker asks (src/runner/judge.worker.ts). */
const RUNS_IN_HAND = 2;
/** As the page starts sandboxes for it (src/runner/judging.ts). */
const MOST_SANDBOXES = 3;

interface SweepInPage {
  empty(): Promise<number>;
  start(): Promise<number>;
  run(firstSeed: number, workerCount: number): Promise<number>;
}

export async function sweepRows(browser: Browser, url: string): Promise<Row[]> {
  const loaded = await loadExercise(join(root, EXERCISE));
  if (!loaded.ok) throw new Error('The exercise cannot be loaded.');
  const programs = await programsOf(loaded.value);
  const page = await browser.newPage();
  await page.goto(`${url}machine/`);
  await page.evaluate(installSweep, {
    version: PROTOCOL_VERSION,
    machine: builtText('browser-worker.js'),
    libraries: librariesOf(loaded.value, programs).map((name) => ({ name, text: builtText(name) })),
    codes: programs.map(({ code }) => code),
    plan: planOf(loaded.value, programs),
    runs: RUNS,
    runsInHand: RUNS_IN_HAND,
    mostSandboxes: MOST_SANDBOXES,
  });
  let seed = 1;
  const run = (workerCount: number): Promise<number> => {
    seed += RUNS;
    return page.evaluate(([first, count]) => (globalThis as unknown as { sweep: SweepInPage }).sweep.run(first, count), [
      seed,
      workerCount,
    ] as const);
  };
  const act = (name: 'start' | 'empty') => page.evaluate((which) => (globalThis as unknown as { sweep: SweepInPage }).sweep[which](), name);
  const subjects: Subject[] = [
    { name: 'one run, in one worker', unit: 'ms', sample: () => run(1) },
    { name: 'one run, in as many workers as the judge takes', unit: 'ms', sample: () => run(MOST_SANDBOXES) },
    { name: 'starting the worker with its libraries', unit: 'ms', sample: () => act('start') },
    { name: "empty blob worker's first message", unit: 'ms', sample: () => act('empty') },
  ];
  const [runs, sharedRuns, starts, empties] = await interleave(subjects, REPETITIONS, WARM_UPS);
  await page.close();
  if (runs === undefined || sharedRuns === undefined || starts === undefined || empties === undefined)
    throw new Error('Nothing was measured.');
  return [
    ratioRow('run inside a sweep, one worker', RUN_LIMIT, runs, empties),
    ratioRow('run inside a sweep, as the judge sweeps', RUN_LIMIT, sharedRuns, empties),
    ratioRow('starting a worker with its libraries', START_LIMIT, starts, empties),
  ];
}

function programsOf({ exercise, files, solution }: LoadedExercise): Promise<readonly Program[]> {
  return compiled({ ...files, ...solution }, [...new Set(exercise.processes.map(({ file }) => file))]);
}

/** As the judge's worker asks for a trial. */
function planOf({ exercise }: LoadedExercise, programs: readonly Program[]): Omit<RunPlan, 'seed'> {
  const { processes, brokers, network, faults, deadlineMs, eventBudget } = exercise;
  return {
    scenario: { processes, brokers, network, faults, deadlineMs, eventBudget },
    programs: programs.map(({ entry, files, imports }) => ({ entry, files, imports })),
    hash: false,
    eventCap: EVENT_CAP,
    levels: ['story'],
    reuseClients: true,
  };
}

/** As the page finds them (src/runner/assets.ts). */
function librariesOf({ exercise }: LoadedExercise, programs: readonly Program[]): string[] {
  const built = readdirSync(join(root, '.inflight', 'build'));
  const clients = programs.flatMap(({ imports }) => imports).map((name) => `client-${name}.js`);
  const brokers = exercise.brokers.map(({ kind }) => `broker-${kind}.js`);
  return [...new Set([...brokers, ...clients])].filter((name) => built.includes(name));
}

interface SweepParts {
  readonly version: number;
  readonly machine: string;
  readonly libraries: readonly { name: string; text: string }[];
  readonly codes: readonly string[];
  readonly plan: Omit<RunPlan, 'seed'>;
  readonly runs: number;
  readonly runsInHand: number;
  readonly mostSandboxes: number;
}

/** Runs in the page: opens the sandbox's frame as the site does and leaves behind what is measured. */
async function installSweep({ version, machine, libraries, codes, plan, runs, runsInHand, mostSandboxes }: SweepParts): Promise<void> {
  interface Said {
    readonly kind: string;
    readonly worker?: number;
    readonly message?: { kind: string };
  }
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.style.cssText = 'position:fixed;left:0;top:0;width:2px;height:2px;border:0;opacity:0.01';
  frame.src = `../runner.html?v=${version}`;
  const heard = (wanted: (said: Said) => boolean) =>
    new Promise<void>((done) => {
      const listen = ({ source, data }: MessageEvent<{ body: Said }>) => {
        if (source !== frame.contentWindow || !wanted(data.body)) return;
        removeEventListener('message', listen);
        done();
      };
      addEventListener('message', listen);
    });
  const post = (body: unknown, ports: readonly MessagePort[] = []) =>
    frame.contentWindow?.postMessage({ inflight: version, body }, '*', [...ports]);
  const ready = heard(({ kind }) => kind === 'ready');
  document.body.append(frame);
  await ready;
  post({ kind: 'keep', name: 'machine', text: machine });
  for (const { name, text } of libraries) post({ kind: 'keep', name, text });

  let newest = 1000;
  const startWorker = async (): Promise<number> => {
    newest += 1;
    const number = newest;
    const started = heard(({ kind, worker, message }) => kind === 'said' && worker === number && message?.kind === 'ready');
    post({ kind: 'start', worker: number, entry: 'machine', libraries: libraries.map(({ name }) => name) });
    await started;
    return number;
  };

  const join = async (): Promise<MessagePort> => {
    const sweeper = await startWorker();
    const { port1, port2 } = new MessageChannel();
    post({ kind: 'post', worker: sweeper, message: { kind: 'programs', codes } });
    post({ kind: 'post', worker: sweeper, message: { kind: 'listen' } }, [port1]);
    return port2;
  };
  const ports = await Promise.all(Array.from({ length: Math.min(mostSandboxes, navigator.hardwareConcurrency) }, join));
  // As the judge does: the next runs are asked for before the last one has come back.
  const runAll = (firstSeed: number, workerCount: number) =>
    new Promise<void>((done, fail) => {
      let asked = 0;
      let finished = 0;
      const ask = (port: MessagePort) => {
        if (asked === runs) return;
        const seed = firstSeed + asked;
        asked += 1;
        port.postMessage({ kind: 'run', run: seed, plan: { ...plan, seed }, stream: false });
      };
      for (const port of ports.slice(0, workerCount)) {
        port.onmessage = ({ data }: MessageEvent<{ kind: string; said?: string; report?: { ended: { reason: string } } }>) => {
          if (data.kind !== 'finished' || data.report?.ended.reason !== 'quiescent')
            return fail(new Error(`A run of the sweep did not go well: ${JSON.stringify(data.said ?? data.report?.ended)}`));
          finished += 1;
          ask(port);
          if (finished === runs) done();
        };
        for (let inHand = 0; inHand < runsInHand; inHand += 1) ask(port);
      }
    });
  const timed = async (act: () => Promise<unknown>): Promise<number> => {
    await new Promise((done) => setTimeout(done, 50));
    const startedAt = performance.now();
    await act();
    return performance.now() - startedAt;
  };
  const firstMessage = (worker: Worker) =>
    new Promise<void>((done) => {
      worker.onmessage = () => done();
    }).then(() => worker.terminate());

  const sweep: SweepInPage = {
    empty: () => timed(() => firstMessage(new Worker(URL.createObjectURL(new Blob(['postMessage(0)']))))),
    start: async () => {
      const took = await timed(startWorker);
      post({ kind: 'end', worker: newest });
      return took;
    },
    run: async (firstSeed, workerCount) => {
      const took = await timed(() => runAll(firstSeed, workerCount));
      return took / runs;
    },
  };
  Object.assign(globalThis, { sweep });
}
