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

/** The reader's text of a cell, and whether the course's own text is another one than when the reader began. */
export interface Kept {
  readonly files: Files;
  readonly isCourseChanged: boolean;
}

/**
 * The reader's text of a cell, or null when there is none. Files that the reader did not change are the course's newest.
 * `renamed` leads from old ids to new ones: a text that was kept under an old id is found, and kept under the new one from now on.
 */
export function loadFiles(id: string, course: Files, renamed: Readonly<Record<string, string>> = {}): Kept | null {
  const oldIds = Object.keys(renamed).filter((old) => renamed[old] === id);
  const json = attempt(() => {
    const old = oldIds.find((one) => localStorage.getItem(keyOf(one)) !== null);
    const text = localStorage.getItem(keyOf(id));
    if (text !== null || old === undefined) return text;
    const moved = localStorage.getItem(keyOf(old));
    if (moved !== null) localStorage.setItem(keyOf(id), moved);
    localStorage.removeItem(keyOf(old));
    return moved;
  });
  return keptIn(json ?? 'null', course);
}

/** Keeps the reader's text; a text equal to the course's own is forgotten instead. */
export function saveFiles(id: string, files: Files, course: Files): void {
  const unchanged = Object.entries(course).every(([name, text]) => files[name] === text);
  attempt(() => {
    if (unchanged) localStorage.removeItem(keyOf(id));
    else localStorage.setItem(keyOf(id), JSON.stringify({ files, basis: course } satisfies Saved));
  });
}

/** Calls `listener` when another tab has kept a text of this cell; a text that it put back is the course's own. */
export function onChangeElsewhere(id: string, course: Files, listener: (files: Files) => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === keyOf(id)) listener(keptIn(newValue ?? 'null', course)?.files ?? course);
  });
}

function keptIn(json: string, course: Files): Kept | null {
  const saved = parsed(json);
  if (!isSaved(saved)) return null;
  const isReaders = (name: string): boolean => typeof saved.files[name] === 'string' && saved.files[name] !== saved.basis[name];
  const names = Object.keys(course);
  if (!names.some(isReaders)) return null;
  const files = names.map((name) => [name, (isReaders(name) ? saved.files[name] : course[name]) ?? '']);
  return { files: Object.fromEntries(files), isCourseChanged: names.some((name) => saved.basis[name] !== course[name]) };
}

function keyOf(id: string): string {
  return `${PREFIX}text:${id}`;
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
