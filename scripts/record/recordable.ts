/** What can be recorded: each cell with its own files, each exercise with its starter. */
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

export function recordablesOf({ cells, exercises }: Content): readonly Recordable[] {
  return [
    ...cells.map(({ folder, cell, files }) => ({
      id: idOf(folder),
      title: cell.title,
      objectives: cell.objectives,
      scenario: plainScenario(cell),
      files,
      seed: cell.seed,
    })),
    ...exercises.map(({ folder, exercise, files, starter }) => ({
      id: idOf(folder),
      title: exercise.title,
      objectives: exercise.objectives,
      scenario: plainScenario(exercise),
      files: { ...files, ...starter },
      seed: exercise.seed,
    })),
  ];
}

function idOf(folder: string): string {
  return relative(CONTENT_FOLDER, folder)
    .replaceAll('\\', '/')
    .replace(/^lessons\//, '');
}
