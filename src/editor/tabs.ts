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
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const target = this.#tabs[(this.#tabs.indexOf(from) + step + this.#tabs.length) % this.#tabs.length];
    if (step === 0 || target === undefined) return;
    event.preventDefault();
    this.choose(target);
    target.focus();
  }
}
