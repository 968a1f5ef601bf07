/** The event table: every event of a run in order; protocol chatter and the machine's own bookkeeping are folded away. */
import type { Level, TraceEvent } from '../../sandbox/trace/event.ts';
import { timeText } from '../../sandbox/trace/time-text.ts';
import { lookOf, type Messages, messagesOf } from '../picture/messages.ts';
import { stateAfter } from '../picture/token-state.ts';
import { element } from './dom.ts';
import { inlineToken } from './inline-token.ts';
import { oneStop } from './one-stop.ts';
import { type Place, sourceLink } from './source-link.ts';
import { wordsOf } from './words.ts';

/** Rows that are added at a time. */
const PAGE = 100;

export class EventTable {
  readonly #body: HTMLElement;
  readonly #more: HTMLButtonElement;
  readonly #open: (place: Place) => void;
  readonly #levels = new Set<Level>(['story']);
  #events: readonly TraceEvent[] = [];
  #messages: Messages = new Map();
  #wanted: readonly TraceEvent[] = [];
  #shown = 0;

  constructor(root: HTMLElement, open: (place: Place) => void) {
    this.#open = open;
    const more = (): void => {
      this.#showMore();
      if (this.#more.hidden) scroll.focus({ preventScroll: true });
    };
    this.#body = element('tbody');
    this.#more = element('button', { type: 'button', class: 'quiet', click: more });
    const table = element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...['Time', 'Where', 'What', 'Line'].map((name) => element('th', { scope: 'col' }, name)))),
      this.#body,
    );
    const switches = element(
      'div',
      { class: 'switches' },
      this.#levelSwitch('wire', 'Protocol messages'),
      this.#levelSwitch('kernel', 'The machine itself'),
    );
    const scroll = element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Events' }, table);
    root.replaceChildren(switches, scroll, this.#more);
    oneStop(this.#body);
    this.show([]);
  }

  show(events: readonly TraceEvent[]): void {
    if (events !== this.#events) this.#messages = messagesOf(events);
    this.#events = events;
    this.#body.replaceChildren();
    this.#wanted = events.filter(({ level }) => this.#levels.has(level));
    this.#shown = 0;
    this.#showMore();
  }

  #showMore(): void {
    const next = this.#wanted.slice(this.#shown, this.#shown + PAGE);
    this.#shown += next.length;
    this.#body.append(...next.map((event) => this.#row(event)));
    const left = this.#wanted.length - this.#shown;
    this.#more.hidden = left === 0;
    this.#more.textContent = `Show more (${left.toLocaleString('en-US')} left)`;
  }

  #row(event: TraceEvent): HTMLElement {
    return element(
      'tr',
      { class: event.level },
      element('td', { class: 'when' }, timeText(event.atMicros)),
      element('td', { class: 'who' }, event.process),
      element('td', {}, ...this.#words(event)),
      element('td', {}, event.source === undefined ? null : sourceLink(event.source, this.#open)),
    );
  }

  /** The number of the message is its token. */
  #words(event: TraceEvent): readonly (Node | string)[] {
    const words = wordsOf(event).slice(0, 500);
    const look = event.messageId === undefined ? null : lookOf(this.#messages, event.messageId);
    const at = look === null ? -1 : words.indexOf(`message ${look.label}`);
    if (look === null || at < 0) return [words];
    const start = at + 'message '.length;
    return [words.slice(0, start), inlineToken(look, stateAfter(event)), words.slice(start + look.label.length)];
  }

  #levelSwitch(level: Level, label: string): HTMLElement {
    const change = (event: Event): void => {
      if ((event.target as HTMLInputElement).checked) this.#levels.add(level);
      else this.#levels.delete(level);
      this.show(this.#events);
    };
    return element('label', {}, element('input', { type: 'checkbox', change }), ` ${label}`);
  }
}
