/** The run panel: what is seen of a run while it goes on and after it: status, problems, console, picture. */
import type { CompileProblem } from '../../sandbox/engine/program.ts';
import type { RunReport } from '../../sandbox/engine/report.ts';
import { inWholeTrace } from '../../sandbox/judge/story.ts';
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import { timeText } from '../../sandbox/trace/time-text.ts';
import { ConsoleView } from '../views/console-view.ts';
import { element, part } from '../views/dom.ts';
import { endingView } from '../views/ending-view.ts';
import { endingOf } from '../views/endings.ts';
import { type Place, sourceLink } from '../views/source-link.ts';
import { dataOf } from './data.ts';
import { rememberMore } from './more.ts';
import type { RunViews } from './run-views.ts';

export type RunState = 'idle' | 'preparing' | 'running' | 'ended';

export class RunPanel {
  readonly #root: HTMLElement;
  readonly #open: (place: Place) => void;
  readonly #mark: (place: Place | null, follow: boolean) => void;
  readonly #console: ConsoleView;
  /** Picture, timeline and table: loaded when the reader comes near, never before the console's first line. */
  #views: Promise<RunViews> | null = null;
  /** The trace of the run that is shown. */
  #events: readonly TraceEvent[] = [];

  /** `open` shows a place in the code and goes there, `mark` only shows it. */
  constructor(root: HTMLElement, open: (place: Place) => void, mark: (place: Place | null, follow: boolean) => void) {
    this.#root = root;
    this.#open = open;
    this.#mark = mark;
    this.#console = new ConsoleView(part(root, 'console'), open);
    rememberMore(part<HTMLDetailsElement>(root, 'more'));
  }

  /** The reader is near: what a finished run needs is loaded. */
  warm(): void {
    void this.#load().catch(() => {});
  }

  /** A new run begins: what the last one left is cleared. */
  begin(): void {
    this.#root.dataset['shown'] = '';
    delete this.#root.dataset['stale'];
    part(this.#root, 'seed').textContent = '';
    part(this.#root, 'times').textContent = '';
    this.#mark(null, false);
    this.#console.clear();
  }

  /** A new text is looked at: what was said of the last one is forgotten. */
  clearProblems(): void {
    part(this.#root, 'ending').replaceChildren();
    part(this.#root, 'problems').replaceChildren();
  }

  add(events: readonly TraceEvent[]): void {
    this.#console.add(events);
  }

  /** The run is over: the final trace replaces what was shown on the way, and begins to play. What the lesson says of its moments holds for the recorded run only. */
  async end(report: RunReport, realMs: number, isRecorded: boolean): Promise<void> {
    part(this.#root, 'ending').replaceChildren(...endingView(endingOf(report), this.#open));
    part(this.#root, 'seed').textContent = `Seed ${report.seed}.`;
    part(this.#root, 'times').textContent = `Simulated ${timeText(report.virtualMicros)}, in ${timeText(realMs * 1000)} of real time.`;
    this.#events = report.events;
    this.#console.finish(report.events);
    await breath();
    const views = await this.#load();
    this.#console.mention(views.mentionsIn(report.events));
    await views.show(report.events, isRecorded);
  }

  /** Something kept the run from starting, told in a sentence. `start` is the button that tries it once more. */
  fail(said: string, start: HTMLElement | null = null): void {
    const retry = (): void => {
      start?.focus({ preventScroll: true });
      start?.click();
    };
    const button = start === null ? [] : [' ', element('button', { type: 'button', class: 'quiet', click: retry }, 'Try again')];
    part(this.#root, 'ending').replaceChildren(element('p', { class: 'ending alarm' }, said, ...button));
  }

  /** Compile errors stop a run; type errors only say what is doubtful. */
  showProblems(kind: 'compile' | 'types', problems: readonly CompileProblem[]): void {
    const place = part(this.#root, 'problems');
    place.querySelector(`.${kind}`)?.remove();
    if (problems.length === 0) return;
    const head =
      kind === 'compile' ? 'This does not compile, so nothing was run:' : 'The types do not fit. A run does not wait for them, but look:';
    const row = (problem: CompileProblem) => element('li', {}, sourceLink(problem, this.#open), ` ${problem.said}`);
    place.append(
      element('div', { class: `problems ${kind}` }, element('p', {}, head), element('ul', {}, ...problems.slice(0, 20).map(row))),
    );
  }

  /** The text was changed since the run. */
  markStale(): void {
    if ('shown' in this.#root.dataset) this.#root.dataset['stale'] = '';
    this.#mark(null, false);
  }

  /** Says which run is shown, and shows only the events of it that are named by their sequence in the story, as a grade names them. */
  async point(name: string, sequences: readonly number[]): Promise<void> {
    const wanted = new Set(inWholeTrace(this.#events, sequences));
    const events = this.#events.filter(({ sequence }) => wanted.has(sequence));
    const head = `This is the run with ${name}.${events.length === 0 ? '' : ' What shows it:'}`;
    (await this.#load()).point(head, events);
  }

  /** Goes on to the next moment of the run that is shown. */
  stepMoment(): void {
    void this.#load().then((views) => views.stepMoment());
  }

  /** Draws what the reader had expected at the event of this sequence (in the whole trace) of the run that is shown. */
  showGhost(ghost: { readonly sequence: number; readonly said: string }): void {
    void this.#load().then((views) => views.showGhost(ghost));
  }

  #load(): Promise<RunViews> {
    const load = async (): Promise<RunViews> => {
      const { RunViews } = await import('./run-views.ts');
      const at = (sequence: number, place: Place | null, isPlaying: boolean): void => {
        this.#console.at(sequence);
        this.#mark('stale' in this.#root.dataset ? null : place, !isPlaying);
      };
      return new RunViews(this.#root, dataOf(this.#root), { open: this.#open, at });
    };
    this.#views ??= load().catch((error: unknown) => {
      this.#views = null;
      throw error;
    });
    return this.#views;
  }
}

/** Lets the page come round between two pieces of work. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
