/** Loads the predictions of one lesson: `predictions.ts`, a list of questions about runs. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Prediction } from '../../content/prediction.ts';
import { predictionsSchema } from '../../content/schema.ts';
import { misfitProblems } from './load-cell.ts';
import { lineOfProperty } from './locate.ts';
import { failure, type Loaded } from './problem.ts';
import { readDescription } from './read-folder.ts';
import type { Misfit } from './scenario-problems.ts';

export interface LoadedPrediction {
  /** As `<Review id="…">` names it: unique in the course. */
  readonly id: string;
  readonly lesson: string;
  /** The `predictions.ts` that it is in, as an absolute path, and its place there. */
  readonly file: string;
  readonly index: number;
  readonly line: number;
  /** `<lesson>/<cell>`, whichever lesson it is in. */
  readonly cell: string;
  readonly prediction: Prediction;
}

/** The predictions of the lesson in this folder; a lesson without `predictions.ts` has none. */
export async function loadPredictions(path: string): Promise<Loaded<readonly LoadedPrediction[]>> {
  const folder = resolve(path);
  const file = join(folder, 'predictions.ts');
  if (!existsSync(file)) return { ok: true, value: [] };
  const described = await readDescription(file, 'predictions', predictionsSchema);
  if (!described.ok) return described;
  const predictions = described.value as unknown as readonly Prediction[];
  const misfits = predictions.flatMap(optionMisfits);
  if (misfits.length > 0) return failure(...misfitProblems(file, 'predictions', misfits));
  const text = readFileSync(file, 'utf8');
  const loaded = predictions.map((prediction, index) => ({
    id: prediction.id,
    lesson: basename(folder),
    file,
    index,
    line: lineOfProperty(text, 'predictions', [index, 'id']),
    cell: wholeCellId(prediction.cell, folder),
    prediction,
  }));
  return { ok: true, value: loaded };
}

/** `<lesson>/<cell>` from what is written in a file of the lesson in `folder`. */
export function wholeCellId(cell: string, folder: string): string {
  return cell.includes('/') ? cell : `${basename(folder)}/${cell}`;
}

/** The lesson's folder from a file in one of its folders, such as `figures/`. */
export function lessonFolderOf(file: string): string {
  return dirname(dirname(file));
}

function optionMisfits({ options }: Prediction, index: number): readonly Misfit[] {
  const ids = options.map(({ id }) => id);
  const twice = ids.flatMap((id, at) =>
    ids.indexOf(id) === at ? [] : [{ path: [index, 'options', at, 'id'], said: `The option "${id}" is there twice.` }],
  );
  const withoutBelief = options.filter(({ wrong }) => wrong === undefined).length;
  if (withoutBelief < 2) return twice;
  const said = 'Only the right option may do without "wrong": name the belief behind each of the others.';
  return [...twice, { path: [index, 'options'], said }];
}
