/** The plain surface: a text area over the static code, which shows its text. It is there at once, and enough when no editor can be loaded. */
import type { CompileProblem } from '../../sandbox/engine/program.ts';
import { element } from '../views/dom.ts';
import type { StaticCode } from './static-code.ts';
import { LONGEST_TEXT, type Span, type Surface, type SurfaceInput, type SurfaceListener, TOO_LONG } from './surface.ts';

export class PlainSurface implements Surface {
  readonly #area: HTMLTextAreaElement;
  readonly #code: StaticCode;
  readonly #box: HTMLElement;
  #isPressed = false;
  #isComposing = false;

  constructor(code: StaticCode, input: SurfaceInput, listener: SurfaceListener) {
    this.#code = code;
    this.#box = input.box;
    this.#area = element('textarea', {
      'aria-label': input.label,
      'aria-describedby': input.describedBy,
      spellcheck: 'false',
      autocapitalize: 'off',
      autocomplete: 'off',
      wrap: 'off',
      readonly: input.isGiven,
    });
    this.#area.value = input.text;
    this.#area.setSelectionRange(0, 0);
    this.#code.text = input.text;
    this.#code.root.after(this.#area);
    this.#code.root.tabIndex = -1;
    this.#code.root.setAttribute('aria-hidden', 'true');
    this.#listen(listener);
  }

  get text(): string {
    return this.#area.value;
  }

  set text(text: string) {
    this.#area.value = text;
    this.#code.text = text;
  }

  get selection(): Span {
    return { start: this.#area.selectionStart, end: this.#area.selectionEnd };
  }

  set selection({ start, end }: Span) {
    this.#area.setSelectionRange(start, end);
  }

  get hasFocus(): boolean {
    return document.activeElement === this.#area;
  }

  focus(): void {
    this.#area.focus({ preventScroll: true });
  }

  mark(line: number | null): void {
    this.#code.mark(line);
  }

  reveal(line: number): void {
    const shown = this.#code.lineElement(line);
    if (shown === null) return;
    const top = shown.offsetTop;
    const isSeen = top >= this.#box.scrollTop && top + shown.offsetHeight <= this.#box.scrollTop + this.#box.clientHeight;
    if (!isSeen) this.#box.scrollTop = top - this.#box.clientHeight / 2;
  }

  showProblems(problems: readonly CompileProblem[]): void {
    this.#code.showProblems(problems);
  }

  async atRest(): Promise<void> {
    if (this.#isPressed) await happening(document, 'pointerup', 'pointercancel');
    if (this.#isComposing) await happening(this.#area, 'compositionend');
    // The caret is put where the pointer was only after the event.
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }

  remove(): void {
    this.#area.remove();
  }

  #listen(listener: SurfaceListener): void {
    const area = this.#area;
    area.addEventListener('beforeinput', (event) => {
      if (area.value.length + (event.data?.length ?? 0) <= LONGEST_TEXT || !event.inputType.startsWith('insert')) return;
      event.preventDefault();
      listener.refused(TOO_LONG);
    });
    area.addEventListener('input', () => {
      this.#code.text = area.value;
      listener.changed();
    });
    area.addEventListener('pointerdown', () => {
      this.#isPressed = true;
      void happening(document, 'pointerup', 'pointercancel').then(() => {
        this.#isPressed = false;
      });
    });
    area.addEventListener('compositionstart', () => {
      this.#isComposing = true;
      void happening(area, 'compositionend').then(() => {
        this.#isComposing = false;
      });
    });
    area.addEventListener('focus', () => listener.focused());
    area.addEventListener('blur', () => listener.left());
    area.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      listener.run();
    });
  }
}

function happening(target: EventTarget, ...names: string[]): Promise<void> {
  return new Promise((resolve) => {
    for (const name of names) target.addEventListener(name, () => resolve(), { once: true });
  });
}
