/** The type check, seen from the page: a worker that is loaded at the first edit and never holds up a run. */
import type { CompileProblem } from '../../sandbox/engine/program.ts';

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

let worker: Worker | null = null;
let newest = 0;
const waiters = new Map<number, (problems: readonly CompileProblem[]) => void>();

/** Starts the type checker with its library. */
export function warmTypes(library: () => Promise<string>): void {
  if (worker !== null) return;
  worker = new Worker(new URL('./types.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = (event: MessageEvent<TypesReply>) => {
    waiters.get(event.data.id)?.(event.data.problems);
    waiters.delete(event.data.id);
  };
  const started = worker;
  library().then(
    (text) => started.postMessage({ id: 0, files: {}, library: text } satisfies TypesRequest),
    () => {
      started.terminate();
      worker = null;
    },
  );
}

/** The type errors of these files. A check that cannot be made (the checker did not load) never answers: types are extra. */
export function checkTypes(files: Readonly<Record<string, string>>): Promise<readonly CompileProblem[]> {
  newest += 1;
  const id = newest;
  return new Promise((resolve) => {
    waiters.set(id, resolve);
    worker?.postMessage({ id, files } satisfies TypesRequest);
  });
}
