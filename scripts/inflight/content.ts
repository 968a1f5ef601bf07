/** All content: finds every lesson, cell, exercise and what else there is, and says what is wrong with any of them. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Term } from '../../content/glossary.ts';
import { courseProblems } from './course-problems.ts';
import { type LoadedBreak, loadBreak } from './load-break.ts';
import { type LoadedCell, loadCell } from './load-cell.ts';
import { type LoadedExercise, loadExercise } from './load-exercise.ts';
import { type LoadedFigure, loadFigure } from './load-figure.ts';
import { loadGlossary } from './load-glossary.ts';
import { type LoadedLesson, loadLesson } from './load-lesson.ts';
import { type LoadedPrediction, loadPredictions } from './load-predictions.ts';
import type { ContentProblem, Loaded } from './problem.ts';
import { filesIn, foldersIn } from './read-folder.ts';

/** The `content/` of this repository, as an absolute path. */
export const CONTENT_FOLDER = fileURLToPath(new URL('../../content', import.meta.url));

export interface Content {
  readonly lessons: readonly LoadedLesson[];
  readonly cells: readonly LoadedCell[];
  readonly exercises: readonly LoadedExercise[];
  readonly predictions: readonly LoadedPrediction[];
  readonly figures: readonly LoadedFigure[];
  readonly breaks: readonly LoadedBreak[];
  readonly glossary: readonly Term[];
  /** Empty when all is well; what has a problem of its own is not in the lists above. */
  readonly problems: readonly ContentProblem[];
}

/** Reads `<folder>/lessons/*` with all that is in them, each in the order of its names, and the glossary. */
export async function loadContent(folder: string = CONTENT_FOLDER): Promise<Content> {
  const lessonFolders = foldersIn(join(resolve(folder), 'lessons')).map((name) => join(resolve(folder), 'lessons', name));
  const lessons = lessonFolders.map(loadLesson);
  const cells = await loadAll(lessonFolders, 'cells', loadCell);
  const exercises = await loadAll(lessonFolders, 'exercises', loadExercise);
  const breaks = await loadAll(lessonFolders, 'breaks', loadBreak);
  const predictions = await Promise.all(lessonFolders.map(loadPredictions));
  const figures = await Promise.all(
    lessonFolders.flatMap((lesson) =>
      filesIn(join(lesson, 'figures'), '.ts').map((name) => loadFigure(join(lesson, 'figures', `${name}.ts`))),
    ),
  );
  const glossary = await loadGlossary(folder);
  const content = {
    lessons: lessons.flatMap(inOrder),
    cells: cells.flatMap(inOrder),
    exercises: exercises.flatMap(inOrder),
    predictions: predictions.flatMap(inOrder).flat(),
    figures: figures.flatMap(inOrder),
    breaks: breaks.flatMap(inOrder),
    glossary: glossary.ok ? glossary.value : null,
  };
  const loaded = [...lessons, ...cells, ...exercises, ...breaks, ...predictions, ...figures, glossary];
  return {
    ...content,
    glossary: content.glossary ?? [],
    problems: [...loaded.flatMap((each) => (each.ok ? [] : each.problems)), ...courseProblems(content, lessonFolders)],
  };
}

function loadAll<T>(
  lessons: readonly string[],
  kind: 'cells' | 'exercises' | 'breaks',
  load: (folder: string) => Promise<Loaded<T>>,
): Promise<readonly Loaded<T>[]> {
  return Promise.all(lessons.flatMap((lesson) => foldersIn(join(lesson, kind)).map((name) => load(join(lesson, kind, name)))));
}

function inOrder<T>(loaded: Loaded<T>): readonly T[] {
  return loaded.ok ? [loaded.value] : [];
}
