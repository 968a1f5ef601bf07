/** The gate's world: the content it judges and the machine it runs it on, as parameters, so that it can be tested itself. */
import type { Scenario } from '../../sandbox/engine/cell.ts';
import type { Compiled, Program } from '../../sandbox/engine/program.ts';
import type { RunReport } from '../../sandbox/engine/report.ts';
import type { LoadedBreak } from '../inflight/load-break.ts';
import type { LoadedCell } from '../inflight/load-cell.ts';
import type { LoadedExercise } from '../inflight/load-exercise.ts';
import type { LoadedFigure } from '../inflight/load-figure.ts';
import type { LoadedLesson } from '../inflight/load-lesson.ts';
import type { LoadedPrediction } from '../inflight/load-predictions.ts';

export type Files = Readonly<Record<string, string>>;

export interface GateRun {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly hash: boolean;
  /** The shortcut of sweeps: go on with the client instances of the run before. */
  readonly reuseClients: boolean;
}

/** A worker with a machine in it. */
export interface Machine {
  /** Replaces the programs of the same entries. */
  load(programs: readonly Program[]): Promise<void>;
  run(run: GateRun): Promise<RunReport>;
  close(): Promise<void>;
}

export interface World {
  /** Compiles the entries with all local files they reach; type errors count as problems. */
  compile(files: Files, entries: readonly string[]): Promise<Compiled>;
  /** Compiles without looking at types, for changed solutions. */
  compileUntyped(files: Files, entries: readonly string[]): Promise<Compiled>;
  /** Starts a fresh worker. */
  openMachine(): Promise<Machine>;
}

export type GateCell = Pick<LoadedCell, 'id' | 'cell' | 'files' | 'twin'>;

export type GateExercise = Omit<LoadedExercise, 'folder' | 'terms'>;

export type GateLesson = Pick<LoadedLesson, 'id' | 'tags'>;

export type GatePrediction = Pick<LoadedPrediction, 'id' | 'lesson' | 'cell' | 'prediction'>;

export type GateFigure = Pick<LoadedFigure, 'id' | 'cell' | 'figure'>;

export type GateBreak = Omit<LoadedBreak, 'folder'>;

export interface GateContent {
  readonly lessons: readonly GateLesson[];
  readonly cells: readonly GateCell[];
  readonly exercises: readonly GateExercise[];
  readonly predictions: readonly GatePrediction[];
  readonly figures: readonly GateFigure[];
  readonly breaks: readonly GateBreak[];
}

/** The entry files of a scenario, each once. */
export function entriesOf(scenario: Scenario): readonly string[] {
  return [...new Set(scenario.processes.map(({ file }) => file))];
}
