/** Records one cell or starter in a process of its own: `node record-one.ts <id> <key> <file>`. */
import { writeFileSync } from 'node:fs';
import { openNodeMachine } from '../../sandbox/host/run-in-node.ts';
import { isJudgeable } from '../../sandbox/judge/unjudged.ts';
import { compileProblemText, prepare } from '../inflight/compile.ts';
import { loadContent } from '../inflight/content.ts';
import { type RecordedRun, type Recording, recordablesOf } from './recordable.ts';

const [id, key, file] = process.argv.slice(2);
const recordable = recordablesOf(await loadContent()).find((each) => each.id === id);
if (recordable === undefined || key === undefined || file === undefined) throw new Error(`There is nothing to record at ${id}.`);

const { scenario, files, seed } = recordable;
const { compiled, typeProblems } = await prepare(scenario, files);
const problems = compiled.ok ? typeProblems : compiled.problems;
for (const problem of problems) console.error(compileProblemText(problem));

if (compiled.ok && problems.length === 0) {
  const machine = await openNodeMachine();
  await machine.load(compiled.programs);
  const report = await machine.run({ scenario, seed });
  await machine.close();
  if (!isJudgeable(report.ended)) throw new Error(report.ended.said);
  const recording: Recording = { ...recordable, key, programs: compiled.programs, types: typeProblems, traceHash: report.traceHash };
  const run: RecordedRun = { report };
  writeFileSync(file.replace(/\.json$/, '.run.json'), JSON.stringify(run));
  writeFileSync(file, JSON.stringify(recording));
} else process.exitCode = 1;
