/** The exercise on the page: a workbench with Check, the verdict, hints one at a time, and the solution on demand. */
import type { Grade } from '../../sandbox/judge/grade.ts';
import { scenarioOf, type Trial } from '../../sandbox/judge/trials.ts';
import { startJudging } from '../runner/judging.ts';
import { element, part } from '../views/dom.ts';
import { verdictView } from '../views/verdict-view.ts';
import type { ExerciseData } from './data.ts';
import { Workbench } from './workbench.ts';

export class ExerciseBench extends Workbench<ExerciseData> {
  #hintsShown = 0;

  constructor(root: HTMLElement) {
    super(root);
    part(root, 'check').addEventListener('click', () => void this.#check());
    part(root, 'hint').addEventListener('click', () => this.#hint());
  }

  async #check(): Promise<void> {
    const place = part(this.root, 'verdict');
    place.replaceChildren();
    delete this.root.dataset['edited'];
    await this.work(async (programs) => {
      const { lesson, exercise } = this.data;
      const judging = startJudging({ lesson, exercise }, programs, (done, of) => {
        part(this.root, 'status').textContent = `Checking: run ${done} of ${of} …`;
      });
      this.stoppable = judging;
      this.#show(await judging.grade);
    });
  }

  #show(grade: Grade): void {
    const replay = (trial: Trial, events: readonly number[]): void => void this.#replay(trial, events);
    part(this.root, 'verdict').replaceChildren(verdictView(grade, replay));
    part(this.root, 'verdict').focus();
  }

  /** Runs the failing trial once more, to be looked at. Its events are known by number, which a changed text changes. */
  async #replay(trial: Trial, events: readonly number[]): Promise<void> {
    const isOfThisText = !('edited' in this.root.dataset);
    const hasRun = await this.runSeed(trial.seed, (scenario) => scenarioOf(scenario, trial));
    if (hasRun) this.panel.point(trial.name, isOfThisText ? events : []);
  }

  #hint(): void {
    const { hints } = this.data;
    const hint = hints[this.#hintsShown];
    if (hint === undefined) return;
    this.#hintsShown += 1;
    part(this.root, 'hints').append(element('li', {}, hint));
    const button = part<HTMLButtonElement>(this.root, 'hint');
    button.disabled = this.#hintsShown === hints.length;
    button.textContent = button.disabled ? 'No more hints' : 'Another hint';
  }
}
