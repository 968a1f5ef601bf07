/** The editor: plain text areas, one for each file, with line numbers. The Tab key moves on as everywhere on the page. */
import type { Place } from '../views/source-link.ts';
import type { Files } from './store.ts';

/** More than anybody writes by hand; far more would hold the page for seconds. In characters. */
const LONGEST_TEXT = 100_000;
/** How long after the last key the text is kept, in milliseconds. */
const PAUSE_MS = 800;

interface Pane {
  readonly tab: HTMLButtonElement;
  readonly panel: HTMLElement;
  readonly area: HTMLTextAreaElement;
  readonly gutter: HTMLElement;
}

export interface EditorListener {
  /** At every change of the text. */
  changed(): void;
  /** Shortly after the last change, and when the reader leaves. */
  paused(): void;
  /** Ctrl or Command with Enter. */
  run(): void;
  /** An input was not taken, told in a sentence. */
  refused(said: string): void;
}

export class Editor {
  readonly #panes = new Map<string, Pane>();

  constructor(root: HTMLElement, listener: EditorListener) {
    for (const panel of root.querySelectorAll<HTMLElement>('[data-file]')) {
      const name = panel.dataset['file'] ?? '';
      const tab = root.querySelector<HTMLButtonElement>(`[data-tab="${CSS.escape(name)}"]`);
      const area = panel.querySelector('textarea');
      const gutter = panel.querySelector<HTMLElement>('.gutter');
      if (tab === null || area === null || gutter === null) throw new Error(`The editor of ${name} is incomplete.`);
      const pane = { tab, panel, area, gutter };
      this.#panes.set(name, pane);
      tab.addEventListener('click', () => this.select(name));
      tab.addEventListener('keydown', (event) => this.#moveTab(event, name));
      area.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        listener.run();
      });
      this.#watch(pane, listener);
    }
  }

  get files(): Files {
    return Object.fromEntries([...this.#panes].map(([name, { area }]) => [name, area.value]));
  }

  set files(files: Files) {
    for (const [name, pane] of this.#panes) {
      pane.area.value = files[name] ?? pane.area.value;
      showLines(pane);
    }
  }

  select(name: string): void {
    for (const [other, { tab, panel }] of this.#panes) {
      const chosen = other === name;
      tab.setAttribute('aria-selected', String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      panel.hidden = !chosen;
    }
  }

  /** Shows a place: its line is selected, or from its column on. */
  open({ file, line, column }: Place): void {
    const pane = this.#panes.get(file);
    if (pane === undefined) return;
    this.select(file);
    const lines = pane.area.value.split('\n');
    const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
    const text = lines[line - 1] ?? '';
    pane.area.focus({ preventScroll: true });
    pane.area.setSelectionRange(start + Math.min((column ?? 1) - 1, text.length), start + text.length);
    const lineHeight = pane.area.scrollHeight / Math.max(lines.length, 1);
    const top = pane.area.getBoundingClientRect().top + lineHeight * (line - 1);
    if (top < 80 || top > innerHeight - 80) scrollBy({ top: top - innerHeight / 2 });
  }

  #watch(pane: Pane, listener: EditorListener): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    pane.area.addEventListener('beforeinput', (event) => {
      if (pane.area.value.length + (event.data?.length ?? 0) <= LONGEST_TEXT || !event.inputType.startsWith('insert')) return;
      event.preventDefault();
      listener.refused(`That is too much text for one file: it takes at most ${LONGEST_TEXT.toLocaleString('en-US')} characters.`);
    });
    pane.area.addEventListener('input', () => {
      showLines(pane);
      listener.changed();
      clearTimeout(timer);
      timer = setTimeout(() => listener.paused(), PAUSE_MS);
    });
    pane.area.addEventListener('blur', () => listener.paused());
    showLines(pane);
  }

  #moveTab(event: KeyboardEvent, from: string): void {
    const names = [...this.#panes.keys()];
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const target = names[(names.indexOf(from) + step + names.length) % names.length];
    if (step === 0 || target === undefined) return;
    event.preventDefault();
    this.select(target);
    this.#panes.get(target)?.tab.focus();
  }
}

/** As many rows as lines, with their numbers. */
function showLines({ area, gutter }: Pane): void {
  const count = area.value.split('\n').length;
  if (gutter.childElementCount === 0 && gutter.dataset['count'] === String(count)) return;
  gutter.dataset['count'] = String(count);
  area.rows = Math.max(count, 4);
  gutter.textContent = Array.from({ length: count }, (_, index) => index + 1).join('\n');
}
