/** The skip test: the questions of each lesson of a part are judged together, without a run. */
import { element, part } from '../views/dom.ts';
import { PredictionForm } from './prediction.ts';

export function startSkipTest(): void {
  for (const section of document.querySelectorAll<HTMLElement>('[data-skip]')) {
    const forms = [...section.querySelectorAll<HTMLFormElement>('form[data-prediction]')].map(
      (form) => new PredictionForm(form, null, part(form, 'told')),
    );
    part(section, 'check').addEventListener('click', () => judge(section, forms));
  }
}

function judge(section: HTMLElement, forms: readonly PredictionForm[]): void {
  for (const form of forms) form.tell();
  const right = forms.filter(({ isRight }) => isRight).length;
  const result = part(section, 'result');
  const { title = '', href = '' } = result.dataset;
  const lesson = element('a', { href }, title);
  const count = `${right} of ${forms.length} right. `;
  const isKnown = right === forms.length;
  result.dataset['state'] = isKnown ? 'known' : 'open';
  result.replaceChildren(count, isKnown ? 'You can skip ' : 'Worth your time: ', lesson, '.');
  result.focus();
}
