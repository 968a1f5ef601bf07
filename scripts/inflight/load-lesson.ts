/** Loads one lesson: its frontmatter, and what its text refers to. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type LessonFrontmatter, lessonIds, lessonSchema } from '../../content/schema.ts';
import { readFrontmatter } from './frontmatter.ts';
import { type TagName, type Tags, tagNames, tagsIn } from './lesson-tags.ts';
import { type ContentProblem, failure, type Loaded } from './problem.ts';
import { linkProblems, proseLines } from './prose.ts';
import { filesIn, foldersIn, issueText } from './read-folder.ts';

export interface LoadedLesson {
  readonly id: string;
  /** Absolute path. */
  readonly folder: string;
  /** Absolute path of `lesson.mdx`. */
  readonly file: string;
  readonly frontmatter: LessonFrontmatter;
  /** What the text shows, in the order of the text. */
  readonly tags: Tags;
}

/**
 * Every link of the text must lead somewhere, and so must every tag that names a folder or file of the lesson. What tags
 * name elsewhere in the course, and whether each cell is shown, is checked once all of it is loaded (`course-problems.ts`).
 */
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
  const tags = tagsIn(lines);
  const problems: readonly ContentProblem[] = [
    ...(lessonIds.includes(id) ? [] : [{ file, line: 1, said: `"${id}" is not a lesson of content/course.ts.` }]),
    ...misfits,
    ...tagNames.flatMap((name) =>
      tags[name]
        .filter((tag) => tag.id === '')
        .map(({ line }) => ({ file, line, said: `<${name}> needs an id, such as <${name} id="…" />.` })),
    ),
    ...places.flatMap((place) => placeProblems(file, place, tags)),
    ...linkProblems(file, lines, dirname(folder)),
  ];
  if (problems.length > 0 || !checked.success) return failure(...problems);
  return { ok: true, value: { id, folder, file, frontmatter: checked.data, tags } };
}

/** What lies in a folder of the lesson and is shown by a tag. A cell may also be shown by a figure. */
interface Place {
  readonly tag: TagName;
  readonly folder: string;
  readonly said: string;
  readonly names: (folder: string) => readonly string[];
  readonly mustBeShown: boolean;
}

const places: readonly Place[] = [
  { tag: 'Cell', folder: 'cells', said: 'cell', names: foldersIn, mustBeShown: false },
  { tag: 'Exercise', folder: 'exercises', said: 'exercise', names: foldersIn, mustBeShown: true },
  { tag: 'Break', folder: 'breaks', said: 'break', names: foldersIn, mustBeShown: true },
  { tag: 'Figure', folder: 'figures', said: 'figure', names: (folder) => filesIn(folder, '.ts'), mustBeShown: true },
];

function placeProblems(file: string, { tag, folder, said, names, mustBeShown }: Place, tags: Tags): readonly ContentProblem[] {
  const there = names(join(dirname(file), folder));
  const shown = tags[tag].filter(({ id }) => id !== '');
  const unused = mustBeShown ? there.filter((name) => !shown.some(({ id }) => id === name)) : [];
  return [
    ...shown
      .filter(({ id }) => !there.includes(id))
      .map(({ id, line }) => ({ file, line, said: `There is no ${said} "${id}" in ${folder}/.` })),
    ...unused.map((name) => ({ file, line: 1, said: `The ${said} "${name}" is in ${folder}/, but the text never shows it.` })),
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
