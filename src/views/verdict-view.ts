/** The verdict: the grade of an answer in one sentence, then check by check, the first failing run to be replayed. */
import type { CheckGrade, Grade } from '../../sandbox/judge/grade.ts';
import type { Trial } from '../../sandbox/judge/trials.ts';
import { element } from './dom.ts';

export type Replay = (trial: Trial, events: readonly number[]) => void;

export function verdictView(grade: Grade, replay: Replay): HTMLElement {
  const { unjudged } = grade;
  return element(
    'div',
    { class: `verdict ${grade.passed ? 'passed' : 'failed'}` },
    element('p', { class: 'said' }, grade.said),
    unjudged === null ? null : replayButton(unjudged.trial, [], replay),
    element('ul', { class: 'checks' }, ...grade.checks.map((check) => checkRow(check, replay))),
  );
}

function checkRow(check: CheckGrade, replay: Replay): HTMLElement {
  const compared = (name: string, value: string | undefined): HTMLElement | null =>
    value === undefined ? null : element('div', {}, element('dt', {}, name), element('dd', {}, value));
  const failedIn = check.failedIn > 0 ? ` (failed in ${check.failedIn} of ${check.of} runs; this is the first)` : '';
  return element(
    'li',
    { class: check.passed ? 'passed' : 'failed' },
    element(
      'p',
      {},
      element('span', { class: 'mark', 'aria-hidden': 'true' }, check.passed ? '✓' : '✗'),
      element('span', { class: 'unseen' }, check.passed ? 'Holds: ' : 'Fails: '),
      `${check.said}${failedIn}`,
    ),
    check.expected === undefined && check.happened === undefined
      ? null
      : element('dl', {}, compared('Expected', check.expected), compared('Happened', check.happened)),
    check.trial === undefined ? null : replayButton(check.trial, check.events ?? [], replay),
  );
}

function replayButton(trial: Trial, events: readonly number[], replay: Replay): HTMLElement {
  return element('button', { type: 'button', class: 'quiet', click: () => replay(trial, events) }, `Replay the run with ${trial.name}`);
}
