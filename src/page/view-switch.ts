/** The view switch: on a phone one sees the code, the picture or the output. */
import { part } from '../views/dom.ts';

export type BenchView = 'code' | 'picture' | 'output';

export class ViewSwitch {
  readonly #root: HTMLElement;
  readonly #buttons: readonly HTMLButtonElement[];

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#buttons = [...part(root, 'views').querySelectorAll('button')];
    for (const button of this.#buttons) button.addEventListener('click', () => this.show(button.value as BenchView));
    // Under the picture the code's own buttons are out of sight: these two press them.
    for (const name of ['run', 'stop']) part(root, `${name}-here`).addEventListener('click', () => part(root, name).click());
  }

  show(view: BenchView): void {
    this.#root.dataset['view'] = view;
    for (const button of this.#buttons) button.setAttribute('aria-pressed', String(button.value === view));
    this.#bringIntoView();
  }

  /** What is hidden changes the page's height: without this the reader would stand beside what was asked for. */
  #bringIntoView(): void {
    if (part(this.#root, 'views').offsetParent === null) return;
    const halves = this.#root.querySelector('.halves');
    const top = halves?.getBoundingClientRect().top ?? 0;
    if (top < 0 || top > innerHeight * 0.2) halves?.scrollIntoView({ block: 'start' });
  }
}
