/** The file pane: one file of the cell, its static code, and the surface that edits it; a better surface takes over in place. */
import type { CompileProblem } from '../../sandbox/engine/program.ts';
import { linesOf } from './lines.ts';
import { PlainSurface } from './plain-surface.ts';
import { StaticCode } from './static-code.ts';
import type { OpenSurface, Span, Surface, SurfaceInput, SurfaceListener } from './surface.ts';

export class FilePane {
  readonly tab: HTMLElement;
  readonly file: string;
  readonly #box: HTMLElement;
  readonly #code: StaticCode;
  readonly #input: Omit<SurfaceInput, 'text'>;
  readonly #listener: SurfaceListener;
  #surface: Surface;
  #isUpgraded = false;
  #marked: number | null = null;
  #problems: readonly CompileProblem[] = [];

  constructor(box: HTMLElement, tab: HTMLElement, input: Pick<SurfaceInput, 'bench' | 'describedBy' | 'files'>, listener: SurfaceListener) {
    this.file = box.dataset['file'] ?? '';
    this.tab = tab;
    this.#box = box;
    this.#listener = listener;
    const code = box.querySelector<HTMLElement>('pre.code');
    if (code === null) throw new Error(`The editor of ${this.file} is incomplete.`);
    this.#code = new StaticCode(code);
    this.#input = { ...input, box, file: this.file, isGiven: 'given' in box.dataset, label: `Text of ${this.file}` };
    this.#surface = new PlainSurface(this.#code, { ...this.#input, text: this.#code.text }, listener);
  }

  get text(): string {
    return this.#surface.text;
  }

  set text(text: string) {
    if (text !== this.#surface.text) this.#surface.text = text;
  }

  /** Room for all lines of the text as it is now. */
  fit(): void {
    this.#box.style.setProperty('--lines', String(linesOf(this.text)));
  }

  get hasFocus(): boolean {
    return this.#surface.hasFocus;
  }

  focus(): void {
    this.#surface.focus();
  }

  select(span: Span, line: number): void {
    this.#surface.focus();
    this.#surface.selection = span;
    this.#surface.reveal(line);
  }

  mark(line: number | null): void {
    this.#marked = line;
    this.#surface.mark(line);
    this.tab.toggleAttribute('data-marked', line !== null);
  }

  reveal(line: number): void {
    this.#surface.reveal(line);
  }

  showProblems(problems: readonly CompileProblem[]): void {
    this.#problems = problems;
    this.#surface.showProblems(problems);
  }

  /** A better surface takes over: text, selection, focus, mark and problems stay. */
  async upgrade(open: OpenSurface): Promise<void> {
    if (this.#isUpgraded) return;
    this.#isUpgraded = true;
    await this.#surface.atRest();
    const old = this.#surface;
    const { text, selection, hasFocus } = old;
    const surface = open({ ...this.#input, text }, this.#listener);
    surface.selection = selection;
    this.#surface = surface;
    if (hasFocus) surface.focus();
    old.remove();
    surface.mark(this.#marked);
    surface.showProblems(this.#problems);
    // The static code stays on top until the other one has been painted.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    this.#box.dataset['upgraded'] = '';
  }
}
