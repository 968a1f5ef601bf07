/** What can only be seen of the course as a whole: ids that are there twice, and names of things in other lessons. */
import { basename, dirname, join } from 'node:path';
import type { Content } from './content.ts';
import type { Tag } from './lesson-tags.ts';
import { misfitProblems } from './load-cell.ts';
import { promptOf } from './load-exercise.ts';
import type { LoadedLesson } from './load-lesson.ts';
import type { LoadedPrediction } from './load-predictions.ts';
import type { ContentProblem } from './problem.ts';
import { queryMisfits } from './query-misfits.ts';
import { foldersIn } from './read-folder.ts';
import type { Misfit } from './scenario-problems.ts';

/** The glossary is null when it did not load. */
export type CourseContent = Omit<Content, 'problems' | 'glossary'> & { readonly glossary: Content['glossary'] | null };

/** `lessonFolders` are all of them, also those that did not load: what failed is told once, not by all who refer to it. */
export function courseProblems(content: CourseContent, lessonFolders: readonly string[]): readonly ContentProblem[] {
  const cellIds = lessonFolders.flatMap((folder) => foldersIn(join(folder, 'cells')).map((name) => `${basename(folder)}/${name}`));
  return [
    ...twiceProblems(content),
    ...content.predictions.flatMap((loaded) => predictionProblems(loaded, content, cellIds)),
    ...content.figures.flatMap(({ file, figure, cell }) =>
      misfitProblems(file, 'figure', [
        ...cellMisfits(cell, ['cell'], cellIds),
        ...runMisfits(content, cell, (scenario) =>
          figure.frames.flatMap(({ at }, index) => (typeof at === 'string' ? [] : queryMisfits(at, ['frames', index, 'at'], scenario))),
        ),
      ]),
    ),
    ...content.lessons.flatMap((lesson) => lessonProblems(lesson, content)),
    ...content.exercises.flatMap(({ folder, terms }) => termProblems(promptOf(folder), terms, content)),
  ];
}

/** Whether a prediction is asked above its cell's Run button; any other is a review question. */
export function isAskedAtCell({ lesson, cell, prediction }: LoadedPrediction, { cells }: Pick<Content, 'cells'>): boolean {
  const own = cells.find(({ id }) => id === cell)?.cell.seed;
  return cell.startsWith(`${lesson}/`) && (prediction.seed === undefined || prediction.seed === own);
}

/** The site finds cells, exercises and breaks by their name alone, and figures and predictions too. */
function twiceProblems({ cells, exercises, breaks, figures, predictions }: CourseContent): readonly ContentProblem[] {
  const benches = [
    ...cells.map(({ id, folder }) => named(id, join(folder, 'cell.ts'))),
    ...exercises.map(({ id, folder }) => named(id, join(folder, 'exercise.ts'))),
    ...breaks.map(({ id, folder }) => named(id, join(folder, 'break.ts'))),
  ];
  const drawn = figures.map(({ id, file }) => named(id, file));
  const asked = predictions.map(({ id, lesson, file, line }) => ({ name: id, lesson, file, line }));
  return [benches, drawn, asked].flatMap(twiceIn);
}

interface Named {
  readonly name: string;
  readonly lesson: string;
  readonly file: string;
  readonly line: number;
}

function named(id: string, file: string): Named {
  return { name: basename(id), lesson: dirname(id), file, line: 1 };
}

function twiceIn(things: readonly Named[]): readonly ContentProblem[] {
  return things.flatMap((thing) => {
    const { name, file, line } = thing;
    const first = things.find((other) => other.name === name) ?? thing;
    const said = `"${name}" is there twice in the course, and names must be unique. The other one is in the lesson ${first.lesson}.`;
    return first === thing ? [] : [{ file, line, said }];
  });
}

function predictionProblems(loaded: LoadedPrediction, content: CourseContent, cellIds: readonly string[]): readonly ContentProblem[] {
  const { file, index, cell, prediction } = loaded;
  const sibling = content.predictions.find(
    (other) => other.file === file && other.index < index && other.cell === cell && isAskedAtCell(other, content),
  );
  return misfitProblems(file, 'predictions', [
    ...cellMisfits(cell, [index, 'cell'], cellIds),
    ...(sibling !== undefined && isAskedAtCell(loaded, content)
      ? [{ path: [index, 'cell'], said: `"${sibling.id}" is asked above this cell already: at most one, or give this one another seed.` }]
      : []),
    ...runMisfits(content, cell, (scenario) =>
      prediction.options.flatMap(({ wrong }, at) =>
        wrong === undefined ? [] : queryMisfits(wrong.leaves, [index, 'options', at, 'wrong', 'leaves'], scenario),
      ),
    ),
  ]);
}

function cellMisfits(cell: string, path: readonly PropertyKey[], cellIds: readonly string[]): readonly Misfit[] {
  return cellIds.includes(cell) ? [] : [{ path, said: `There is no cell "${cell}".` }];
}

/** What `misfits` finds in the cell, which may itself not have loaded. */
function runMisfits(
  { cells }: CourseContent,
  id: string,
  misfits: (scenario: Content['cells'][number]['cell']) => readonly Misfit[],
): readonly Misfit[] {
  const loaded = cells.find((cell) => cell.id === id);
  return loaded === undefined ? [] : misfits(loaded.cell);
}

function lessonProblems(lesson: LoadedLesson, content: CourseContent): readonly ContentProblem[] {
  const { id, file, tags } = lesson;
  const drawn = content.figures.filter((figure) => figure.lesson === id).map(({ cell }) => cell);
  const shown = [...tags.Cell.map((tag) => `${id}/${tag.id}`), ...drawn];
  const hidden = content.cells.filter((cell) => cell.id.startsWith(`${id}/`) && !shown.includes(cell.id));
  return [
    ...hidden.map((cell) => ({
      file,
      line: 1,
      said: `The cell "${basename(cell.id)}" is in cells/, but neither the text nor a figure shows it.`,
    })),
    ...content.predictions
      .filter(
        (loaded) => loaded.lesson === id && isAskedAtCell(loaded, content) && !tags.Cell.some((tag) => `${id}/${tag.id}` === loaded.cell),
      )
      .map((loaded) => ({
        file: loaded.file,
        line: loaded.line,
        said: `"${loaded.id}" is asked above the cell ${loaded.cell}, which the text never shows.`,
      })),
    ...tags.Review.flatMap(({ id: name, line }) => {
      const prediction = content.predictions.find((loaded) => loaded.id === name);
      if (prediction === undefined) return [{ file, line, said: `There is no prediction "${name}" in any predictions.ts.` }];
      if (!isAskedAtCell(prediction, content)) return [];
      return [{ file, line, said: `"${name}" is asked above its cell: a review is about a cell of another lesson, or has another seed.` }];
    }),
    ...termProblems(file, tags.Term, content),
  ];
}

function termProblems(file: string, terms: readonly Tag[], { glossary }: CourseContent): readonly ContentProblem[] {
  if (glossary === null) return [];
  return terms
    .filter(({ id }) => !glossary.some((term) => term.id === id))
    .map(({ id, line }) => ({ file, line, said: `The glossary has no term "${id}" (content/glossary.ts).` }));
}
