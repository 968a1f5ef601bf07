/** Offers: a sentence about the reader's text with something to do about it, one at a time; nothing happens to the text by itself. */
import { element } from '../views/dom.ts';

/** An offer goes away when it is answered, at the next edit, or at the next edit or run. */
type Lasting = 'untilAnswered' | 'untilChange' | 'untilRun';

export class Offers {
  readonly #place: HTMLElement;
  readonly #next: HTMLElement;

  /** `next` takes the focus when it was on an offer that goes away. */
  constructor(place: HTMLElement, next: HTMLElement) {
    this.#place = place;
    this.#next = next;
    place.setAttribute('role', 'status');
  }

  /** From the words on each button to what it does. `lasts` says after what it makes no sense any more. */
  show(said: string, acts: Readonly<Record<string, () => unknown>>, lasts: Lasting = 'untilAnswered'): void {
    const buttons = Object.entries(acts).map(([words, act]) =>
      element('button', { type: 'button', class: 'quiet', click: () => void act() }, words),
    );
    this.#place.replaceChildren(element('div', { class: 'offer', 'data-lasts': lasts }, element('p', {}, said), ...buttons));
  }

  /** Something to look at, within the offer that is shown; what was added before goes away. */
  add(shown: HTMLElement): void {
    this.#place.querySelector('.diff')?.remove();
    this.#place.querySelector('.offer')?.append(shown);
  }

  textChanged(): void {
    if (this.#place.querySelector('[data-lasts="untilChange"], [data-lasts="untilRun"]') !== null) this.clear();
  }

  runStarts(): void {
    if (this.#place.querySelector('[data-lasts="untilRun"]') !== null) this.clear();
  }

  clear(): void {
    if (this.#place.contains(document.activeElement)) this.#next.focus();
    this.#place.replaceChildren();
  }
}
