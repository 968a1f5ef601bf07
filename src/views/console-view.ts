/** The console: what processes print, with who and when; crashes too, because that is where a reader looks for them. */
import type { SourceLine, TraceEvent } from '../../sandbox/trace/event.ts';
import { element } from './dom.ts';
import { sourceLink } from './source-link.ts';
import { timeText } from './words.ts';

/** More lines than this are counted, not shown: a page with 200,000 lines stands still for seconds. */
const LINE_LIMIT = 1000;
/** Longest line shown, in characters. */
const TEXT_LIMIT = 2000;

export class ConsoleView {
  readonly #root: HTMLElement;
  readonly #open: (source: SourceLine) => void;
  #shown = 0;
  #left = 0;
  #more: HTMLElement | null = null;

  constructor(root: HTMLElement, open: (source: SourceLine) => void) {
    this.#root = root;
    this.#open = open;
  }

  clear(): void {
    this.#root.replaceChildren();
    this.#shown = 0;
    this.#left = 0;
    this.#more = null;
  }

  add(events: readonly TraceEvent[]): void {
    const rows: HTMLElement[] = [];
    for (const event of events) {
      const text = textOf(event);
      if (text === null) continue;
      if (this.#shown < LINE_LIMIT) rows.push(this.#row(event, text));
      else this.#left += 1;
      this.#shown += this.#shown < LINE_LIMIT ? 1 : 0;
    }
    this.#root.append(...rows);
    if (this.#left > 0) this.#sayLeft();
  }

  #row(event: TraceEvent, text: string): HTMLElement {
    const tone = event.kind === 'processCrashed' ? 'crash' : event.kind === 'console' ? event.detail.method : 'log';
    const cut = text.length > TEXT_LIMIT ? `${text.slice(0, TEXT_LIMIT)} … (${text.length - TEXT_LIMIT} more characters)` : text;
    return element(
      'div',
      { class: `line ${tone}` },
      element('span', { class: 'when' }, timeText(event.atMicros)),
      element('span', { class: 'who' }, event.process),
      element('span', { class: 'text' }, cut),
      event.source === undefined ? null : sourceLink(event.source, this.#open),
    );
  }

  #sayLeft(): void {
    if (this.#more === null) {
      this.#more = element('div', { class: 'line more' });
      this.#root.append(this.#more);
    }
    this.#more.textContent = `… and ${this.#left.toLocaleString('en-US')} more lines, which are not shown.`;
  }
}

function textOf(event: TraceEvent): string | null {
  if (event.kind === 'console') return event.detail.text;
  if (event.kind === 'processCrashed') return `crashed: ${event.detail.said}`;
  if (event.kind === 'processExited' && event.detail.code !== 0) return `exited with code ${event.detail.code}`;
  return null;
}
