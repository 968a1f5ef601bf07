/** The gate of a cell: its run shows each objective and each moment, and the counter-run does not show the objective. */
import type { Cell, Scenario, Shows } from '../../sandbox/engine/cell.ts';
import type { RunReport } from '../../sandbox/engine/report.ts';
import { bareScenario } from '../../sandbox/judge/trials.ts';
import { isJudgeable } from '../../sandbox/judge/unjudged.ts';
import { findEvent } from '../../sandbox/trace/query.ts';
import type { GateProblem } from './problem.ts';
import { compileProblem } from './trying.ts';
import { entriesOf, type Files, type GateCell, type Machine, type World } from './world.ts';

export async function gateCell(world: World, machine: Machine, { id, cell, files }: GateCell): Promise<readonly GateProblem[]> {
  const own = await runOnce(world, machine, id, cell, files, cell.seed);
  if (!own.ok) return [own.problem];
  const problems: GateProblem[] = [...momentProblems(id, cell, own.report)];
  for (const [objective, shows] of Object.entries(cell.shows)) {
    if (!holds(id, objective, shows, own.report)) {
      problems.push({ where: id, name: 'shows does not hold', said: `Its run does not show ${objective}.` });
    }
    const { name, change, files: changed = {} } = shows.counterRun;
    const where = `${id}, counter-run of ${objective} (${name})`;
    const counter = await runOnce(world, machine, where, { ...cell, ...change }, { ...files, ...changed }, cell.seed);
    if (!counter.ok) problems.push(counter.problem);
    else if (holds(id, objective, shows, counter.report)) {
      problems.push({ where, name: 'shows holds on its counter-run', said: `It shows ${objective} too, so the predicate proves nothing.` });
    }
  }
  return problems;
}

/** The cell's own run has every moment as a step that a reader can go to, in the order in which they are written. */
function momentProblems(where: string, { moments = [] }: Cell, { events }: RunReport): readonly GateProblem[] {
  let last = -1;
  return moments.flatMap(({ at, label }): readonly GateProblem[] => {
    const found = findEvent(events, at);
    if (found === undefined) return [{ where, name: 'moment not found', said: `Its run has no moment "${label}".` }];
    if (found.level !== 'story') return [{ where, name: 'moment is no step', said: `The moment "${label}" is no step of the story.` }];
    const isLater = found.sequence > last;
    last = found.sequence;
    return isLater ? [] : [{ where, name: 'moment not found', said: `The moment "${label}" does not come after the one before it.` }];
  });
}

export type Ran = { readonly ok: true; readonly report: RunReport } | { readonly ok: false; readonly problem: GateProblem };

/** Compiles and runs it once, in a machine that may have run other things. */
export async function runOnce(world: World, machine: Machine, where: string, scenario: Scenario, files: Files, seed: number): Promise<Ran> {
  const compiled = await world.compile(files, entriesOf(scenario));
  if (!compiled.ok) return { ok: false, problem: compileProblem(where, compiled.problems) };
  await machine.load(compiled.programs);
  const report = await machine.run({ scenario: bareScenario(scenario), seed, hash: false, reuseClients: false });
  const { ended } = report;
  if (!isJudgeable(ended)) return { ok: false, problem: { where, name: 'does not end', said: ended.said } };
  return { ok: true, report };
}

function holds(id: string, objective: string, shows: Shows, { events }: RunReport): boolean {
  try {
    return shows.holds(events);
  } catch (error) {
    throw new Error(`shows["${objective}"] of ${id} itself failed: it must return true or false for every trace.`, { cause: error });
  }
}
