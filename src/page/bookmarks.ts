/** Bookmarks: where the reader was in each lesson, kept in the browser. */
import { attempt } from './store.ts';

const KEY = 'inflight:bookmarks';

export interface Bookmark {
  /** The id of the heading that was read last; empty at the top of the lesson. */
  readonly heading: string;
  readonly said: string;
  /** The version of the lesson's text that was read. */
  readonly version: string;
  /** As ISO 8601. */
  readonly at: string;
}

type Bookmarks = Readonly<Record<string, Bookmark>>;

export function bookmarks(): Bookmarks {
  const json = attempt(() => localStorage.getItem(KEY));
  try {
    const data: unknown = JSON.parse(json ?? '{}');
    return Object.fromEntries(Object.entries(data ?? {}).filter((entry): entry is [string, Bookmark] => isBookmark(entry[1])));
  } catch {
    return {};
  }
}

/** Storage is read anew first, so that the bookmarks of other lessons in other tabs stay. */
export function keepBookmark(lesson: string, bookmark: Bookmark): void {
  attempt(() => localStorage.setItem(KEY, JSON.stringify({ ...bookmarks(), [lesson]: bookmark })));
}

/** The lesson that was read last, of those that there are. */
export function lastRead(lessons: readonly string[]): { readonly lesson: string; readonly bookmark: Bookmark } | null {
  const known = Object.entries(bookmarks()).filter(([lesson]) => lessons.includes(lesson));
  const [last] = known.toSorted(([, one], [, other]) => (one.at < other.at ? 1 : -1));
  return last === undefined ? null : { lesson: last[0], bookmark: last[1] };
}

function isBookmark(data: unknown): data is Bookmark {
  const bookmark = data as Partial<Bookmark> | null;
  return [bookmark?.heading, bookmark?.said, bookmark?.version, bookmark?.at].every((value) => typeof value === 'string');
}
