/** The page's start: every cell and exercise comes to life, and nothing runs by itself. */
import { ExerciseBench } from './exercise.ts';
import { notice } from './notices.ts';
import { takeInterrupted } from './store.ts';
import { Workbench } from './workbench.ts';

const interrupted = takeInterrupted();
if (interrupted !== null) {
  notice(
    `The page was reloaded or broke down while "${interrupted}" was running. Your text is kept; nothing was run again. If it used too much memory, change it before you run it.`,
  );
}

for (const root of document.querySelectorAll<HTMLElement>('[data-cell]')) new Workbench(root);
for (const root of document.querySelectorAll<HTMLElement>('[data-exercise]')) new ExerciseBench(root);
