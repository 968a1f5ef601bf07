/** The code editor of a cell: its files in tabs. Static code at first; on touch or focus a real editor takes over in place. */
import type { CompileProblem } from '../../sandbox/engine/program.ts';
import { part } from '../views/dom.ts';
import type { Place } from '../views/source-link.ts';
import { FilePane } from './file-pane.ts';
import { offsetOf } from './surface.ts';
import { Tabs } from './tabs.ts';
import { keysOf, loadSurface } from './takeover.ts';

/** How long after the last key the text is kept, in milliseconds. */
const PAUSE_MS = 800;
/** A pointer that only passes loads nothing. In milliseconds. */
const DWELL_MS = 150;

export type Files = Readonly<Record<string, string>>;

export interface EditorListener {
  /** Somebody is about to edit: the first touch or focus. */
  touched(): void;
  /** At every change of the text. */
  changed(): void;
  /** Shortly after the last change, and when the reader leaves. */
  paused(): void;
  /** Ctrl or Command with Enter. */
  run(): void;
  /** Something to be told in a sentence: an input that was not taken, an editor that could not be loaded. */
  refused(said: string): void;
}

export class CodeEditor {
  readonly #root: HTMLElement;
  readonly #tabs: Tabs;
  readonly #panes = new Map<string, FilePane>();
  readonly #listener: EditorListener;
  #pause: ReturnType<typeof setTimeout> | undefined;

  /** `bench` names the cell, unlike any other on the page. */
  constructor(root: HTMLElement, bench: string, listener: EditorListener) {
    this.#root = root;
    this.#listener = listener;
    this.#tabs = new Tabs(root);
    const input = { bench, describedBy: part(root, 'keys').id, files: () => this.files };
    for (const box of root.querySelectorAll<HTMLElement>('[data-file]')) {
      const name = box.dataset['file'] ?? '';
      const tab = root.querySelector<HTMLElement>(`[data-tab="${CSS.escape(name)}"]`);
      if (tab === null) throw new Error(`The editor of ${name} has no tab.`);
      const pane: FilePane = new FilePane(box, tab, input, {
        changed: () => this.#changed(),
        focused: () => void this.#touched(pane),
        left: () => listener.paused(),
        run: () => listener.run(),
        refused: (said) => listener.refused(said),
      });
      this.#panes.set(name, pane);
    }
    part(root, 'keys').textContent = keysOf('plain');
    this.#warmUnderPointer();
    part(root, 'copy').addEventListener('click', () => void this.#copy());
  }

  /** The text of every file. Setting it is one step that each editor can undo; files that are not named stay as they are. */
  get files(): Files {
    return Object.fromEntries([...this.#panes].map(([name, pane]) => [name, pane.text]));
  }

  set files(files: Files) {
    for (const [name, pane] of this.#panes) pane.text = files[name] ?? pane.text;
    this.#fit();
  }

  /** Shows a file, without taking the focus. */
  select(name: string): void {
    const pane = this.#panes.get(name);
    if (pane !== undefined) this.#tabs.choose(pane.tab);
  }

  /** Shows a place and takes the focus there: the line is selected, or what follows the column. */
  open({ file, line, column }: Place): void {
    const pane = this.#panes.get(file);
    if (pane === undefined) return;
    this.select(file);
    const start = offsetOf(pane.text, line, column ?? 1);
    pane.select({ start, end: offsetOf(pane.text, line, Number.POSITIVE_INFINITY) }, line);
    const { top, bottom } = this.#root.getBoundingClientRect();
    if (bottom < 120 || top > innerHeight - 120) this.#root.scrollIntoView({ block: 'center' });
  }

  /**
   * Highlights a line, or none. Takes no focus and never moves the page. With `follow` (somebody steps, nothing plays) its
   * file is shown and the line comes into view inside the editor's own box, unless somebody is writing there.
   */
  mark(place: Place | null, follow = false): void {
    for (const [name, pane] of this.#panes) pane.mark(name === place?.file ? place.line : null);
    if (place === null || !follow || part(this.#root, 'files').contains(document.activeElement)) return;
    this.select(place.file);
    this.#panes.get(place.file)?.reveal(place.line);
  }

  /** What is doubtful or wrong, shown where it is; an empty list clears. */
  problems(problems: readonly CompileProblem[]): void {
    for (const [name, pane] of this.#panes) pane.showProblems(problems.filter(({ file }) => file === name));
  }

  focus(): void {
    this.#shown?.focus();
  }

  get #shown(): FilePane | undefined {
    return [...this.#panes.values()].find(({ tab }) => tab === this.#tabs.chosen);
  }

  #changed(): void {
    this.#fit();
    this.#listener.changed();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#listener.paused(), PAUSE_MS);
  }

  /** The reader is about to edit this file: a real editor takes over when it is there. */
  async #touched(pane: FilePane): Promise<void> {
    this.#listener.touched();
    const loaded = await loadSurface().catch(() => null);
    part(this.#root, 'keys').textContent = keysOf(loaded?.kind ?? 'failed');
    if (loaded !== null) await pane.upgrade(loaded.open);
  }

  /** A pointer that stays over the code will probably be pressed. */
  #warmUnderPointer(): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const files = part(this.#root, 'files');
    files.addEventListener('pointerenter', ({ pointerType }) => {
      if (pointerType === 'mouse') timer = setTimeout(() => void loadSurface().catch(() => {}), DWELL_MS);
    });
    files.addEventListener('pointerleave', () => clearTimeout(timer));
  }

  /** Each file is as high as its lines; the place of all is as high as the longest that was seen. */
  #fit(): void {
    for (const pane of this.#panes.values()) pane.fit();
  }

  async #copy(): Promise<void> {
    const button = part(this.#root, 'copy');
    try {
      await navigator.clipboard.writeText(this.#shown?.text ?? '');
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Not allowed here';
    }
    setTimeout(() => {
      button.textContent = 'Copy';
    }, 2000);
  }
}
