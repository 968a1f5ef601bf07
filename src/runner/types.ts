/** The type check, seen from the page: a worker that is loaded at the first edit and never holds up a run. */
import type { CompileProblem } from '../../sandbox/engine/program.ts';
import { fetchAsset } from './assets.ts';

/** Declarations of the language, Node and the modules that a cell may import, as the build packed them. */
const LIBRARY = 'build/types.json';

export interface TypesRequest {
  readonly id: number;
  readonly files: Readonly<Record<string, string>>;
  /** The text of the type library, with the first request only. */
  readonly library?: string;
}

export interface TypesReply {
  readonly id: number;
  readonly problems: readonly CompileProblem[];
}

let worker: Promise<Worker> | null = null;
let newest = 0;
const waiters = new Map<number, (problems: readonly CompileProblem[]) => void>();

/** Starts the type checker with its library. */
export function warmTypes(): void {
  worker ??= startChecker();
  worker.catch(() => {
    worker = null;
  });
}

/** The type errors of these files. A check that cannot be made (the checker did not load) never answers: types are extra. */
export async function checkTypes(files: Readonly<Record<string, string>>): Promise<readonly CompileProblem[]> {
  warmTypes();
  const checker = await worker;
  newest += 1;
  const id = newest;
  return await new Promise((resolve) => {
    waiters.set(id, resolve);
    checker?.postMessage({ id, files } satisfies TypesRequest);
  });
}

async function startChecker(): Promise<Worker> {
  const started = new Worker(new URL('./types.worker.ts', import.meta.url), { type: 'module' });
  started.onmessage = (event: MessageEvent<TypesReply>) => {
    waiters.get(event.data.id)?.(event.data.problems);
    waiters.delete(event.data.id);
  };
  started.postMessage({ id: 0, files: {}, library: await fetchAsset(LIBRARY) } satisfies TypesRequest);
  return started;
}
