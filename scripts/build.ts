/** The build: the machine's bundles, then the recorded runs, for which all content is checked, then the site in `dist/` with its search index. */
import { join } from 'node:path';
import { root } from './root.ts';
import { runNode } from './run-node.ts';

export interface BuildStep {
  readonly name: string;
  /** What Node runs. */
  readonly command: readonly string[];
}

/** Each step reads what the ones before it wrote. */
export const buildSteps: readonly BuildStep[] = [
  { name: 'machine and clients', command: [join(root, 'scripts', 'build-sandbox.ts')] },
  { name: 'types', command: [join(root, 'scripts', 'build-types.ts')] },
  { name: 'recorded runs', command: [join(root, 'scripts', 'record.ts')] },
  { name: 'site', command: [join(root, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build'] },
  { name: 'search', command: [join(root, 'scripts', 'build-search.ts')] },
];

if (import.meta.main) {
  for (const step of buildSteps) {
    const startedAt = performance.now();
    const { code, output } = await runNode(step.command);
    if (code !== 0) {
      console.error(`${output}\nBuilding failed at: ${step.name}.`);
      process.exitCode = 1;
      break;
    }
    console.error(`built: ${step.name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
  }
}
