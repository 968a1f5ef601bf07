/** The gate of what is asked of a run: predictions fit it, and figures find their frames in it. */
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import { type Asked, askPrediction } from '../record/ask-prediction.ts';
import { findFrames } from '../record/find-frames.ts';
import { runOnce } from './cell-gate.ts';
import type { GateProblem, GateProblemName } from './problem.ts';
import type { GateCell, GateFigure, GatePrediction, Machine, World } from './world.ts';

export function gatePrediction(
  world: World,
  machine: Machine,
  { id, lesson, cell, prediction }: GatePrediction,
  cells: readonly GateCell[],
): Promise<readonly GateProblem[]> {
  const where = `${lesson}, prediction ${id}`;
  return ask(world, machine, where, { cell, seed: prediction.seed }, cells, 'prediction does not fit its run', (events) =>
    askPrediction(prediction, events),
  );
}

export function gateFigure(
  world: World,
  machine: Machine,
  { id, cell, figure }: GateFigure,
  cells: readonly GateCell[],
): Promise<readonly GateProblem[]> {
  return ask(world, machine, `${id}, figure`, { cell, seed: figure.seed }, cells, 'frame not found', (events) =>
    findFrames(figure, events),
  );
}

interface RunAsked {
  readonly cell: string;
  readonly seed: number | undefined;
}

async function ask(
  world: World,
  machine: Machine,
  where: string,
  { cell: id, seed }: RunAsked,
  cells: readonly GateCell[],
  name: GateProblemName,
  question: (events: readonly TraceEvent[]) => Asked<unknown>,
): Promise<readonly GateProblem[]> {
  const subject = cells.find((each) => each.id === id);
  if (subject === undefined) return [{ where, name, said: `There is no cell ${id}.` }];
  const ran = await runOnce(world, machine, where, subject.cell, subject.files, seed ?? subject.cell.seed);
  if (!ran.ok) return [ran.problem];
  const asked = question(ran.report.events);
  return asked.ok ? [] : asked.misfits.map(({ said }) => ({ where, name, said }));
}
