/** Break it on the page: the reader picks a process, a step and a kind of fault; the run says whether the promise broke. */
import { type Breakage, placedFault } from '../../content/break-it.ts';
import type { Fault, When } from '../../sandbox/engine/cell.ts';
import type { RunReport } from '../../sandbox/engine/report.ts';
import { element, part } from '../views/dom.ts';
import type { BreakData } from './data.ts';
import { failureWords } from './failure.ts';
import { Hints } from './hints.ts';
import { note } from './progress.ts';
import { onRunEnded } from './run-ended.ts';
import { bringCode } from './view-switch.ts';
import { Workbench } from './workbench.ts';

export class BreakBench extends Workbench<BreakData> {
  readonly #form: HTMLFormElement;
  /** Of the run that is shown. */
  #report: RunReport | null = null;

  constructor(root: HTMLElement) {
    super(root);
    this.#form = part<HTMLFormElement>(root, 'placing');
    const tell = (error: unknown): void => this.panel.fail(failureWords(error), part(root, 'try'));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#try(this.#placed()).catch(tell);
    });
    this.#form.addEventListener('change', () => this.#showSteps());
    new Hints(root, this.data.hints);
    part(root, 'show').addEventListener('click', () => void this.#showSolution().catch(tell));
    onRunEnded(root, ({ report }) => {
      this.#report = report;
    });
    this.#showSteps();
  }

  #value(name: string): string {
    return new FormData(this.#form).get(name)?.toString() ?? '';
  }

  /** The steps of the chosen process; those of the others are hidden. */
  #showSteps(): void {
    const target = this.#value('target');
    for (const list of this.#form.querySelectorAll<HTMLElement>('[data-steps-of]')) list.hidden = list.dataset['stepsOf'] !== target;
  }

  /** Null when no step is chosen. */
  #placed(): Fault | null {
    const target = this.#value('target');
    const chosen = this.#value(`step-${target}`);
    const step = chosen === '' ? undefined : this.data.steps[target]?.[Number(chosen)];
    return step === undefined ? null : this.#faultAt(this.#value('kind') as Breakage, target, step.when);
  }

  #faultAt(kind: Breakage, target: string, when: When): Fault | null {
    const { brokers, processes } = this.data.scenario;
    return placedFault({ brokers, processes, forMs: this.data.forMs }, kind, target, when);
  }

  async #try(fault: Fault | null, isShown = false): Promise<void> {
    const verdict = part(this.root, 'verdict');
    verdict.replaceChildren();
    if (fault === null) {
      verdict.append(element('p', { class: 'said' }, 'Choose the step after which the fault strikes.'));
      return;
    }
    const judge = import('./break-judge.ts');
    judge.catch(() => {});
    const hasRun = await this.runSeed(this.data.seed, (scenario) => ({ ...scenario, faults: [...scenario.faults, fault] }));
    const report = this.#report;
    if (!hasRun || report === null) return;
    const { judgeBreak } = await judge;
    const result = await judgeBreak(this.data.lesson, this.data.id, report, fault, isShown);
    verdict.replaceChildren(result.view);
    if (!result.isBroken) {
      result.view.append(
        element('p', { class: 'buttons' }, element('button', { type: 'button', click: () => this.#chooseAgain() }, 'Place another fault')),
      );
    } else {
      if (!isShown) note({ kind: 'passed', id: this.data.id });
      part(this.root, 'because').hidden = false;
    }
    await this.panel.point(result.name, result.events);
    verdict.focus();
  }

  /** On a phone the choices are out of sight after a run, in a low window far above. */
  #chooseAgain(): void {
    bringCode(this.root);
    const chosen = this.#form.querySelector<HTMLInputElement>('[data-steps-of]:not([hidden]) input:checked');
    chosen?.focus({ preventScroll: true });
    chosen?.scrollIntoView({ block: 'center' });
  }

  async #showSolution(): Promise<void> {
    const { solutionOf } = await import('./break-judge.ts');
    const fault = await solutionOf(this.data.lesson, this.data.id);
    this.#choose(fault);
    await this.#try(fault, true);
  }

  /** Fills the form in as this fault is placed. */
  #choose(fault: Fault): void {
    const wanted = JSON.stringify(fault);
    const kinds = [...this.#form.querySelectorAll<HTMLInputElement>('[name="kind"]')];
    for (const [target, steps] of Object.entries(this.data.steps)) {
      for (const [step, { when }] of steps.entries()) {
        const kind = kinds.find(({ value }) => JSON.stringify(this.#faultAt(value as Breakage, target, when)) === wanted);
        if (kind === undefined) continue;
        kind.checked = true;
        for (const [name, value] of Object.entries({ target, [`step-${target}`]: String(step) })) {
          const input = this.#form.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
          if (input !== null) input.checked = true;
        }
        this.#showSteps();
        return;
      }
    }
  }
}
