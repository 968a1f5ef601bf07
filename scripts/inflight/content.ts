/** All content: finds every lesson, cell and exercise, and says what is wrong with any of them. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LoadedCell, loadCell } from './load-cell.ts';
import { type LoadedExercise, loadExercise } from './load-exercise.ts';
import { type LoadedLesson, loadLesson } from './load-lesson.ts';
import type { ContentProblem, Loaded } from './problem.ts';
import { foldersIn } from './read-folder.ts';

/** The `content/` of this repository, as an absolute path. */
export const CONTENT_FOLDER = fileURLToPath(new URL('../../content', import.meta.url));

export interface Content {
  readonly lessons: readonly LoadedLesson[];
  readonly cells: readonly LoadedCell[];
  readonly exercises: readonly LoadedExercise[];
  /** Empty when all is well; what has a problem is not in the lists above. */
  readonly problems: readonly ContentProblem[];
}

/** Reads `<folder>/lessons/*` with their cells and exercises, each in the order of its names. */
export async function loadContent(folder: string = CONTENT_FOLDER): Promise<Content> {
  const lessonFolders = foldersIn(join(resolve(folder), 'lessons')).map((name) => join(resolve(folder), 'lessons', name));
  const lessons = lessonFolders.map(loadLesson);
  const cells = await loadAll(lessonFolders, 'cells', loadCell);
  const exercises = await loadAll(lessonFolders, 'exercises', loadExercise);
  return {
    lessons: lessons.flatMap(inOrder),
    cells: cells.flatMap(inOrder),
    exercises: exercises.flatMap(inOrder),
    problems: [...lessons, ...cells, ...exercises].flatMap((loaded) => (loaded.ok ? [] : loaded.problems)),
  };
}

function loadAll<T>(
  lessons: readonly string[],
  kind: 'cells' | 'exercises',
  load: (folder: string) => Promise<Loaded<T>>,
): Promise<readonly Loaded<T>[]> {
  return Promise.all(lessons.flatMap((lesson) => foldersIn(join(lesson, kind)).map((name) => load(join(lesson, kind, name)))));
}

function inOrder<T>(loaded: Loaded<T>): readonly T[] {
  return loaded.ok ? [loaded.value] : [];
}
