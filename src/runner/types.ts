/** TypeScript, seen from the page: a worker that is loaded at the first edit and never holds up a run. */
import type { CallHint, Caret, Completion, Explanation } from '../../sandbox/compiler/type-hints.ts';
import type { CompileProblem } from '../../sandbox/engine/program.ts';
import { fetchAsset } from './assets.ts';
import workerAddress from './types.worker.ts?worker&url';

/** Declarations of the language, Node and the modules that a cell may import, as the build packed them. */
const LIBRARY = 'build/types.json';

/** What each kind of question is answered with. */
export interface TypesAnswers {
  readonly problems: readonly CompileProblem[];
  readonly completions: readonly Completion[];
  readonly completion: Explanation | null;
  readonly explanation: Explanation | null;
  readonly call: CallHint | null;
}

export type TypesQuestion =
  | { readonly kind: 'problems' }
  | ({ readonly kind: 'completion'; readonly name: string } & Caret)
  | ({ readonly kind: 'completions' | 'explanation' | 'call' } & Caret);

type Files = Readonly<Record<string, string>>;

export type TypesRequest =
  | { readonly kind: 'library'; readonly library: string }
  | { readonly kind: 'question'; readonly id: number; readonly files: Files; readonly question: TypesQuestion };

export interface TypesReply {
  readonly id: number;
  readonly answer: unknown;
}

let worker: Promise<Worker> | null = null;
let newest = 0;
const waiters = new Map<number, (answer: unknown) => void>();

/** Starts the type checker with its library. */
export function warmTypes(): void {
  worker ??= startChecker();
  worker.catch(() => {
    worker = null;
  });
}

/** The type errors of these files. A check that cannot be made (the checker did not load) never answers: types are extra. */
export async function checkTypes(files: Files): Promise<readonly CompileProblem[]> {
  return (await askTypes(files, { kind: 'problems' })) ?? (await new Promise<never>(() => {}));
}

/** Asks TypeScript about these files; null when it could not be loaded. */
export async function askTypes<Q extends TypesQuestion>(files: Files, question: Q): Promise<TypesAnswers[Q['kind']] | null> {
  warmTypes();
  const checker = await worker?.catch(() => null);
  if (checker === null) return null;
  newest += 1;
  const id = newest;
  const answer = new Promise((resolve) => waiters.set(id, resolve));
  checker?.postMessage({ kind: 'question', id, files, question } satisfies TypesRequest);
  return (await answer) as TypesAnswers[Q['kind']];
}

async function startChecker(): Promise<Worker> {
  const started = new Worker(workerAddress, { type: 'module' });
  started.onmessage = (event: MessageEvent<TypesReply>) => {
    waiters.get(event.data.id)?.(event.data.answer);
    waiters.delete(event.data.id);
  };
  started.postMessage({ kind: 'library', library: await fetchAsset(LIBRARY) } satisfies TypesRequest);
  return started;
}
