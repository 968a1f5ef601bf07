/** The gate of a break-it: the promise holds, one fault breaks it, another does not, and whatever is offered can be placed. */
import { type Breakage, placedFault } from '../../content/break-it.ts';
import type { Fault } from '../../sandbox/engine/cell.ts';
import type { RunReport } from '../../sandbox/engine/report.ts';
import { findingOf } from '../../sandbox/judge/grade.ts';
import { stepsOf } from '../../sandbox/judge/steps.ts';
import { storyOf } from '../../sandbox/judge/story.ts';
import { runOnce } from './cell-gate.ts';
import type { GateProblem } from './problem.ts';
import type { GateBreak, Machine, World } from './world.ts';

export async function gateBreak(world: World, machine: Machine, subject: GateBreak): Promise<readonly GateProblem[]> {
  const { id: where, breakIt, files } = subject;
  const run = (fault: Fault | null) =>
    runOnce(world, machine, where, { ...breakIt, faults: [...breakIt.faults, ...(fault === null ? [] : [fault])] }, files, breakIt.seed);
  const plain = await run(null);
  if (!plain.ok) return [plain.problem];
  const broken = failing(subject, plain.report);
  if (broken.length > 0)
    return [{ where, name: 'promise does not hold', said: `Without any fault these checks fail: ${broken.join(', ')}.` }];
  const problems: GateProblem[] = [];
  const solution = await run(breakIt.solution);
  if (!solution.ok) problems.push(solution.problem);
  else if (!strikes(solution.report)) problems.push({ where, name: 'fault does not strike', said: 'The solution never happens.' });
  else if (!breaks(subject, solution.report))
    problems.push({ where, name: 'solution breaks nothing', said: `None of ${breakIt.breaks.join(', ')} fails.` });
  const harmless = await run(breakIt.harmless);
  if (!harmless.ok) problems.push(harmless.problem);
  else if (!strikes(harmless.report)) problems.push({ where, name: 'fault does not strike', said: 'The harmless fault never happens.' });
  else if (breaks(subject, harmless.report)) {
    problems.push({ where, name: 'harmless fault breaks it', said: `It fails ${failing(subject, harmless.report).join(', ')}.` });
  }
  for (const kind of breakIt.offers) {
    const fault = anyFault(subject, kind, plain.report);
    const placed = fault === null ? null : await run(fault);
    if (placed?.ok === false) problems.push(placed.problem);
    else if (placed === null || !strikes(placed.report)) {
      problems.push({ where, name: 'fault does not strike', said: `${kind} is offered, and there is nowhere to place it.` });
    }
  }
  return problems;
}

function failing({ checks }: GateBreak, report: RunReport): readonly string[] {
  return checks.filter((check) => !findingOf(check, report, { name: 'the run' }).ok).map(({ id }) => id);
}

function breaks(subject: GateBreak, report: RunReport): boolean {
  return failing(subject, report).some((id) => subject.breakIt.breaks.includes(id));
}

function strikes({ events }: RunReport): boolean {
  return events.some(({ kind }) => kind === 'fault');
}

/** A fault of this kind at the first step where one can be placed, or null. */
function anyFault({ breakIt }: GateBreak, kind: Breakage, { events }: RunReport): Fault | null {
  const faults = breakIt.targets.flatMap((target) =>
    stepsOf(target, storyOf(events)).map(({ when }) => placedFault(breakIt, kind, target, when)),
  );
  return faults.find((fault) => fault !== null) ?? null;
}
