/** The prediction: a question about a run. The answer comes first; then it is told what happened, and what one may have believed. */
import { element, part } from '../views/dom.ts';
import { sentenceNodes } from '../views/inline-code.ts';
import { answerTo, keepAnswer } from './answers.ts';
import type { AskedData } from './data.ts';
import { keyOf, note, progressOf } from './progress.ts';
import { onRunEnded } from './run-ended.ts';
import type { RunPanel } from './run-panel.ts';

export class PredictionForm {
  readonly #form: HTMLFormElement;
  readonly #data: AskedData;
  readonly #panel: Pick<RunPanel, 'showGhost'> | null;
  readonly #told: HTMLElement;
  #isNudged = false;
  #isTold = false;

  /** `panel` shows the run, null where nothing is run; `told` is where it is said what happened. */
  constructor(form: HTMLFormElement, panel: Pick<RunPanel, 'showGhost'> | null, told: HTMLElement) {
    this.#form = form;
    this.#panel = panel;
    this.#told = told;
    this.#data = JSON.parse(part(form, 'asked').textContent ?? '') as AskedData;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', () => this.#choose());
    const kept = this.#inputs.find(({ value }) => value === answerTo(this.#data.id));
    if (kept !== undefined) kept.checked = true;
  }

  get isRight(): boolean {
    return this.#chosen === this.#data.answer;
  }

  get #inputs(): readonly HTMLInputElement[] {
    return [...this.#form.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  }

  get #chosen(): string | null {
    return this.#inputs.find(({ checked }) => checked)?.value ?? null;
  }

  #choose(): void {
    const chosen = this.#chosen;
    if (chosen !== null) keepAnswer(this.#data.id, chosen);
    if (!this.#isTold) this.#say();
  }

  /** Whoever runs without a guess is asked for one, once; the next click runs. */
  nudge(event: MouseEvent): void {
    const isRun = event.target instanceof Element && event.target.closest('[data-part="run"]') !== null;
    if (!isRun || this.#isNudged || this.#isTold || this.#chosen !== null) return;
    this.#isNudged = true;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#say(
      element(
        'p',
        { class: 'nudge' },
        'What do you expect? A guess first makes the run stick. Or press Run once more to see it without one.',
      ),
    );
    this.#inputs[0]?.focus();
  }

  /** The run that was asked about is over. What counts is the first answer. */
  tell(): void {
    const { id, answer, because, wrong } = this.#data;
    const chosen = this.#chosen;
    const belief = chosen === null ? undefined : wrong[chosen];
    this.#isTold = true;
    delete this.#form.dataset['other'];
    for (const option of this.#form.querySelectorAll<HTMLElement>('[data-option]')) {
      const name = option.dataset['option'];
      option.dataset['state'] = name === answer ? 'right' : name === chosen ? 'wrong' : 'other';
    }
    if (chosen !== null && progressOf()[keyOf({ kind: 'answered', id })] === undefined) {
      note({ kind: 'answered', id, right: chosen === answer });
    }
    if (chosen === answer) return this.#say(element('p', {}, element('strong', {}, 'Yes. '), ...sentenceNodes(because)));
    if (belief === undefined)
      return this.#say(element('p', {}, element('strong', {}, `${this.#textOf(answer)} `), ...sentenceNodes(because)));
    const panel = this.#panel;
    const show = (): void => panel?.showGhost({ sequence: belief.at, said: belief.ghost });
    const button = element('button', { type: 'button', class: 'quiet', click: show }, 'Show where the run leaves your guess');
    this.#say(
      element('p', {}, element('strong', {}, 'It went otherwise. '), ...sentenceNodes(belief.said)),
      element('p', {}, ...sentenceNodes(because)),
      ...(panel === null ? [] : [element('p', {}, button)]),
    );
    show();
  }

  /** Another run is over, which says nothing about the question. */
  tellOther(): void {
    const asked = "that one has the lesson's own text and seed.";
    if (!this.#isTold) this.#say(element('p', {}, `This was another run than the one that is asked about: ${asked}`));
    else if (!('other' in this.#form.dataset)) {
      // The steps of the run that is shown are not those of the run that is talked about.
      this.#told.querySelector('button')?.remove();
      this.#told.prepend(element('p', { class: 'nudge' }, `You now see another run than the one told of here: ${asked}`));
      this.#form.dataset['other'] = '';
    }
  }

  #textOf(option: string): string {
    const label = this.#form.querySelector(`[data-option="${CSS.escape(option)}"] span`)?.textContent ?? '';
    return /[.!?]$/.test(label) ? label : `${label}.`;
  }

  #say(...children: readonly HTMLElement[]): void {
    this.#told.replaceChildren(...children);
  }
}

/** Brings the question in this section to life, if there is one: `root` also holds its Run button, and `panel` shows its runs. */
export function askIn(root: HTMLElement, panel: Pick<RunPanel, 'showGhost'>): void {
  const form = root.querySelector<HTMLFormElement>('form[data-prediction]');
  if (form === null) return;
  const prediction = new PredictionForm(form, panel, part(root, 'told'));
  root.addEventListener('click', (event) => prediction.nudge(event), { capture: true });
  onRunEnded(root, ({ isRecorded }) => (isRecorded ? prediction.tell() : prediction.tellOther()));
}
