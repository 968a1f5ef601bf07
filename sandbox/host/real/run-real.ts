/** A run against real brokers: the same files as processes of Node, the same faults, as far as they can be done for real. */
import type { Scenario } from '../../engine/cell.ts';
import type { RunReport } from '../../engine/report.ts';
import { FaultDriver } from './fault-driver.ts';
import { RealRun } from './real-run.ts';
import { openServer, type RealServer } from './real-server.ts';
import { makeWorkspace } from './workspace.ts';

export interface RealPlan {
  readonly scenario: Scenario;
  readonly files: Readonly<Record<string, string>>;
}

/** As of a simulated run, with real times; its events are only those that processes tell: console lines and effects. */
export interface RealReport extends Pick<RunReport, 'ended' | 'events' | 'processes'> {
  readonly realMs: number;
}

/** Runs it and leaves nothing behind. Throws a RealError, a sentence, when this machine cannot do it. */
export async function runAgainstReal(plan: RealPlan): Promise<RealReport> {
  const faults = new FaultDriver(plan.scenario.faults);
  const workspace = makeWorkspace(plan.files);
  const servers = new Map<string, RealServer>();
  const run = new RealRun(plan, faults, workspace.folder, servers);
  try {
    for (const broker of plan.scenario.brokers) servers.set(broker.name ?? broker.kind, await openServer(broker.kind));
    return await run.toEnd();
  } finally {
    run.close();
    for (const server of servers.values()) await server.close();
    workspace.remove();
  }
}
