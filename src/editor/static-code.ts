/** The static code: the highlighted lines of a file as the page carries them, with marks; after a change they are drawn anew. */
import type { CompileProblem } from '../../sandbox/engine/program.ts';
import { element } from '../views/dom.ts';
import type { Token } from './highlighter.ts';

export class StaticCode {
  readonly root: HTMLElement;
  readonly #code: HTMLElement;
  #text: string;

  /** `root` is the `<pre>` of `components/code.astro`. */
  constructor(root: HTMLElement) {
    const code = root.querySelector('code');
    if (code === null) throw new Error('The static code has no text.');
    this.root = root;
    this.#code = code;
    // Each line ends with a line break that the text does not have at its end.
    this.#text = (code.textContent ?? '').slice(0, -1);
  }

  get text(): string {
    return this.#text;
  }

  /** Draws another text: at once without colours, and with them when the highlighter is there. */
  set text(text: string) {
    if (text === this.#text) return;
    this.#text = text;
    if (highlighter === null) {
      this.#draw(text.split('\n').map((line) => [{ text: line, kind: 'text' }]));
      void loadHighlighter().then(() => this.#colour(text));
    }
    this.#colour(text);
  }

  mark(line: number | null): void {
    for (const marked of this.#code.querySelectorAll('.marked')) marked.classList.remove('marked');
    if (line !== null) this.lineElement(line)?.classList.add('marked');
  }

  showProblems(problems: readonly CompileProblem[]): void {
    for (const doubtful of this.#code.querySelectorAll('.doubtful')) doubtful.classList.remove('doubtful');
    for (const { line } of problems) this.lineElement(line)?.classList.add('doubtful');
  }

  lineElement(line: number): HTMLElement | null {
    return this.#code.children.item(line - 1) as HTMLElement | null;
  }

  #colour(text: string): void {
    if (highlighter !== null && this.#text === text) this.#draw(highlighter.tokensOf(text));
  }

  #draw(lines: readonly (readonly Token[])[]): void {
    const marked = [...this.#code.children].findIndex((line) => line.classList.contains('marked'));
    this.#code.replaceChildren(...lines.map((tokens) => element('span', { class: 'line' }, ...tokens.map(drawn), '\n')));
    if (marked >= 0) this.mark(marked + 1);
  }
}

let highlighter: typeof import('./highlighter.ts') | null = null;

/** Without a connection the text has no colours, which is no reason to say anything. */
async function loadHighlighter(): Promise<void> {
  highlighter ??= await import('./highlighter.ts').catch(() => null);
}

function drawn({ text, kind }: Token): Node | string {
  return kind === 'text' ? text : element('span', { class: `t-${kind}` }, text);
}
