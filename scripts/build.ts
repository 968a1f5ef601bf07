/** The build: the machine's bundles, then the recorded runs, for which all content is checked, then the site in `dist/` with its search index. */
import { join } from 'node:path';
import { buildForBrowser } from './build-browser.ts';
import { buildSandbox } from './build-sandbox.ts';
import { buildSearch } from './build-search.ts';
import { buildTypes } from './build-types.ts';
import { root } from './root.ts';
import { type Ran, runNode } from './run-node.ts';

export interface BuildStep {
  readonly name: string;
  /** Code 0 when it succeeded. */
  run(): Promise<Ran>;
}

/** Each step reads what the ones before it wrote. What takes little or mostly finds nothing to do runs in this process. */
export const buildSteps: readonly BuildStep[] = [
  { name: 'machine and clients', run: () => here(buildSandbox) },
  { name: 'types', run: () => here(buildTypes) },
  { name: 'editors and workers', run: () => here(buildForBrowser) },
  { name: 'recorded runs', run: () => runNode([join(root, 'scripts', 'record.ts')]) },
  { name: 'site', run: () => runNode([join(root, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build']) },
  { name: 'search', run: () => here(buildSearch) },
];

async function here(work: () => Promise<unknown>): Promise<Ran> {
  try {
    await work();
    return { code: 0, output: '' };
  } catch (error) {
    return { code: 1, output: error instanceof Error ? error.message : String(error) };
  }
}

if (import.meta.main) {
  for (const step of buildSteps) {
    const startedAt = performance.now();
    const { code, output } = await step.run();
    if (code !== 0) {
      console.error(`${output}\nBuilding failed at: ${step.name}.`);
      process.exitCode = 1;
      break;
    }
    console.error(`built: ${step.name} (${((performance.now() - startedAt) / 1000).toFixed(2)} s)`);
  }
}
