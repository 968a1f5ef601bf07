/** The verdict: the grade of an answer in one sentence, what was expected and what happened, then check by check. */
import type { WrongAnswer } from '../../sandbox/judge/exercise.ts';
import type { CheckGrade, Grade } from '../../sandbox/judge/grade.ts';
import type { Trial } from '../../sandbox/judge/trials.ts';
import { element } from './dom.ts';
import { sentenceNodes } from './inline-code.ts';

export interface VerdictActions {
  /** Runs the trial once more and points at its events, known by their sequence in the story. */
  replay(trial: Trial, events: readonly number[]): void;
  /** Goes on to the next of these events, from the last one to the first. */
  step(trial: Trial, events: readonly number[]): void;
  hint(): void;
  edit(): void;
}

/** `wrong` are answers that people with a misconception give: one that fails the same checks is told of. */
export function verdictView(grade: Grade, wrong: readonly WrongAnswer[], actions: VerdictActions): HTMLElement {
  const { unjudged } = grade;
  const first = firstFailing(grade);
  const others = grade.checks.filter((check) => check !== first);
  return element(
    'div',
    { class: `verdict ${grade.passed ? 'passed' : 'failed'}` },
    element('p', { class: 'said' }, grade.said),
    first === null ? null : comparedView(first),
    first?.mishap === undefined ? null : element('p', { class: 'mishap' }, `In this run ${first.mishap}`),
    beliefsView(beliefsOf(grade, wrong)),
    grade.passed ? null : nextRow(unjudged?.trial ?? first?.trial, first?.events ?? [], actions),
    others.length === 0 ? null : element('ul', { class: 'checks' }, ...others.map((check) => checkRow(check, actions))),
  );
}

/** The check that is told and replayed first, or null. */
export function firstFailing({ checks }: Pick<Grade, 'checks'>): CheckGrade | null {
  return checks.find(({ failedIn }) => failedIn > 0) ?? null;
}

/** What is said of the wrong answers that fail exactly the checks that this answer fails. */
export function beliefsOf({ checks }: Pick<Grade, 'checks'>, wrong: readonly WrongAnswer[]): readonly string[] {
  const failing = checks.filter(({ failedIn }) => failedIn > 0).map(({ id }) => id);
  const isSame = ({ fails }: WrongAnswer): boolean => fails.length === failing.length && fails.every((id) => failing.includes(id));
  const beliefs = wrong.filter(isSame).map(({ said }) => said);
  // More than two guesses are no help.
  return failing.length === 0 || beliefs.length > 2 ? [] : beliefs;
}

/** Two beliefs can fail the same checks: then the reader knows best which of them it was. */
function beliefsView(beliefs: readonly string[]): HTMLElement | null {
  const [first, ...others] = beliefs;
  if (first === undefined) return null;
  const familiar = (text: string) => element('strong', {}, text);
  if (others.length === 0) return element('p', { class: 'belief' }, familiar('This looks familiar. '), ...sentenceNodes(first));
  return element(
    'div',
    { class: 'belief' },
    familiar('This looks familiar. It may be one of these:'),
    element('ul', {}, ...beliefs.map((said) => element('li', {}, ...sentenceNodes(said)))),
  );
}

/** Expected against happened, or null when the finding says neither. */
export function comparedView({ expected, happened }: { readonly expected?: string; readonly happened?: string }): HTMLElement | null {
  if (expected === undefined && happened === undefined) return null;
  const row = (name: string, value: string | undefined): HTMLElement | null =>
    value === undefined ? null : element('div', {}, element('dt', {}, name), element('dd', {}, value));
  return element('dl', {}, row('Expected', expected), row('Happened', happened));
}

function nextRow(trial: Trial | undefined, events: readonly number[], { replay, step, hint, edit }: VerdictActions): HTMLElement {
  const button = (text: string, click: () => void) => element('button', { type: 'button', click }, text);
  return element(
    'p',
    { class: 'buttons' },
    trial === undefined ? null : button(events.length > 0 ? 'Show the moment' : 'Replay it', () => replay(trial, events)),
    trial === undefined || events.length < 2 ? null : button('Step', () => step(trial, events)),
    button('Hint', hint),
    button('Edit', edit),
    trial === undefined ? null : element('span', { class: 'replayed' }, `It is the run with ${trial.name}.`),
  );
}

function checkRow(check: CheckGrade, { replay }: VerdictActions): HTMLElement {
  const { trial, events = [] } = check;
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
    check.passed ? null : comparedView(check),
    trial === undefined
      ? null
      : element('button', { type: 'button', class: 'quiet', click: () => replay(trial, events) }, `Replay the run with ${trial.name}`),
  );
}
