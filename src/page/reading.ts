/** Reading: marks the reader's place in the lesson's contents, remembers it, and notes a lesson that was read to its end. */
import { part } from '../views/dom.ts';
import { bookmarks, keepBookmark } from './bookmarks.ts';
import { notice } from './notices.ts';
import { note } from './progress.ts';

/** Who only jumps to the end and away has not read it. */
const READ_AFTER_MS = 1500;
/** A heading counts as read when it is in the upper third of the window. */
const UPPER_THIRD = { rootMargin: '0px 0px -66% 0px' };

export function startReading(): void {
  const lesson = document.querySelector<HTMLElement>('[data-lesson]');
  const { lesson: id, version } = lesson?.dataset ?? {};
  if (lesson === null || id === undefined || version === undefined) return;
  const last = bookmarks()[id];
  if (last !== undefined && last.version !== version)
    notice('This lesson was changed since you read it last. Your texts and your progress are kept.');
  followHeadings(lesson, (heading, said) => keepBookmark(id, { heading, said, version, at: new Date().toISOString() }));
  noteEnd(part(lesson, 'end'), id);
}

function followHeadings(lesson: HTMLElement, tell: (heading: string, said: string) => void): void {
  const contents = part<HTMLDetailsElement>(lesson, 'contents');
  const links = [...contents.querySelectorAll('a')];
  const headings = [...lesson.querySelectorAll<HTMLElement>('h2[id]')];
  const isWide = matchMedia('(min-width: 72rem)');
  const fold = (): void => {
    contents.open = isWide.matches;
  };
  isWide.addEventListener('change', fold);
  fold();
  const look = (): void => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.34);
    const here = passed.at(-1);
    for (const link of links) {
      if (here !== undefined && link.hash === `#${here.id}`) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
    tell(here?.id ?? '', here?.textContent ?? '');
  };
  const observer = new IntersectionObserver(look, UPPER_THIRD);
  for (const heading of headings) observer.observe(heading);
  look();
}

function noteEnd(end: HTMLElement, id: string): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  new IntersectionObserver(([entry], observer) => {
    clearTimeout(timer);
    if (entry?.isIntersecting !== true) return;
    timer = setTimeout(() => {
      note({ kind: 'read', id });
      observer.disconnect();
    }, READ_AFTER_MS);
  }).observe(end);
}
