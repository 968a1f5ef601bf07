/** The exercise on the page: a workbench with Check, the verdict, hints one at a time, and the solution on demand. */
import type { Grade } from '../../sandbox/judge/grade.ts';
import { scenarioOf, type Trial } from '../../sandbox/judge/trials.ts';
import { startJudging } from '../runner/judging.ts';
import { element, part } from '../views/dom.ts';
import { firstFailing, verdictView } from '../views/verdict-view.ts';
import type { ExerciseData } from './data.ts';
import { Hints } from './hints.ts';
import { note } from './progress.ts';
import { onRunEnded } from './run-ended.ts';
import type { Files } from './store.ts';
import { bringCode } from './view-switch.ts';
import { Workbench } from './workbench.ts';

export class ExerciseBench extends Workbench<ExerciseData> {
  readonly #hints: Hints;
  /** The trial whose replay is shown; null when it is another run. */
  #replayed: Trial | null = null;

  constructor(root: HTMLElement) {
    super(root);
    this.#hints = new Hints(root, this.data.hints);
    part(root, 'check').addEventListener('click', () => void this.#check());
    part(root, 'solution').addEventListener('toggle', () => void this.#compare());
    onRunEnded(root, () => {
      this.#replayed = null;
    });
  }

  async #check(): Promise<void> {
    part(this.root, 'verdict').replaceChildren();
    delete this.root.dataset['edited'];
    let grade: Grade | null = null;
    await this.work(async (programs) => {
      const { lesson, exercise, scenario } = this.data;
      const judging = startJudging({ lesson, exercise }, { programs, brokers: scenario.brokers }, (done, of) => {
        part(this.root, 'status').textContent = `Checking: run ${done} of ${of} …`;
      });
      this.stoppable = judging;
      grade = await judging.grade;
      this.#show(grade);
    });
    if (grade !== null) await this.#showRunOf(grade);
  }

  #show(grade: Grade): void {
    const view = verdictView(grade, this.data.wrong, {
      replay: (trial, events) => void this.#watch(trial, events),
      step: (trial, events) => this.#step(trial, events),
      hint: () => {
        bringCode(this.root);
        this.#hints.next();
      },
      edit: () => {
        bringCode(this.root);
        this.editor.focus();
      },
    });
    part(this.root, 'verdict').replaceChildren(view);
    part(this.root, 'verdict').focus();
    if (grade.passed) note({ kind: 'passed', id: this.data.id });
  }

  /** What failed is already there to be looked at when the verdict has been read; what passed takes the place of a failure that was replayed. */
  async #showRunOf(grade: Grade): Promise<void> {
    const check = firstFailing(grade);
    if (check?.trial !== undefined) await this.#replay(check.trial, check.events ?? []);
    else if (grade.passed && this.#replayed !== null) await this.runSeed(this.data.seed);
    else return;
    // On a phone the replay has gone to the picture; the verdict is read first.
    part(this.root, 'verdict').scrollIntoView({ block: 'nearest' });
  }

  /** A replay that the reader asked for: the focus goes to the picture, where the arrow keys step. */
  async #watch(trial: Trial, events: readonly number[]): Promise<void> {
    await this.#replay(trial, events);
    part(this.root, 'picture').focus();
  }

  /** Runs the failing trial once more, to be looked at. Its events are known by number, which a changed text changes. */
  async #replay(trial: Trial, events: readonly number[]): Promise<void> {
    const isOfThisText = !('edited' in this.root.dataset);
    const hasRun = await this.runSeed(trial.seed, (scenario) => scenarioOf(scenario, trial));
    if (!hasRun) return;
    await this.panel.point(trial.name, isOfThisText ? events : []);
    this.#replayed = trial;
  }

  /** From moment to moment of the replay, which comes back first when another run is shown. */
  #step(trial: Trial, events: readonly number[]): void {
    if (this.#replayed === trial) this.panel.stepMoment();
    else void this.#replay(trial, events);
  }

  /** The solution beside the reader's own text, which stays as it is. */
  async #compare(): Promise<void> {
    if (!part<HTMLDetailsElement>(this.root, 'solution').open) return;
    const mine = Object.fromEntries(this.data.edits.map((name) => [name, this.editor.files[name] ?? '']));
    const loaded = await import('../views/diff-view.ts').catch(() => null);
    part(this.root, 'solution-diff').replaceChildren(
      loaded === null
        ? element('p', {}, 'The comparison could not be loaded; here is the solution by itself.')
        : loaded.diffView({ name: 'you', files: mine }, { name: 'the solution', files: this.#solution }),
    );
  }

  /** As the page carries it for those who read without scripts. */
  get #solution(): Files {
    const figures = [...this.root.querySelectorAll<HTMLElement>('[data-solution]')];
    return Object.fromEntries(figures.map((figure) => [figure.dataset['solution'] ?? '', figure.querySelector('pre')?.textContent ?? '']));
  }
}
