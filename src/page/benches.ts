/** The benches: every cell, exercise, review and break-it of the page comes to life. Nothing runs by itself. */
import { BreakBench } from './break.ts';
import { ExerciseBench } from './exercise.ts';
import { askIn } from './prediction.ts';
import { note } from './progress.ts';
import { ReviewBench } from './review.ts';
import { onRunEnded } from './run-ended.ts';
import { startTerms } from './term.ts';
import { Workbench } from './workbench.ts';

export function startBenches(): void {
  each('[data-cell]', (root) => {
    const bench = new Workbench(root);
    askIn(root, bench.panel);
    onRunEnded(root, () => note({ kind: 'ran', id: bench.data.id }));
  });
  each('[data-exercise]', (root) => new ExerciseBench(root));
  each('[data-review]', (root) => new ReviewBench(root));
  each('[data-break]', (root) => new BreakBench(root));
  startTerms();
}

function each(selector: string, start: (root: HTMLElement) => unknown): void {
  for (const root of document.querySelectorAll<HTMLElement>(selector)) start(root);
}
