/** The console: what processes print, with who and when; crashes too, because that is where a reader looks for them. */
import type { SourceLine, TraceEvent } from '../../sandbox/trace/event.ts';
import { timeText } from '../../sandbox/trace/time-text.ts';
import { element, turnOff } from './dom.ts';
import { drawnToken } from './inline-token.ts';
import type { Mention } from './mentions.ts';
import { oneStop } from './one-stop.ts';
import { sourceLink } from './source-link.ts';
import { crashWords, exitWords } from './words.ts';

/** Lines shown at a time: a page with 200,000 lines stands still for seconds. */
const PAGE = 250;
/** Lines kept for showing; the rest is only counted. */
const KEPT = 5000;
/** Longest line shown, in characters. */
const TEXT_LIMIT = 2000;

export class ConsoleView {
  readonly #root: HTMLElement;
  readonly #open: (source: SourceLine) => void;
  readonly #more: HTMLButtonElement;
  #lines: TraceEvent[] = [];
  #shown = 0;
  #limit = PAGE;
  #left = 0;
  /** The rows of the first lines. */
  #rows: HTMLElement[] = [];
  /** The run is at this event; null before it is shown step by step. */
  #sequence: number | null = null;
  #mentions: ReadonlyMap<number, Mention> = new Map();
  #longestName = 0;

  constructor(root: HTMLElement, open: (source: SourceLine) => void) {
    this.#root = root;
    this.#open = open;
    this.#more = element('button', { type: 'button', class: 'quiet', click: () => this.#showMore() });
    oneStop(root);
  }

  clear(): void {
    this.#root.replaceChildren();
    this.#lines = [];
    this.#rows = [];
    this.#sequence = null;
    this.#mentions = new Map();
    this.#longestName = 0;
    this.#shown = 0;
    this.#limit = PAGE;
    this.#left = 0;
  }

  add(events: readonly TraceEvent[]): void {
    for (const event of events) {
      if (textOf(event) === null) continue;
      this.#longestName = Math.max(this.#longestName, event.process?.length ?? 0);
      if (this.#lines.length < KEPT) this.#lines.push(event);
      else this.#left += 1;
    }
    // One column for all names, so that all texts begin at one place.
    this.#root.style.setProperty('--who', `${this.#longestName}ch`);
    this.#render();
  }

  /** What the finished run printed; lines that are there already stay. */
  finish(events: readonly TraceEvent[]): void {
    const lines = events.filter((event) => textOf(event) !== null);
    const isSame = this.#lines.every((line, index) => isSameLine(line, lines[index]));
    if (isSame) {
      const more = lines.slice(this.#lines.length + this.#left);
      // The final trace numbers its events anew.
      this.#lines = lines.slice(0, this.#lines.length);
      this.add(more);
    } else {
      this.clear();
      this.add(lines);
    }
    if (lines.length === 0) this.#root.replaceChildren(element('p', { class: 'nothing' }, 'Nothing was printed.'));
  }

  /** Puts the token of the message that a line speaks of before its name. */
  mention(mentions: ReadonlyMap<number, Mention>): void {
    this.#mentions = mentions;
    this.#rows.forEach((row, index) => {
      const line = this.#lines[index];
      if (line !== undefined) this.#drawMention(row, line);
    });
  }

  #drawMention(row: HTMLElement, { sequence }: TraceEvent): void {
    const mention = this.#mentions.get(sequence);
    const text = row.querySelector('.text');
    const words = text?.textContent ?? '';
    if (mention === undefined || mention.start >= words.length) return;
    text?.replaceChildren(words.slice(0, mention.start), drawnToken(mention.look), words.slice(mention.start));
  }

  /** The run is at this event: lines that are still to come are faint, and the one that it prints stands out. */
  at(sequence: number): void {
    this.#sequence = sequence;
    this.#rows.forEach((row, index) => {
      const line = this.#lines[index];
      row.classList.toggle('ahead', line !== undefined && line.sequence > sequence);
      row.classList.toggle('now', line?.sequence === sequence);
      if (line?.sequence === sequence) this.#reveal(row);
    });
  }

  /** Scrolls the console, never the page. */
  #reveal(row: HTMLElement): void {
    const { scrollTop, clientHeight } = this.#root;
    const top = row.offsetTop - this.#root.offsetTop;
    const bottom = top + row.offsetHeight;
    if (top < scrollTop) this.#root.scrollTop = top - 8;
    else if (bottom > scrollTop + clientHeight) this.#root.scrollTop = bottom - clientHeight + 8;
  }

  #showMore(): void {
    this.#limit += PAGE;
    this.#render();
    if (!this.#more.isConnected) this.#root.focus({ preventScroll: true });
  }

  #render(): void {
    const rows = this.#lines.slice(this.#shown, this.#limit).map((event) => this.#row(event, textOf(event) ?? ''));
    this.#shown += rows.length;
    if (this.#more.isConnected) this.#more.before(...rows);
    else this.#root.append(...rows);
    this.#rows.push(...rows);
    if (this.#sequence !== null) this.at(this.#sequence);
    const left = this.#lines.length - this.#shown + this.#left;
    if (left === 0) return this.#more.remove();
    this.#more.textContent = `Show more (${left.toLocaleString('en-US')} more lines)`;
    turnOff(this.#more, this.#shown === KEPT);
    if (!this.#more.isConnected) this.#root.append(this.#more);
  }

  #row(event: TraceEvent, text: string): HTMLElement {
    const tone = event.kind === 'processCrashed' ? 'crash' : event.kind === 'console' ? event.detail.method : 'log';
    const cut = text.length > TEXT_LIMIT ? `${text.slice(0, TEXT_LIMIT)} … (${text.length - TEXT_LIMIT} more characters)` : text;
    const row = element(
      'div',
      { class: `line ${tone}` },
      element('span', { class: 'when' }, timeText(event.atMicros)),
      element('span', { class: 'who' }, event.process),
      element('span', { class: 'text' }, cut),
      event.source === undefined ? null : sourceLink(event.source, this.#open),
    );
    this.#drawMention(row, event);
    return row;
  }
}

function isSameLine(line: TraceEvent, other: TraceEvent | undefined): boolean {
  const isSamePlace = line.source?.line === other?.source?.line && line.source?.file === other?.source?.file;
  return (
    other !== undefined &&
    isSamePlace &&
    line.atMicros === other.atMicros &&
    line.process === other.process &&
    textOf(line) === textOf(other)
  );
}

function textOf(event: TraceEvent): string | null {
  if (event.kind === 'console') return event.detail.text;
  if (event.kind === 'processCrashed') return crashWords(event.detail);
  if (event.kind === 'processExited' && event.detail.code !== 0) return exitWords(event.detail.code);
  return null;
}
