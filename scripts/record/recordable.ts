/** What can be recorded: each cell under every seed that is asked about, each exercise with its starter, each break-it. */
import { relative } from 'node:path';
import { plainScenario, type Scenario } from '../../sandbox/engine/cell.ts';
import type { CompileProblem, Program } from '../../sandbox/engine/program.ts';
import type { RunReport } from '../../sandbox/engine/report.ts';
import { CONTENT_FOLDER, type Content } from '../inflight/content.ts';

export interface Recordable {
  /** Path below `content/lessons`, such as `machine/cells/redis-list`. */
  readonly id: string;
  readonly title: string;
  readonly objectives: readonly string[];
  readonly scenario: Scenario;
  readonly files: Readonly<Record<string, string>>;
  readonly seed: number;
}

export interface RecordingKey {
  /** A hash of everything that it was made of. */
  readonly key: string;
}

/** What the recording process is asked for. */
export interface RecordOrder extends RecordingKey {
  readonly id: string;
  /** Absolute path of the file to write. */
  readonly file: string;
}

export interface RecordResult {
  readonly id: string;
  /** What kept it from being recorded, or null. */
  readonly problem: string | null;
}

/** `<id>.json`: what a page needs for its first run. */
export interface Recording extends RecordingKey, Recordable {
  readonly programs: readonly Program[];
  readonly types: readonly CompileProblem[];
  readonly traceHash: string;
}

/** `<id>.run.json`: the run itself, for figures and predictions. */
export interface RecordedRun {
  readonly report: RunReport;
}

export function recordablesOf(content: Content): readonly Recordable[] {
  const { cells, exercises, breaks } = content;
  return [
    ...cells.flatMap(({ id, folder, cell, files }) =>
      seedsOf(id, cell.seed, content).map((seed) => ({
        id: idOf(folder) + seedMark(seed, cell.seed),
        title: cell.title,
        objectives: cell.objectives,
        scenario: plainScenario(cell),
        files,
        seed,
      })),
    ),
    ...exercises.map(({ folder, exercise, files, starter }) => ({
      id: idOf(folder),
      title: exercise.title,
      objectives: exercise.objectives,
      scenario: plainScenario(exercise),
      files: { ...files, ...starter },
      seed: exercise.seed,
    })),
    ...breaks.map(({ folder, breakIt, files }) => ({
      id: idOf(folder),
      title: breakIt.title,
      objectives: breakIt.objectives,
      scenario: plainScenario(breakIt),
      files,
      seed: breakIt.seed,
    })),
  ];
}

/** The recording of a cell's run, such as `fifo/cells/line.seed-7`; the cell is named as `fifo/line`. */
export function runOf(cell: string, seed: number | undefined, { cells }: Pick<Content, 'cells'>): string {
  const loaded = cells.find(({ id }) => id === cell);
  if (loaded === undefined) throw new Error(`There is no cell ${cell}.`);
  return idOf(loaded.folder) + seedMark(seed ?? loaded.cell.seed, loaded.cell.seed);
}

/** The cell's own seed first, then those of predictions and figures. */
function seedsOf(cell: string, own: number, { predictions, figures }: Content): readonly number[] {
  const asked = [
    ...predictions.map(({ cell: id, prediction }) => ({ id, seed: prediction.seed })),
    ...figures.map(({ cell: id, figure }) => ({ id, seed: figure.seed })),
  ];
  return [...new Set([own, ...asked.filter(({ id }) => id === cell).map(({ seed }) => seed ?? own)])];
}

function seedMark(seed: number, own: number): string {
  return seed === own ? '' : `.seed-${seed}`;
}

function idOf(folder: string): string {
  return relative(CONTENT_FOLDER, folder)
    .replaceAll('\\', '/')
    .replace(/^lessons\//, '');
}
