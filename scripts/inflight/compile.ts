/** Compiles for the command line: programs or problems, and what the type check says about the same files. */

import type { Scenario } from '../../sandbox/engine/cell.ts';
import type { Compiled, CompileProblem } from '../../sandbox/engine/program.ts';
import { checkTypesInNode, compileInNode, stop } from '../../sandbox/host/compile-in-node.ts';
import { buildMachine } from './machine-build.ts';

export interface Prepared {
  readonly compiled: Compiled;
  /** Types are only stripped, so a program with these still runs. */
  readonly typeProblems: readonly CompileProblem[];
}

/** Builds the machine first where it is stale. */
export async function prepare(scenario: Scenario, files: Readonly<Record<string, string>>): Promise<Prepared> {
  await buildMachine();
  const entries = [...new Set(scenario.processes.map(({ file }) => file))];
  try {
    return { compiled: await compileInNode(files, entries), typeProblems: await checkTypesInNode(files) };
  } finally {
    await stop();
  }
}

/** `file:line:column: sentence` */
export function compileProblemText({ file, line, column, said }: CompileProblem): string {
  return `${file}:${line}:${column}: ${said}`;
}
