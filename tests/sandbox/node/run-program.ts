/** Runs programs on the machine as it is built, and gives what they printed. */

import type { BrokerKind } from '../../../sandbox/engine/cell.ts';
import type { RunReport } from '../../../sandbox/engine/report.ts';
import { compileInNode } from '../../../sandbox/host/compile-in-node.ts';
import { openNodeMachine } from '../../../sandbox/host/run-in-node.ts';
import { buildSandbox } from '../../../scripts/build-sandbox.ts';

export interface Printed {
  /** What each process printed, line by line; other methods than `log` are named before the text. */
  readonly lines: Readonly<Record<string, readonly string[]>>;
  readonly report: RunReport;
}

/** Runs one process per program, all started at 0 ms, on a network with 1 ms of latency. */
export async function runPrograms(programs: Readonly<Record<string, string>>, brokers: readonly BrokerKind[] = []): Promise<Printed> {
  await buildSandbox();
  const files = Object.fromEntries(Object.entries(programs).map(([name, text]) => [`${name}.ts`, text]));
  const compiled = await compileInNode(files, Object.keys(files));
  if (!compiled.ok) throw new Error(compiled.problems.map(({ said }) => said).join('\n'));
  const machine = await openNodeMachine();
  try {
    await machine.load(compiled.programs);
    const processes = Object.keys(programs).map((name) => ({ name, file: `${name}.ts` }));
    const network = { latencyMs: [1, 1] as const };
    const scenario = {
      processes,
      brokers: brokers.map((kind) => ({ kind })),
      network,
      faults: [],
      deadlineMs: 60_000,
      eventBudget: 100_000,
    };
    const report = await machine.run({ scenario, seed: 1 });
    return { lines: linesOf(report, Object.keys(programs)), report };
  } finally {
    await machine.close();
  }
}

/** The same for a single process: what it printed. */
export async function runProgram(text: string, brokers: readonly BrokerKind[] = []): Promise<readonly string[]> {
  const { lines } = await runPrograms({ app: text }, brokers);
  return lines['app'] ?? [];
}

function linesOf({ events }: RunReport, names: readonly string[]): Record<string, string[]> {
  const lines: Record<string, string[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (const event of events) {
    const own = lines[event.process];
    if (own === undefined) continue;
    if (event.kind === 'console')
      own.push(event.detail.method === 'log' ? event.detail.text : `${event.detail.method}: ${event.detail.text}`);
    if (event.kind === 'processCrashed') own.push(`crashed: ${event.detail.said}`);
    if (event.kind === 'processExited' && event.detail.code !== 0) own.push(`exited: ${event.detail.code}`);
  }
  return lines;
}
