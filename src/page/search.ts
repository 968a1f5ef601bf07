/** The search page's start: Pagefind is loaded at the first focus, and asked at each pause in typing. */
import { element, part } from '../views/dom.ts';

interface Found {
  readonly title: string;
  readonly url: string;
  /** HTML: text and `<mark>`. */
  readonly excerpt: string;
}

interface Page {
  readonly url: string;
  readonly meta: { readonly title?: string };
  readonly sub_results: readonly Found[];
}

interface Pagefind {
  options(options: { readonly baseUrl: string; readonly excerptLength: number }): Promise<void>;
  debouncedSearch(words: string): Promise<{ readonly results: readonly { data(): Promise<Page> }[] } | null>;
}

const PAGES_SHOWN = 8;
const PLACES_SHOWN = 3;

const root = document.querySelector<HTMLElement>('.search');
const words = part<HTMLInputElement>(document, 'words');
let index: Promise<Pagefind> | null = null;

part(document, 'search').hidden = false;
words.addEventListener('focus', () => void loaded().catch(tellMissing), { once: true });
words.addEventListener('input', () => void search().catch(tellMissing));
words.value = new URLSearchParams(location.search).get('q') ?? '';
words.focus();
if (words.value !== '') void search().catch(tellMissing);

function loaded(): Promise<Pagefind> {
  index ??= load();
  return index;
}

async function load(): Promise<Pagefind> {
  const { index: file = '', base = '/' } = root?.dataset ?? {};
  const pagefind = (await import(/* @vite-ignore */ new URL(file, location.href).href)) as Pagefind;
  await pagefind.options({ baseUrl: base, excerptLength: 22 });
  return pagefind;
}

async function search(): Promise<void> {
  const asked = words.value.trim();
  history.replaceState(null, '', asked === '' ? location.pathname : `?q=${encodeURIComponent(asked)}`);
  const pagefind = await loaded();
  const answer = asked === '' ? { results: [] } : await pagefind.debouncedSearch(asked);
  if (answer === null) return;
  const pages = await Promise.all(answer.results.slice(0, PAGES_SHOWN).map((result) => result.data()));
  if (asked !== words.value.trim()) return;
  part(document, 'found').textContent = asked === '' ? '' : countText(answer.results.length, asked);
  part(document, 'results').replaceChildren(...pages.map(pageView));
}

function countText(count: number, asked: string): string {
  if (count === 0) return `Nothing has "${asked}" in it. Try a shorter word.`;
  return `${count === 1 ? 'One page has' : `${count} pages have`} "${asked}".`;
}

function pageView({ url, meta, sub_results: places }: Page): HTMLElement {
  return element(
    'li',
    {},
    element('h2', {}, element('a', { href: url }, meta.title ?? url)),
    ...places.slice(0, PLACES_SHOWN).map((place) => placeView(place, url)),
  );
}

function placeView({ title, url, excerpt }: Found, page: string): HTMLElement {
  const heading = url === page ? null : element('a', { href: url }, title);
  return element('p', {}, heading, heading === null ? null : ' ', ...marked(excerpt));
}

/** The excerpt's text and marks, and nothing else that might be in it. */
function marked(html: string): (Node | string)[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node) =>
    node.nodeName === 'MARK' ? element('mark', {}, node.textContent ?? '') : (node.textContent ?? ''),
  );
}

function tellMissing(): void {
  index = null;
  part(document, 'found').textContent = 'The index could not be loaded. Check the connection and type again.';
}
