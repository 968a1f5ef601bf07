/** Runs compiled programs in the test's own realm, and the same source without markers, and tells what could be observed. */
import { compileFunction } from 'node:vm';
import type { CellSource } from '../../../sandbox/compiler/compile.ts';
import { compile } from '../../../sandbox/compiler/compile.ts';
import type { Meter, Program, Runtime } from '../../../sandbox/engine/program.ts';
import { INJECTED_GLOBALS } from '../../../sandbox/engine/program.ts';
import { esbuild } from './esbuild.ts';

export interface Observed {
  /** What was logged, each with the number of microtask turns so far. */
  readonly logged: readonly string[];
  readonly threw: string | null;
  /** Microtask turns of nobody in which the meter still named a line. */
  readonly strayTurns: number;
}

export interface Loaded {
  readonly main: () => Promise<void>;
  readonly meter: Meter;
}

export interface World {
  readonly globals?: Readonly<Record<string, unknown>>;
  readonly modules?: Readonly<Record<string, unknown>>;
  readonly fuel?: number;
  readonly outOfFuel?: () => void;
}

/** Compiles one file, or throws with what the compiler said. */
export async function compileOne(text: string, more: Partial<CellSource> = {}): Promise<Program> {
  const compiled = await compile(esbuild, { files: { 'worker.ts': text }, entries: ['worker.ts'], modules: {}, ...more });
  if (!compiled.ok)
    throw new Error(compiled.problems.map((problem) => `${problem.file}:${problem.line}:${problem.column} ${problem.said}`).join('\n'));
  const [program] = compiled.programs;
  if (program === undefined) throw new Error('No program.');
  return program;
}

/** Evaluates the script and its factory; the body has not run yet. */
export function load(program: Program, world: World = {}): Loaded {
  let meter: Meter | undefined;
  const runtime: Runtime = {
    meter: (given) => {
      meter = given;
      given.grant(world.fuel ?? 1_000_000);
    },
    outOfFuel:
      world.outOfFuel ??
      (() => {
        throw new Error('out of fuel');
      }),
    require: (name) => world.modules?.[name],
    importDynamic: (specifier) => Promise.reject(new Error(`cannot import ${String(specifier)}`)),
  };
  const globals = INJECTED_GLOBALS.map((name) => world.globals?.[name] ?? (globalThis as Record<string, unknown>)[name]);
  let main: (() => Promise<void>) | undefined;
  const registry = {
    cell: (_key: string, factory: (...values: unknown[]) => () => Promise<void>) => {
      main = factory(runtime, ...globals);
    },
  };
  compileFunction(program.code, ['$inflight'])(registry);
  if (main === undefined || meter === undefined) throw new Error('The script registered nothing.');
  return { main, meter };
}

/** The source with markers. */
export async function observe(text: string): Promise<Observed> {
  const program = await compileOne(text);
  let loaded: Loaded | undefined;
  const run = (log: Log): Promise<void> => {
    loaded = load(program, { globals: { console: { log } } });
    return loaded.main();
  };
  return await watched(run, () => loaded?.meter.position() ?? 0);
}

/** The same source, only its types stripped. */
export async function observePlain(text: string): Promise<Observed> {
  const { code } = await esbuild.transform(`${text}\nexport {};`, { loader: 'ts', format: 'esm', target: 'es2024' });
  const body = new Function('console', `'use strict'; return async () => {${code.replace('export {};', '')}\n};`) as (
    console: object,
  ) => () => Promise<void>;
  return await watched(
    (log) => body({ log })(),
    () => 0,
  );
}

type Log = (...values: unknown[]) => void;

async function watched(run: (log: Log) => Promise<void>, position: () => number): Promise<Observed> {
  const logged: string[] = [];
  let turns = 0;
  let strayTurns = 0;
  let done = false;
  const count = (): void => {
    turns += 1;
    if (position() !== 0) strayTurns += 1;
    if (!done) queueMicrotask(count);
  };
  queueMicrotask(count);
  const log: Log = (...values) => {
    logged.push(`${turns}: ${values.map(shown).join(' ')}`);
  };
  let threw: string | null = null;
  try {
    await run(log);
  } catch (error) {
    threw = `${turns}: ${shown(error)}`;
  }
  log('end');
  for (let turn = 0; turn < 300; turn += 1) await null;
  done = true;
  return { logged: [...logged], threw, strayTurns };
}

function shown(value: unknown): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}
