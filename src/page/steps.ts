/** Steps on the page: every `data-steps` row shows what of it is done, and follows when more is done, in any tab. */
import { part } from '../views/dom.ts';
import { onProgress, type Progress, progressOf, type StepKey } from './progress.ts';

export function startSteps(): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-steps]')];
  const show = (progress: Progress): void => {
    for (const row of rows) showRow(row, progress);
  };
  show(progressOf());
  onProgress(show);
}

/** How many of these steps are done. */
export function doneOf(keys: readonly StepKey[], progress: Progress): number {
  return keys.filter((key) => progress[key] !== undefined).length;
}

function showRow(row: HTMLElement, progress: Progress): void {
  const keys = (row.dataset['steps'] ?? '').split(' ') as StepKey[];
  const done = doneOf(keys, progress);
  row.dataset['state'] = done === 0 ? 'new' : done === keys.length ? 'done' : 'begun';
  for (const [index, token] of row.querySelectorAll('.tokens i').entries()) {
    const step = progress[keys[index] as StepKey];
    token.className = step === undefined ? '' : step.right === false ? 'done missed' : 'done';
  }
  part(row, 'steps-said').textContent = done === 0 ? '' : `${done} of ${keys.length} steps done`;
}
