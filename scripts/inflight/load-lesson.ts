/** Loads one lesson: its frontmatter, and what its text refers to. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type LessonFrontmatter, lessonIds, lessonSchema } from '../../content/schema.ts';
import { readFrontmatter } from './frontmatter.ts';
import { type ContentProblem, failure, type Loaded } from './problem.ts';
import { linkProblems, type ProseLine, proseLines } from './prose.ts';
import { foldersIn, issueText } from './read-folder.ts';

export interface LoadedLesson {
  readonly id: string;
  /** Absolute path. */
  readonly folder: string;
  readonly frontmatter: LessonFrontmatter;
  /** Folder names of the cells and exercises that the text shows, in the order of the text. */
  readonly cells: readonly string[];
  readonly exercises: readonly string[];
}

/** Every `<Cell id="…" />`, `<Exercise id="…" />` and link of the text must lead somewhere, and every folder must be shown. */
export function loadLesson(path: string): Loaded<LoadedLesson> {
  const folder = resolve(path);
  const file = join(folder, 'lesson.mdx');
  const id = basename(folder);
  if (!existsSync(file)) return failure({ file, line: 1, said: 'This file is missing.' });
  const frontmatter = readFrontmatter(readFileSync(file, 'utf8'));
  if (!frontmatter.ok) return failure({ file, line: frontmatter.line, said: frontmatter.said });
  const checked = lessonSchema.safeParse(frontmatter.data);
  const misfits = checked.success
    ? []
    : checked.error.issues.map((issue) => ({ file, line: nearestLine(frontmatter.lines, issue.path), said: issueText(issue) }));
  const lines = proseLines(frontmatter.body, frontmatter.bodyLine);
  const cells = namesIn(lines, 'Cell');
  const exercises = namesIn(lines, 'Exercise');
  const problems: readonly ContentProblem[] = [
    ...(lessonIds.includes(id) ? [] : [{ file, line: 1, said: `"${id}" is not a lesson of content/course.ts.` }]),
    ...misfits,
    ...folderProblems(file, 'cells', 'cell', cells),
    ...folderProblems(file, 'exercises', 'exercise', exercises),
    ...linkProblems(file, lines, dirname(folder)),
  ];
  if (problems.length > 0 || !checked.success) return failure(...problems);
  return {
    ok: true,
    value: { id, folder, frontmatter: checked.data, cells: cells.map((each) => each.name), exercises: exercises.map((each) => each.name) },
  };
}

function namesIn(lines: readonly ProseLine[], tag: 'Cell' | 'Exercise'): readonly { readonly name: string; readonly line: number }[] {
  return lines.flatMap(({ line, text }) =>
    [...text.matchAll(new RegExp(`<${tag}\\s[^>]*?\\bid="([^"]*)"`, 'g'))].map((match) => ({ name: match[1] ?? '', line })),
  );
}

function folderProblems(
  file: string,
  plural: 'cells' | 'exercises',
  singular: 'cell' | 'exercise',
  shown: readonly { readonly name: string; readonly line: number }[],
): readonly ContentProblem[] {
  const folders = foldersIn(join(dirname(file), plural));
  const missing = shown.filter(({ name }) => !folders.includes(name));
  const unused = folders.filter((name) => !shown.some((each) => each.name === name));
  return [
    ...missing.map(({ name, line }) => ({ file, line, said: `There is no ${singular} "${name}" in ${plural}/.` })),
    ...unused.map((name) => ({ file, line: 1, said: `The ${singular} "${name}" is in ${plural}/, but the text never shows it.` })),
  ];
}

/** The line of the value at `path`, or of what encloses it. */
function nearestLine(lines: ReadonlyMap<string, number>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const line = lines.get(path.slice(0, length).join('.'));
    if (line !== undefined) return line;
  }
  return 1;
}
