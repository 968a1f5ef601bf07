/** Runs the author's gate over all content: one line for each problem, then what the solutions survived. */
import { availableParallelism } from 'node:os';
import { stop } from '../sandbox/host/compile-in-node.ts';
import { allowClosedOutput } from './closed-output.ts';
import { claimCount } from './gate/claims.ts';
import { gate } from './gate/gate.ts';
import { COMPARED_SEEDS } from './gate/hashes.ts';
import { unfought } from './gate/misconceptions.ts';
import { nodeWorld } from './gate/node-world.ts';
import { gateProblemText } from './gate/problem.ts';
import { loadContent } from './inflight/content.ts';
import { problemText } from './inflight/problem.ts';

allowClosedOutput();
const content = await loadContent(process.argv[2]);
const report = await gate(nodeWorld, content, COMPARED_SEEDS, availableParallelism());
await stop();

const problems = [...content.problems.map(problemText), ...report.problems.map(gateProblemText)];
for (const problem of problems) console.error(problem);
for (const [id, { survived, mutation }] of Object.entries(report.exercises)) {
  console.log(`${id}: the solution survived ${survived}.`);
  console.log(
    `${id}: ${mutation.tried} mutants: ${mutation.killed} noticed, ${mutation.broken} broken, ${mutation.survivors.length} survived.`,
  );
  for (const survivor of mutation.survivors) console.log(`  survived: ${survivor}`);
}
for (const { objective, misconception, missing } of unfought(content)) {
  console.log(`${objective}: nobody believes "${misconception}": no ${missing.join(', no ')}.`);
}
const passed = Math.max(0, claimCount(content) - report.problems.length);
console.log(
  `gate of ${content.cells.length} cells, ${content.exercises.length} exercises, ${content.predictions.length} predictions, ${content.figures.length} figures and ${content.breaks.length} break-its: ${passed} passed, ${problems.length} failed`,
);
if (problems.length > 0) process.exitCode = 1;
