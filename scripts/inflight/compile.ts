/** Compiles for the command line: programs or problems, and what the type check says about the same files. */

import type { Scenario } from '../../sandbox/engine/cell.ts';
import type { Compiled, CompileProblem } from '../../sandbox/engine/program.ts';
import { checkTypesInNode, compileInNode, stop } from '../../sandbox/host/compile-in-node.ts';

export interface Prepared {
  readonly compiled: Compiled;
  /** Types are only stripped, so a program with these still runs. */
  readonly typeProblems: readonly CompileProblem[];
}

/** Needs the build of the machine. Whoever has prepared all must call `stop`, or esbuild keeps the program alive. */
export async function prepare(scenario: Scenario, files: Readonly<Record<string, string>>): Promise<Prepared> {
  const entries = [...new Set(scenario.processes.map(({ file }) => file))];
  const [compiled, typeProblems] = await Promise.all([compileInNode(files, entries), checkTypesInNode(files)]);
  return { compiled, typeProblems };
}

export { stop };

/** `file:line:column: sentence` */
export function compileProblemText({ file, line, column, said }: CompileProblem): string {
  return `${file}:${line}:${column}: ${said}`;
}
