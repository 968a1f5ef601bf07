/** The timeline: a lane for each process and broker, messages as numbered tokens; stepped with the arrow keys. */
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import { drawing, element } from './dom.ts';
import { type Place, sourceLink } from './source-link.ts';
import { legendOf } from './timeline-legend.ts';
import { drawGround, drawMark, heightOf, LANE_HEIGHT, TOP } from './timeline-marks.ts';
import { type Mark, timelineOf } from './timeline-model.ts';
import { momentText } from './words.ts';

export class TimelineView {
  readonly #root: HTMLElement;
  readonly #open: (place: Place) => void;
  readonly #caption = element('p', { class: 'caption', 'aria-live': 'polite' });
  #scroll: HTMLElement = element('div');
  #marks: readonly Mark[] = [];
  #figures: readonly SVGElement[] = [];
  #chosen = -1;

  constructor(root: HTMLElement, open: (place: Place) => void) {
    this.#root = root;
    this.#open = open;
  }

  show(events: readonly TraceEvent[]): void {
    const timeline = timelineOf(events);
    this.#marks = timeline.marks;
    this.#chosen = -1;
    if (timeline.marks.length === 0) {
      this.#root.replaceChildren(element('p', { class: 'caption' }, 'Nothing happened that could be drawn.'));
      return;
    }
    const height = heightOf(timeline.lanes.length);
    this.#figures = timeline.marks.map((mark, index) => drawMark(mark, () => this.#choose(index)));
    const picture = drawing('svg', { width: timeline.width, height, 'aria-hidden': 'true' }, ...drawGround(timeline), ...this.#figures);
    const labels = element(
      'div',
      { class: 'lane-names', style: `padding-top:${TOP}px` },
      ...timeline.lanes.map((name) => element('div', { style: `height:${LANE_HEIGHT}px` }, name)),
    );
    this.#scroll = element(
      'div',
      {
        class: 'scroll',
        tabindex: 0,
        role: 'group',
        'aria-label': 'Timeline. Left and right arrow keys step through the events.',
        keydown: (event) => this.#key(event as KeyboardEvent),
      },
      picture,
    );
    const more =
      timeline.leftOut === 0
        ? null
        : element(
            'p',
            { class: 'caption' },
            `The picture shows the first ${timeline.marks.length} events; ${timeline.leftOut} more are in the table.`,
          );
    this.#caption.textContent = 'Step through the run, or click a mark.';
    const step = (label: string, change: number): HTMLElement =>
      element('button', { type: 'button', class: 'quiet', click: () => this.#stepTo(this.#chosen + change) }, label);
    this.#root.replaceChildren(
      element('div', { class: 'lanes' }, labels, this.#scroll),
      element('div', { class: 'steps' }, step('Back', -1), step('Next', 1), this.#caption),
      legendOf(timeline.marks),
      ...(more === null ? [] : [more]),
    );
  }

  /** Names these events of the run that is shown under `head`, marks them, and steps to the first one. */
  point(head: string, events: readonly TraceEvent[]): void {
    const indexOf = (event: TraceEvent): number => this.#marks.findIndex((mark) => mark.event.sequence === event.sequence);
    const row = (event: TraceEvent): HTMLElement => {
      const choose = (): void => this.#choose(indexOf(event));
      return element('li', {}, element('button', { type: 'button', class: 'moment', click: choose }, momentText(event)));
    };
    this.#scroll.classList.toggle('pointed', events.length > 0);
    for (const event of events) this.#figures[indexOf(event)]?.classList.add('shows');
    this.#root.prepend(element('div', { class: 'moments' }, element('p', {}, head), element('ol', {}, ...events.map(row))));
    const [first] = events;
    if (first !== undefined) this.#choose(indexOf(first));
    this.#scroll.focus({ preventScroll: true });
    this.#root.scrollIntoView();
  }

  #stepTo(index: number): void {
    this.#choose(Math.min(Math.max(index, 0), this.#marks.length - 1));
  }

  #key(event: KeyboardEvent): void {
    const last = this.#marks.length - 1;
    const targets: Record<string, number> = { ArrowLeft: this.#chosen - 1, ArrowRight: this.#chosen + 1, Home: 0, End: last };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    this.#stepTo(target);
  }

  #choose(index: number): void {
    const mark = this.#marks[index];
    if (mark === undefined) return;
    this.#figures[this.#chosen]?.classList.remove('chosen');
    this.#figures[index]?.classList.add('chosen');
    this.#chosen = index;
    const { event } = mark;
    this.#caption.replaceChildren(
      element('span', { class: 'when' }, `${index + 1} of ${this.#marks.length}:`),
      ` ${momentText(event)} `,
      ...(event.source === undefined ? [] : [sourceLink(event.source, this.#open)]),
    );
    const { clientWidth, scrollLeft } = this.#scroll;
    if (mark.x < scrollLeft + 40 || mark.x > scrollLeft + clientWidth - 40) this.#scroll.scrollLeft = mark.x - clientWidth / 2;
  }
}
