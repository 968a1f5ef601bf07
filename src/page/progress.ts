/** The progress: which steps of the course the reader has done, kept in the browser and shared by all tabs. */
import { renamed } from '../../content/renamed.ts';
import { attempt } from './store.ts';

const KEY = 'inflight:progress';

/** What counts: a cell was run, a prediction answered, an exercise passed, a lesson read to its end. `id` is that of the content. */
export type Note =
  | { readonly kind: 'ran' | 'passed' | 'read'; readonly id: string }
  | { readonly kind: 'answered'; readonly id: string; readonly right: boolean };

export type StepKey = `${Note['kind']}:${string}`;

export interface StepDone {
  /** When it was done last, as ISO 8601. */
  readonly at: string;
  /** Of an answered prediction. */
  readonly right?: boolean;
}

export type Progress = Readonly<Record<StepKey, StepDone>>;

const listeners = new Set<(progress: Progress) => void>();

/** Notes a step; storage is read anew first, so that what another tab noted stays. */
export function note(step: Note): void {
  const right = step.kind === 'answered' ? { right: step.right } : {};
  replaceProgress({ ...progressOf(), [keyOf(step)]: { at: new Date().toISOString(), ...right } });
}

export function progressOf(): Progress {
  return progressIn(attempt(() => localStorage.getItem(KEY)) ?? '{}') ?? {};
}

/** Puts another progress in the place of all that there is: for import, reset and their undoing. */
export function replaceProgress(progress: Progress): void {
  attempt(() => localStorage.setItem(KEY, JSON.stringify(progress)));
  for (const listener of listeners) listener(progress);
}

/** `listener` is called after each change, in this tab or another one. */
export function onProgress(listener: (progress: Progress) => void): void {
  if (listeners.size === 0) {
    addEventListener('storage', ({ key }) => {
      if (key === KEY || key === null) for (const each of listeners) each(progressOf());
    });
  }
  listeners.add(listener);
}

export function keyOf({ kind, id }: Pick<Note, 'kind' | 'id'>): StepKey {
  return `${kind}:${id}`;
}

/** Both progresses together; what was done in both counts as done when it was done last. */
export function together(one: Progress, other: Progress): Progress {
  const newer = Object.entries(other).filter(([key, step]) => step.at > (one[key as StepKey]?.at ?? ''));
  return { ...one, ...Object.fromEntries(newer) };
}

/** The progress in a text, under the ids of today; null when the text is not one. */
export function progressIn(json: string): Progress | null {
  const data = parsed(json);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  const entries = Object.entries(data);
  return entries.every(isEntry) ? Object.fromEntries(entries.map(([key, step]) => [keyToday(key as StepKey), step])) : null;
}

const renamedOf = { ran: renamed.cells, answered: renamed.predictions, passed: renamed.exercises, read: renamed.lessons } as const;

function keyToday(key: StepKey): StepKey {
  const [kind, id] = key.split(':') as [Note['kind'], string];
  return keyOf({ kind, id: renamedOf[kind][id] ?? id });
}

function isEntry(entry: [string, unknown]): entry is [StepKey, StepDone] {
  const [key, value] = entry;
  const step = value as Partial<StepDone> | null;
  return (
    /^(ran|answered|passed|read):[\w-]+$/.test(key) &&
    typeof step === 'object' &&
    typeof step?.at === 'string' &&
    (step.right === undefined || typeof step.right === 'boolean')
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
