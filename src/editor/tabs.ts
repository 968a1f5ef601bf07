/** The tabs: one is chosen, by mouse or with the arrow keys. A panel that was seen once keeps its place, so that nothing below moves. */

export class Tabs {
  readonly #tabs: readonly HTMLElement[];

  constructor(root: HTMLElement) {
    this.#tabs = [...root.querySelectorAll<HTMLElement>('[role="tab"]')];
    for (const tab of this.#tabs) {
      tab.addEventListener('click', () => this.choose(tab));
      tab.addEventListener('keydown', (event) => this.#move(event, tab));
    }
  }

  get chosen(): HTMLElement | undefined {
    return this.#tabs.find((tab) => tab.getAttribute('aria-selected') === 'true');
  }

  choose(tab: HTMLElement): void {
    for (const other of this.#tabs) {
      const isChosen = other === tab;
      other.setAttribute('aria-selected', String(isChosen));
      other.tabIndex = isChosen ? 0 : -1;
      const panel = document.getElementById(other.getAttribute('aria-controls') ?? '');
      panel?.toggleAttribute('data-hidden', !isChosen);
      if (isChosen) panel?.removeAttribute('data-unseen');
    }
  }

  #move(event: KeyboardEvent, from: HTMLElement): void {
    const here = this.#tabs.indexOf(from);
    const places: Record<string, number> = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: -1 };
    const target = this.#tabs.at((places[event.key] ?? here) % this.#tabs.length);
    if (places[event.key] === undefined || target === undefined) return;
    event.preventDefault();
    this.choose(target);
    target.focus();
  }
}
