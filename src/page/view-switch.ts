/** The view switch: on a phone one sees the code, the picture or the output. */
import { part } from '../views/dom.ts';

export type BenchView = 'code' | 'picture' | 'output';

/** On a phone the code may be out of sight when something leads there: it is shown. Nothing happens where all is seen at once. */
export function bringCode(root: HTMLElement): void {
  const code = part(root, 'views').querySelector<HTMLButtonElement>('[value="code"]');
  if (code?.checkVisibility() && code.getAttribute('aria-pressed') !== 'true') code.click();
}

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
    const focused = document.activeElement;
    this.#root.dataset['view'] = view;
    for (const button of this.#buttons) button.setAttribute('aria-pressed', String(button.value === view));
    this.#bringIntoView();
    // What is out of sight now loses the focus, and somebody at the keyboard their place.
    if (focused instanceof HTMLElement && this.#root.contains(focused) && !focused.checkVisibility())
      this.#buttons.find(({ value }) => value === view)?.focus({ preventScroll: true });
  }

  /** What is hidden changes the page's height: without this the reader would stand beside what was asked for. */
  #bringIntoView(): void {
    if (part(this.#root, 'views').offsetParent === null) return;
    const shown = this.#root.querySelector('.halves, .review-run');
    const top = shown?.getBoundingClientRect().top ?? 0;
    if (top < 0 || top > innerHeight * 0.2) shown?.scrollIntoView({ block: 'start' });
  }
}
