/** Asks the recorded runs what predictions and figures want to know, and writes the answers beside them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import type { Content } from '../inflight/content.ts';
import { misfitProblems } from '../inflight/load-cell.ts';
import type { LoadedFigure } from '../inflight/load-figure.ts';
import type { LoadedPrediction } from '../inflight/load-predictions.ts';
import type { ContentProblem } from '../inflight/problem.ts';
import { askPrediction } from './ask-prediction.ts';
import { type FoundFrames, findFrames } from './find-frames.ts';
import { type RecordedRun, runOf } from './recordable.ts';

/** Paths below the folder of recordings, without their ending. */
export function predictionName({ lesson, id }: LoadedPrediction): string {
  return `${lesson}/predictions/${id}`;
}

export function figureName({ lesson, id }: LoadedFigure): string {
  return `${lesson}/figures/${id.slice(lesson.length + 1)}`;
}

/**
 * Always asks anew: an answer may depend on any file that its own imports, and costs no more than reading a run.
 * `folder` holds the recordings. Returns what is wrong; then there is nothing to build a page from.
 */
export function askOfRuns(content: Content, folder: string): readonly ContentProblem[] {
  const runs = new Map<string, readonly TraceEvent[]>();
  const eventsOf = (run: string): readonly TraceEvent[] => {
    const known = runs.get(run) ?? (JSON.parse(readFileSync(join(folder, `${run}.run.json`), 'utf8')) as RecordedRun).report.events;
    runs.set(run, known);
    return known;
  };
  const problems: ContentProblem[] = [];
  for (const loaded of content.predictions) {
    const { file, index, cell, prediction } = loaded;
    const asked = askPrediction(prediction, eventsOf(runOf(cell, prediction.seed, content)));
    if (asked.ok) write(join(folder, `${predictionName(loaded)}.json`), asked.value);
    else
      problems.push(
        ...misfitProblems(
          file,
          'predictions',
          asked.misfits.map((misfit) => ({ ...misfit, path: [index, ...misfit.path] })),
        ),
      );
  }
  for (const loaded of content.figures) {
    const { file, cell, figure } = loaded;
    const run = runOf(cell, figure.seed, content);
    const found = findFrames(figure, eventsOf(run));
    if (found.ok) write(join(folder, `${figureName(loaded)}.json`), { run, at: found.value } satisfies FoundFrames);
    else problems.push(...misfitProblems(file, 'figure', found.misfits));
  }
  return problems;
}

function write(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(value));
}
