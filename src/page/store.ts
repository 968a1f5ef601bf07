/** The store: the reader's texts, kept in the browser. Storage that is blocked or broken is said once and breaks nothing. */

const PREFIX = 'inflight:';

export type Files = Readonly<Record<string, string>>;

interface Saved {
  readonly files: Files;
  /** What the course's own text was when the reader began to change it. */
  readonly basis: Files;
}

let onBroken: (said: string) => void = () => {};
let broken = false;

/** `listener` is told, once, when texts cannot be kept. */
export function onBrokenStorage(listener: (said: string) => void): void {
  onBroken = listener;
}

/** The reader's text of a cell, or null when there is none or the set of files is another one by now. */
export function loadFiles(id: string, course: Files): Saved | null {
  const saved = parsed(attempt(() => localStorage.getItem(`${PREFIX}text:${id}`)) ?? 'null');
  if (!isSaved(saved)) return null;
  const names = Object.keys(course);
  const same = names.length === Object.keys(saved.files).length && names.every((name) => typeof saved.files[name] === 'string');
  return same ? saved : null;
}

/** Keeps the reader's text; a text equal to the course's own is forgotten instead. */
export function saveFiles(id: string, files: Files, course: Files): void {
  const unchanged = Object.entries(course).every(([name, text]) => files[name] === text);
  attempt(() => {
    if (unchanged) localStorage.removeItem(`${PREFIX}text:${id}`);
    else localStorage.setItem(`${PREFIX}text:${id}`, JSON.stringify({ files, basis: course } satisfies Saved));
  });
}

/** Notes in this tab that a run goes on, so that a crash of the tab is noticed after a reload. */
export function noteRunning(title: string | null): void {
  attempt(() => {
    if (title === null) sessionStorage.removeItem(`${PREFIX}running`);
    else sessionStorage.setItem(`${PREFIX}running`, title);
  });
}

/** The title of the run that was going on when this tab was reloaded or crashed, told once. */
export function takeInterrupted(): string | null {
  const title = attempt(() => sessionStorage.getItem(`${PREFIX}running`)) ?? null;
  if (title !== null) noteRunning(null);
  return title;
}

/** What is no JSON was not written by this page, and counts as nothing. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function isSaved(data: unknown): data is Saved {
  const saved = data as Partial<Saved> | null | undefined;
  return typeof saved?.files === 'object' && saved.files !== null && typeof saved.basis === 'object' && saved.basis !== null;
}

/** Does something with storage; what a blocked or full one throws is said once, and the answer is undefined. */
export function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    if (!broken)
      onBroken('This browser does not keep your texts: its storage is blocked or full. Everything works, but a reload loses your changes.');
    broken = true;
    return undefined;
  }
}
