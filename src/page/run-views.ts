/** The views of a finished run that are loaded only when somebody is about to run: picture, timeline, table. */
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import { type GhostAt, Player } from '../picture/player.tsx';
import { part } from '../views/dom.ts';
import { EventTable } from '../views/event-table.ts';
import { type Mention, mentionsIn } from '../views/mentions.ts';
import type { Place } from '../views/source-link.ts';
import { TimelineView } from '../views/timeline-view.tsx';
import type { WorkbenchData } from './data.ts';
import { type BenchView, ViewSwitch } from './view-switch.ts';

export interface RunViewsHost {
  readonly open: (place: Place) => void;
  /** The run is at this event: code and console follow. */
  readonly at: (sequence: number, place: Place | null, isPlaying: boolean) => void;
}

export class RunViews {
  readonly #player: Player;
  readonly #timeline: TimelineView;
  readonly #table: EventTable;
  readonly #more: HTMLDetailsElement;
  readonly #switch: ViewSwitch;
  #events: readonly TraceEvent[] = [];
  /** Whether timeline and table show the run; they wait until they are looked at. */
  #isFilled = false;

  constructor(root: HTMLElement, { scenario, picture, moments }: WorkbenchData, host: RunViewsHost) {
    this.#timeline = new TimelineView(part(root, 'timeline'), (sequence) => this.#player.goTo(sequence));
    this.#table = new EventTable(part(root, 'events'), host.open);
    this.#more = part<HTMLDetailsElement>(root, 'more');
    this.#more.addEventListener('toggle', () => this.#fill());
    this.#switch = new ViewSwitch(root);
    const at = (sequence: number, source: Place | null, isPlaying: boolean): void => {
      host.at(sequence, source, isPlaying);
      this.#timeline.mark(sequence);
    };
    const bar = part(root, 'controls');
    this.#player = new Player({ picture: part(root, 'picture'), bar, open: host.open, at }, { scenario, picture, moments });
  }

  async show(events: readonly TraceEvent[], isRecorded: boolean): Promise<void> {
    this.#events = events;
    this.#isFilled = false;
    this.#switch.show('picture');
    await this.#player.show(events, isRecorded);
    setTimeout(() => this.#fill());
  }

  point(head: string, events: readonly TraceEvent[]): void {
    this.#switch.show('picture');
    this.#player.point(head, events);
    this.#timeline.point(events);
  }

  /** Which messages the printed lines speak of. */
  mentionsIn(events: readonly TraceEvent[]): ReadonlyMap<number, Mention> {
    return mentionsIn(events);
  }

  stepMoment(): void {
    this.#switch.show('picture');
    this.#player.stepMoment();
  }

  showGhost(ghost: GhostAt): void {
    this.#switch.show('picture');
    this.#player.showGhost(ghost);
  }

  showView(view: BenchView): void {
    this.#switch.show(view);
  }

  #fill(): void {
    if (!this.#more.open || this.#isFilled) return;
    this.#isFilled = true;
    this.#timeline.show(this.#events);
    // A long run is shown view by view, so that the page stays awake.
    setTimeout(() => this.#table.show(this.#events));
  }
}
