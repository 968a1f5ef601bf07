/** Predictions as the site's build sees them: by id or by the cell above which they are asked, with what their run answered. */
import type { Prediction } from '../../content/prediction.ts';
import type { AskedData, ReviewData } from '../page/data.ts';
import { cellNamed, findCell } from './content.ts';
import { lessonOf } from './content-files.ts';
import { recorded } from './recorded.ts';

export interface AskedPrediction {
  readonly lesson: string;
  readonly prediction: Prediction;
  /** What the page needs after the run. */
  readonly data: AskedData;
}

const modules = import.meta.glob<{ predictions: readonly Prediction[] }>('../../content/lessons/*/predictions.ts', { eager: true });
const all = Object.entries(modules).flatMap(([path, { predictions }]) =>
  predictions.map((prediction) => ({ lesson: lessonOf(path), prediction })),
);

/** The question above the Run button of this cell, or null. */
export function predictionAtCell(cell: string): AskedPrediction | null {
  const { lesson, module } = findCell(cell);
  const found = all.find(
    ({ lesson: from, prediction }) =>
      from === lesson && prediction.cell === cell && (prediction.seed === undefined || prediction.seed === module.cell.seed),
  );
  return found === undefined ? null : withAnswer(found);
}

export function predictionNamed(id: string): AskedPrediction {
  const found = all.find(({ prediction }) => prediction.id === id);
  if (found === undefined) throw new Error(`No predictions.ts in content/lessons has "${id}".`);
  return withAnswer(found);
}

/** The questions of a lesson about its own cells. */
export function predictionsOf(lesson: string): readonly AskedPrediction[] {
  return all.filter((each) => each.lesson === lesson && !isAboutOther(each)).map(withAnswer);
}

/** The run of a review: its cell, as it was written, under the seed that is asked about. */
export function reviewNamed(id: string): { readonly asked: AskedPrediction; readonly run: ReviewData; readonly lesson: string } {
  const asked = predictionNamed(id);
  const { cell, seed } = asked.prediction;
  const name = cell.slice(cell.indexOf('/') + 1);
  const data = cellNamed(name);
  const { lesson } = findCell(name);
  return { asked, lesson, run: { ...data, id: `review-${id}`, seed: seed ?? data.seed, edits: [] } };
}

function isAboutOther({ lesson, prediction }: { readonly lesson: string; readonly prediction: Prediction }): boolean {
  return prediction.cell.includes('/') && !prediction.cell.startsWith(`${lesson}/`);
}

function withAnswer({ lesson, prediction }: { readonly lesson: string; readonly prediction: Prediction }): AskedPrediction {
  const { id, because, options } = prediction;
  const { answer, leaves } = recorded<{ answer: string; leaves: Readonly<Record<string, number>> }>(`${lesson}/predictions/${id}`);
  const wrong = options.flatMap((option) => {
    const at = leaves[option.id];
    return at === undefined || option.wrong === undefined
      ? []
      : [[option.id, { said: option.wrong.said, ghost: option.wrong.ghost, at }] as const];
  });
  return { lesson, prediction, data: { id, answer, because, wrong: Object.fromEntries(wrong) } };
}
