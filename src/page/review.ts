/** The review: a question about an earlier cell. Its code is folded and cannot be changed; Run shows the run that was asked about. */

import { startRun } from '../runner/run.ts';
import { holdOff, part, turnOff } from '../views/dom.ts';
import type { Place } from '../views/source-link.ts';
import { dataOf, type ReviewData } from './data.ts';
import { failureWords } from './failure.ts';
import { withPlaces } from './places.ts';
import { askIn } from './prediction.ts';
import { recordedPrograms } from './programs.ts';
import { tellRunEnded } from './run-ended.ts';
import { RunPanel } from './run-panel.ts';

export class ReviewBench {
  readonly #root: HTMLElement;
  readonly #data: ReviewData;
  readonly #panel: RunPanel;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#data = dataOf(root);
    this.#panel = new RunPanel(
      root,
      (place) => this.#open(place),
      (place) => this.#mark(place),
    );
    holdOff(root);
    askIn(root, this.#panel);
    part(root, 'run').addEventListener('click', () => void this.#run());
    root.dataset['ready'] = '';
  }

  async #run(): Promise<void> {
    const button = part(this.#root, 'run');
    const { scenario, seed } = this.#data;
    turnOff(button, true);
    part(this.#root, 'status').textContent = 'Running …';
    part(this.#root, 'review-run').hidden = false;
    this.#panel.clearProblems();
    this.#panel.begin();
    try {
      const programs = await recordedPrograms(this.#data);
      if (programs === null) throw new Error('This run was not recorded, which is our mistake.');
      const startedAt = performance.now();
      const report = await startRun({ scenario, programs, seed }, { events: (events) => this.#panel.add(events) }).report;
      const realMs = performance.now() - startedAt;
      await this.#panel.end(await withPlaces(report, programs), realMs, true);
      tellRunEnded(this.#root, { report, isRecorded: true });
      part(this.#root, 'picture').scrollIntoView({ block: 'nearest' });
    } catch (error) {
      this.#panel.fail(failureWords(error), button);
    } finally {
      turnOff(button, false);
      part(this.#root, 'status').textContent = '';
    }
  }

  /** Unfolds the code and goes to the line. */
  #open(place: Place): void {
    part<HTMLDetailsElement>(this.#root, 'code').open = true;
    this.#mark(place);
    this.#root.querySelector('.line.marked')?.scrollIntoView({ block: 'center' });
  }

  #mark(place: Place | null): void {
    for (const marked of this.#root.querySelectorAll('.line.marked')) marked.classList.remove('marked');
    if (place === null) return;
    const file = this.#root.querySelector(`[data-code="${CSS.escape(place.file)}"] code`);
    file?.children.item(place.line - 1)?.classList.add('marked');
  }
}
