/** All checks of `npm test` in the order in which they run; those of one stage run side by side. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowsers } from '../browsers.ts';
import { buildSteps } from '../build.ts';
import { root } from '../root.ts';
import { run, runNode } from '../run-node.ts';
import { checkTypes, typedFolders } from '../typecheck.ts';
import { type Check, type Counts, oneCheck, sum } from './check.ts';
import { countsOf } from './counted-output.ts';
import { countTests, type VitestReport } from './vitest-counts.ts';

const lint: Check = {
  name: 'lint',
  run: async () => {
    const { code, output } = await run(join(root, 'node_modules', '.bin', 'biome'), ['ci', '--colors=off']);
    return oneCheck(code === 0, output);
  },
};

const types: Check = {
  name: 'types',
  run: async () => {
    const all: Counts[] = [];
    for (const folder of typedFolders()) {
      const problems = await checkTypes(folder);
      all.push(oneCheck(problems === '', `types of ${folder}:\n${problems}`));
    }
    return sum(all);
  },
};

/** Each step counts as one check; after one that fails, the ones after it fail too. */
const build: Check = {
  name: 'build',
  run: async () => {
    const all: Counts[] = [];
    for (const step of buildSteps) {
      const isBlocked = all.some((counts) => counts.failed > 0);
      const { code, output } = isBlocked ? { code: 1, output: 'not tried' } : await step.run();
      all.push(oneCheck(code === 0, `build, ${step.name}:\n${output}`));
    }
    return sum(all);
  },
};

const gate: Check = {
  name: 'gate',
  run: async () => {
    const ran = await runNode([join(root, 'scripts', 'gate.ts')]);
    const survivors = ran.output.split('\n').filter((line) => line.includes('survived'));
    console.log(survivors.join('\n'));
    return countsOf(ran);
  },
};

/** Against a real broker where one answers; where none does, that is said, and nothing is counted. */
const conformance: Check = {
  name: 'conformance',
  run: async () => {
    const ran = await runNode([join(root, 'scripts', 'conformance.ts'), '--quick']);
    const counts = countsOf(ran);
    if (counts.passed + counts.failed === 0) console.log(ran.output.trim());
    return counts;
  },
};

/** Installs the browsers that are missing; each one that still is counts as one that failed. */
function inBrowsers(name: string): Check {
  return {
    name,
    run: async () => {
      const missing = await ensureBrowsers(console.log);
      const counts = await runTests(name);
      return sum([...missing.map((sentence) => oneCheck(false, sentence)), counts]);
    },
  };
}

function tests(project: string, name = project): Check {
  return { name, run: () => runTests(project) };
}

/** Runs one vitest project and counts its tests. An error outside every test counts as one that failed. */
async function runTests(project: string): Promise<Counts> {
  const reportFile = join(root, '.inflight', 'tests', `${project}.json`);
  rmSync(reportFile, { force: true });
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${reportFile}`];
  const { code, output } = await runNode([vitest, 'run', '--project', project, '--no-color', ...reporters]);
  if (!existsSync(reportFile)) return oneCheck(false, `${project}:\n${output}`);
  const counts = countTests(JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport, output);
  return code !== 0 && counts.failed === 0 ? sum([counts, oneCheck(false, `${project}:\n${output}`)]) : counts;
}

export const stages: readonly (readonly Check[])[] = [
  [lint, types, build],
  [tests('architecture'), tests('unit'), tests('contracts')],
  // By itself: contract tests ask the same server how many patterns somebody listens to.
  [conformance],
  [tests('gate', 'gate tests')],
  [gate],
  [inBrowsers('browser')],
  [inBrowsers('hostile')],
];
