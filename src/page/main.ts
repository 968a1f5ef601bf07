/** The page's start: every cell and exercise comes to life, and nothing runs by itself. */
import { startBenches } from './benches.ts';
import { notice } from './notices.ts';
import { takeInterrupted } from './store.ts';

const interrupted = takeInterrupted();
if (interrupted !== null) {
  notice(
    `The page was reloaded or broke down while "${interrupted}" was running. Your text is kept; nothing was run again. If it used too much memory, change it before you run it.`,
  );
}

startBenches();
