/** `npm test`: installs what is missing, then runs every check. The last line is `N passed, N failed`. */
import { ensureInstalled } from './bootstrap.mjs';
import { launch } from './launch.mjs';

const problem = ensureInstalled();
if (problem === null) {
  process.exitCode = await launch('scripts/test/run-checks.ts', process.argv.slice(2));
} else {
  console.log(`${problem}\n0 passed, 1 failed`);
  process.exitCode = 1;
}
