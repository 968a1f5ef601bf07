/** Home's start: the steps of every lesson, and the way back to where the reader was. */
import { part } from '../views/dom.ts';
import { lastRead } from './bookmarks.ts';
import { startSteps } from './steps.ts';

startSteps();

const titles = JSON.parse(part(document, 'titles').textContent ?? '{}') as Readonly<Record<string, string>>;
const last = lastRead(Object.keys(titles));
const link = document.querySelector<HTMLAnchorElement>('[data-part="go-on"]');
if (last !== null && link !== null) {
  const { lesson, bookmark } = last;
  link.href = `${lesson}/${bookmark.heading === '' ? '' : `#${bookmark.heading}`}`;
  part(link, 'go-on-verb').textContent = 'Go on with';
  const title = titles[lesson] ?? '';
  link.querySelector('b')?.replaceChildren(bookmark.said === '' ? title : `${title}: ${bookmark.said}`);
}
