/** Records cells and starters, one after the other: `node record-list.ts <orders as JSON>`. Says after each how it went. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { openNodeMachine } from '../../sandbox/host/run-in-node.ts';
import { isJudgeable } from '../../sandbox/judge/unjudged.ts';
import { compileProblemText, prepare, stop } from '../inflight/compile.ts';
import { loadContent } from '../inflight/content.ts';
import { type Recordable, type RecordedRun, type Recording, type RecordOrder, type RecordResult, recordablesOf } from './recordable.ts';

const orders = JSON.parse(process.argv[2] ?? '[]') as readonly RecordOrder[];
const recordables = recordablesOf(await loadContent());
const machine = await openNodeMachine();
for (const order of orders) {
  const recordable = recordables.find(({ id }) => id === order.id);
  if (recordable === undefined) throw new Error(`There is nothing to record at ${order.id}.`);
  const result: RecordResult = { id: order.id, problem: await record(recordable, order) };
  console.log(JSON.stringify(result));
}
await machine.close();
await stop();

/** What keeps it from being recorded, or null. */
async function record(recordable: Recordable, { key, file }: RecordOrder): Promise<string | null> {
  const { scenario, files, seed } = recordable;
  const { compiled, typeProblems } = await prepare(scenario, files);
  if (!compiled.ok) return compiled.problems.map(compileProblemText).join('\n');
  if (typeProblems.length > 0) return typeProblems.map(compileProblemText).join('\n');
  await machine.load(compiled.programs);
  const report = await machine.run({ scenario, seed });
  if (!isJudgeable(report.ended)) return report.ended.said;
  const recording: Recording = { ...recordable, key, programs: compiled.programs, types: typeProblems, traceHash: report.traceHash };
  const run: RecordedRun = { report };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file.replace(/\.json$/, '.run.json'), JSON.stringify(run));
  writeFileSync(file, JSON.stringify(recording));
  return null;
}
