/** The benches: every cell, exercise, review and break-it of the page comes to life. Nothing runs by itself. */
import { BreakBench } from './break.ts';
import { ExerciseBench } from './exercise.ts';
import { askIn } from './prediction.ts';
import { note } from './progress.ts';
import { ReviewBench } from './review.ts';
import { onRunEnded } from './run-ended.ts';
import { startTerms } from './term.ts';
import { Workbench } from './workbench.ts';

const BENCHES = '[data-cell], [data-exercise], [data-review], [data-break]';

/** In the order of the page, with a breath after each so that the page stays awake; one that is touched comes at once. */
export function startBenches(): void {
  const waiting = new Set(document.querySelectorAll<HTMLElement>(BENCHES));
  const start = (root: HTMLElement | null | undefined): void => {
    if (root && waiting.delete(root)) startBench(root);
  };
  const touch = ({ target }: Event): void => {
    if (target instanceof Element) start(target.closest<HTMLElement>(BENCHES));
  };
  for (const happening of ['pointerover', 'pointerdown', 'focusin']) addEventListener(happening, touch, { capture: true });
  const next = (): void => {
    start([...waiting][0]);
    if (waiting.size > 0) setTimeout(next);
    else document.documentElement.dataset['ready'] = '';
  };
  next();
  startTerms();
}

function startBench(root: HTMLElement): void {
  if ('exercise' in root.dataset) new ExerciseBench(root);
  else if ('review' in root.dataset) new ReviewBench(root);
  else if ('break' in root.dataset) new BreakBench(root);
  else {
    const bench = new Workbench(root);
    askIn(root, bench.panel);
    onRunEnded(root, () => note({ kind: 'ran', id: bench.data.id }));
  }
}
