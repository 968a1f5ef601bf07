/** One stop: a long list whose links are one stop of the Tab key. The arrow keys go from link to link, so that nobody tabs through hundreds. */

const LINKS = '.source';

/** `list` may get more rows at any time. */
export function oneStop(list: HTMLElement): void {
  let here: HTMLElement | null = null;
  const choose = (link: HTMLElement): void => {
    if (here !== null) here.tabIndex = -1;
    here = link;
    link.tabIndex = 0;
  };
  const take = (): void => {
    const links = list.querySelectorAll<HTMLElement>(LINKS);
    for (const link of links) if (link !== here) link.tabIndex = -1;
    const [first] = links;
    if (first !== undefined && here?.isConnected !== true) choose(first);
  };
  new MutationObserver(take).observe(list, { childList: true, subtree: true });
  list.addEventListener('focusin', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLElement>(LINKS) : null;
    if (link !== null) choose(link);
  });
  list.addEventListener('keydown', (event) => {
    const links = [...list.querySelectorAll<HTMLElement>(LINKS)];
    const at = links.indexOf(event.target as HTMLElement);
    const places: Record<string, number> = { ArrowUp: Math.max(0, at - 1), ArrowDown: at + 1, Home: 0, End: links.length - 1 };
    const place = places[event.key];
    if (at === -1 || place === undefined) return;
    event.preventDefault();
    links[place]?.focus();
  });
}
