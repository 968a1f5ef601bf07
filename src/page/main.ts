/** The page's start: every cell and exercise comes to life, and nothing runs by itself. */
import { element, part } from '../views/dom.ts';
import { ExerciseBench } from './exercise.ts';
import { onBrokenStorage, takeInterrupted } from './store.ts';
import { Workbench } from './workbench.ts';

onBrokenStorage((said) => notice(said));

const interrupted = takeInterrupted();
if (interrupted !== null) {
  notice(
    `The page was reloaded or broke down while "${interrupted}" was running. Your text is kept; nothing was run again. If it used too much memory, change it before you run it.`,
  );
}

for (const root of document.querySelectorAll<HTMLElement>('[data-cell]')) new Workbench(root);
for (const root of document.querySelectorAll<HTMLElement>('[data-exercise]')) new ExerciseBench(root);

const selfReport = Number(new URLSearchParams(location.search).get('self-report') ?? 0);
if (selfReport > 0) void import('./self-report.ts').then(({ reportHashes }) => reportHashes(selfReport));

function notice(said: string): void {
  const close = element('button', { type: 'button', class: 'quiet', click: () => row.remove() }, 'Close');
  const row = element('p', { class: 'notice', role: 'status' }, element('span', {}, said), close);
  part(document, 'notices').append(row);
}
