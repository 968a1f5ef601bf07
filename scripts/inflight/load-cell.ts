/** Loads one cell folder: `cell.ts`, `files/` and its Python twin. */
import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { cellSchema, strangersCellSchema } from '../../content/schema.ts';
import type { Cell } from '../../sandbox/engine/cell.ts';
import { type LoadedTwin, loadTwin } from './load-twin.ts';
import { lineOfProperty } from './locate.ts';
import { type ContentProblem, failure, type Loaded } from './problem.ts';
import { momentMisfits } from './query-misfits.ts';
import { isFolder, readDescription, readFiles } from './read-folder.ts';
import { faultMisfits, type Misfit, scenarioMisfits } from './scenario-problems.ts';

export interface LoadedCell {
  /** `<lesson>/<cell>` for a cell of the course, else the name of its folder. */
  readonly id: string;
  /** Absolute path. */
  readonly folder: string;
  readonly cell: Cell;
  /** Text of each file in `files/`, by path inside it. */
  readonly files: Readonly<Record<string, string>>;
  /** The same in Python, if there is one. */
  readonly twin: LoadedTwin | null;
}

/** A cell of the course: every objective must be known and shown. */
export function loadCell(folder: string): Promise<Loaded<LoadedCell>> {
  return load(folder, cellSchema, (cell) => [
    ...cell.objectives
      .filter((id) => !(id in cell.shows))
      .map((id) => ({ path: ['objectives'], said: `The objective "${id}" has no entry in shows.` })),
    ...Object.keys(cell.shows)
      .filter((id) => !cell.objectives.includes(id))
      .map((id) => ({ path: ['shows', id], said: `shows has "${id}", which is not among the objectives of the cell.` })),
    ...Object.entries(cell.shows).flatMap(([id, { counterRun }]) => {
      const { faults } = counterRun.change;
      const path = ['shows', id, 'counterRun', 'change', 'faults'];
      return faults === undefined ? [] : faultMisfits({ ...cell, ...counterRun.change, faults }, path);
    }),
  ]);
}

/** Any folder that looks like a cell; what the course asks beyond running is not asked of it. */
export function loadStrangersCell(folder: string): Promise<Loaded<LoadedCell>> {
  return load(folder, strangersCellSchema, () => []);
}

async function load(
  path: string,
  schema: typeof cellSchema | typeof strangersCellSchema,
  furtherMisfits: (cell: Cell) => readonly Misfit[],
): Promise<Loaded<LoadedCell>> {
  const folder = resolve(path);
  const file = join(folder, 'cell.ts');
  if (!isFolder(folder)) return failure({ file: folder, line: 1, said: 'There is no such folder.' });
  const described = await readDescription(file, 'cell', schema);
  if (!described.ok) return described;
  const cell = described.value as unknown as Cell;
  const files = readFiles(join(folder, 'files'));
  const misfits = [...scenarioMisfits(cell, Object.keys(files)), ...momentMisfits(cell), ...furtherMisfits(cell)];
  if (misfits.length > 0) return failure(...misfitProblems(file, 'cell', misfits));
  const twin = loadTwin(folder);
  if (!twin.ok) return twin;
  const lesson = basename(dirname(folder)) === 'cells' ? basename(dirname(dirname(folder))) : null;
  const id = lesson === null ? basename(folder) : `${lesson}/${basename(folder)}`;
  return { ok: true, value: { id, folder, cell, files, twin: twin.value } };
}

/** Misfits placed on the lines of the file that exports `name`. */
export function misfitProblems(file: string, name: string, misfits: readonly Misfit[]): readonly ContentProblem[] {
  const text = readFileSync(file, 'utf8');
  return misfits.map((misfit) => ({ file, line: lineOfProperty(text, name, misfit.path), said: misfit.said }));
}
