/** Monaco's worker, as a script of the site. */
import '../packages/monaco-worker.ts';
