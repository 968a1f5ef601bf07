/** A workshop for machine tests: compiles a few files and runs them in the Node machine. */

import type { Scenario } from '../../../sandbox/engine/cell.ts';
import type { RunReport } from '../../../sandbox/engine/report.ts';
import { compileInNode } from '../../../sandbox/host/compile-in-node.ts';
import { type NodeMachine, type NodeRun, openNodeMachine } from '../../../sandbox/host/run-in-node.ts';

export interface Workshop {
  /** Runs files, one process for each, named as the file without `.ts`. */
  run(files: Readonly<Record<string, string>>, change?: Partial<Scenario>, options?: Partial<NodeRun>): Promise<RunReport>;
  close(): Promise<void>;
}

export async function openWorkshop(options: { watchdogMs?: number } = {}): Promise<Workshop> {
  const machine: NodeMachine = await openNodeMachine(options);
  return {
    async run(files, change = {}, run = {}) {
      const entries = Object.keys(files);
      const compiled = await compileInNode(files, entries);
      if (!compiled.ok) throw new Error(compiled.problems.map(({ said, file, line }) => `${file}:${line} ${said}`).join('\n'));
      await machine.load(compiled.programs);
      return machine.run({ scenario: { ...scenarioOf(entries), ...change }, seed: 1, ...run });
    },
    close: () => machine.close(),
  };
}

function scenarioOf(entries: readonly string[]): Scenario {
  return {
    processes: entries.map((file) => ({ name: file.replace(/\.ts$/, ''), file })),
    brokers: [{ kind: 'redis' }, { kind: 'rabbitmq' }, { kind: 'fifo' }],
    network: { latencyMs: [1, 20] },
    faults: [],
    deadlineMs: 60_000,
    eventBudget: 200_000,
  };
}

/** What a process printed. */
export function printed(report: RunReport, process: string): string[] {
  return report.events.flatMap((event) => (event.kind === 'console' && event.process === process ? event.detail.text : []));
}
