/** Loads one figure: `figures/<figure>.ts` of a lesson, the pictures of a recorded run. */
import { basename, resolve } from 'node:path';
import type { Figure } from '../../content/figure.ts';
import { figureSchema } from '../../content/schema.ts';
import { lessonFolderOf, wholeCellId } from './load-predictions.ts';
import type { Loaded } from './problem.ts';
import { readDescription } from './read-folder.ts';

export interface LoadedFigure {
  /** `<lesson>/<figure>`. */
  readonly id: string;
  readonly lesson: string;
  /** Absolute path. */
  readonly file: string;
  /** `<lesson>/<cell>`, whichever lesson it is in. */
  readonly cell: string;
  readonly figure: Figure;
}

export async function loadFigure(path: string): Promise<Loaded<LoadedFigure>> {
  const file = resolve(path);
  const described = await readDescription(file, 'figure', figureSchema);
  if (!described.ok) return described;
  const figure = described.value as unknown as Figure;
  const lesson = basename(lessonFolderOf(file));
  return {
    ok: true,
    value: { id: `${lesson}/${basename(file, '.ts')}`, lesson, file, cell: wholeCellId(figure.cell, lessonFolderOf(file)), figure },
  };
}
