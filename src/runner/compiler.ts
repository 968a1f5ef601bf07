/** The compiler, seen from the page: a worker of the site's own that is started when somebody is about to edit. */
import type { Compiled } from '../../sandbox/engine/program.ts';
import { fetchAsset } from './assets.ts';
import workerAddress from './compiler.worker.ts?worker&url';

/** Export names of the modules that a cell may import, as the sandbox build wrote them. */
const MODULES = 'build/modules.json';

export interface CompileRequest {
  readonly id: number;
  readonly files: Readonly<Record<string, string>>;
  readonly entries: readonly string[];
  /** JSON: from each module that may be imported to the names that it exports. */
  readonly modules: string;
}

export type CompilerReply =
  | { readonly kind: 'compiled'; readonly id: number; readonly compiled: Compiled }
  | { readonly kind: 'failed'; readonly id: number; readonly said: string };

interface Waiter {
  resolve(compiled: Compiled): void;
  reject(error: Error): void;
}

let worker: Worker | null = null;
let newest = 0;
const waiters = new Map<number, Waiter>();

/** Starts the compiler, so that the first compile does not have to wait for it. */
export function warmCompiler(): Worker {
  fetchAsset(MODULES).catch(() => {});
  worker ??= startCompiler();
  return worker;
}

/** Compiles the entry files with all local files that they reach. */
export async function compileFiles(files: Readonly<Record<string, string>>, entries: readonly string[]): Promise<Compiled> {
  const compiler = warmCompiler();
  const modules = await fetchAsset(MODULES);
  newest += 1;
  const id = newest;
  return await new Promise((resolve, reject) => {
    waiters.set(id, { resolve, reject });
    compiler.postMessage({ id, files, entries, modules } satisfies CompileRequest);
  });
}

function startCompiler(): Worker {
  const started = new Worker(workerAddress, { type: 'module' });
  started.onmessage = (event: MessageEvent<CompilerReply>) => {
    const reply = event.data;
    const waiter = waiters.get(reply.id);
    waiters.delete(reply.id);
    if (reply.kind === 'compiled') waiter?.resolve(reply.compiled);
    else waiter?.reject(new Error(reply.said));
  };
  started.onerror = (event) => {
    worker = null;
    for (const waiter of waiters.values())
      waiter.reject(new Error(`The compiler could not be loaded: ${event.message || 'check the connection and run again.'}`));
    waiters.clear();
  };
  return started;
}
