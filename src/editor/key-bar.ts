/** The key bar: characters that phones hide, in a row just above the keyboard on the screen, while a file is edited. It moves nothing. */
import { element } from '../views/dom.ts';

export interface KeyBarListener {
  /** `back`: how many characters the caret goes back afterwards, into brackets. */
  insert(text: string, back: number): void;
  undo(): void;
  redo(): void;
}

/** What is put in, how far the caret goes back, and what a screen reader calls it. */
const KEYS = [
  ['{}', 1, 'Braces'],
  ['()', 1, 'Parentheses'],
  ['[]', 1, 'Brackets'],
  ['=>', 0, 'Arrow'],
  ["''", 1, 'Quotes'],
  ['``', 1, 'Backticks'],
  [';', 0, 'Semicolon'],
  ['  ', 0, 'Indent'],
] as const;

export class KeyBar {
  readonly #root: HTMLElement;
  readonly #move = (): void => this.#stayAboveKeyboard();

  constructor(listener: KeyBarListener) {
    const keys = KEYS.map(([text, back, name]) => key(text.trim() === '' ? '⇥' : text, name, () => listener.insert(text, back)));
    this.#root = element(
      'div',
      { class: 'key-bar', role: 'toolbar', 'aria-label': 'Characters', hidden: true },
      key('↶', 'Undo', () => listener.undo()),
      key('↷', 'Redo', () => listener.redo()),
      ...keys,
    );
    document.body.append(this.#root);
  }

  show(isShown: boolean): void {
    this.#root.hidden = !isShown;
    for (const happening of ['resize', 'scroll']) {
      if (isShown) visualViewport?.addEventListener(happening, this.#move);
      else visualViewport?.removeEventListener(happening, this.#move);
    }
    if (isShown) this.#stayAboveKeyboard();
  }

  remove(): void {
    this.show(false);
    this.#root.remove();
  }

  /** The keyboard covers the page without making it smaller; what is still seen is the visual viewport. */
  #stayAboveKeyboard(): void {
    const { offsetTop = 0, height = innerHeight } = visualViewport ?? {};
    this.#root.style.transform = `translateY(${Math.min(0, offsetTop + height - document.documentElement.clientHeight)}px)`;
  }
}

/** A press must not take the focus: the keyboard would go away. */
function key(text: string, name: string, act: () => void): HTMLButtonElement {
  return element(
    'button',
    { type: 'button', 'aria-label': name, tabindex: -1, mousedown: (event) => event.preventDefault(), click: act },
    text,
  );
}
