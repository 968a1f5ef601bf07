/** The hints of an exercise or a break-it, one at a time. */
import { element, part, turnOff } from '../views/dom.ts';
import { sentenceNodes } from '../views/inline-code.ts';

export class Hints {
  readonly #root: HTMLElement;
  readonly #hints: readonly string[];
  #shown = 0;

  /** `root` holds the parts `hint`, the button, and `hints`, the list. */
  constructor(root: HTMLElement, hints: readonly string[]) {
    this.#root = root;
    this.#hints = hints;
    part(root, 'hint').addEventListener('click', () => this.next());
  }

  next(): void {
    const hint = this.#hints[this.#shown];
    if (hint === undefined) return;
    this.#shown += 1;
    part(this.#root, 'hints').append(element('li', {}, ...sentenceNodes(hint)));
    const isLast = this.#shown === this.#hints.length;
    const button = part(this.#root, 'hint');
    turnOff(button, isLast);
    button.textContent = isLast ? 'No more hints' : 'Another hint';
    part(this.#root, 'hints').lastElementChild?.scrollIntoView({ block: 'nearest' });
  }
}
