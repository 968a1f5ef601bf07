/** The lessons that are written, in the order of the course, as the site's build sees them. */
import type { MDXInstance } from 'astro';
import { parts } from '../../content/course.ts';
import type { LessonText, PartText } from '../../content/parts/part.ts';
import type { LessonFrontmatter } from '../../content/schema.ts';

export interface WrittenLesson extends LessonFrontmatter {
  readonly id: string;
  readonly partId: string;
  /** "Part 1", counted from 0 as the course does. */
  readonly partName: string;
  readonly partTitle: string;
  readonly isOptional: boolean;
  readonly Content: MDXInstance<LessonFrontmatter>['Content'];
  readonly headings: readonly { readonly depth: number; readonly slug: string; readonly text: string }[];
}

export interface CoursePart {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly lessons: readonly WrittenLesson[];
  /** Titles of the lessons that are not written yet. */
  readonly planned: readonly string[];
}

const modules = import.meta.glob<MDXInstance<LessonFrontmatter>>('../../content/lessons/*/lesson.mdx', { eager: true });

export const courseParts: readonly CoursePart[] = parts.map((part: PartText, number) => {
  const name = `Part ${number}`;
  const written = part.lessons.flatMap((lesson: LessonText): WrittenLesson[] => {
    const module = modules[`../../content/lessons/${lesson.id}/lesson.mdx`];
    if (module === undefined) return [];
    return [
      {
        ...module.frontmatter,
        id: lesson.id,
        partId: part.id,
        partName: name,
        partTitle: part.title,
        isOptional: lesson.optional ?? false,
        Content: module.Content,
        headings: module.getHeadings(),
      },
    ];
  });
  const planned = part.lessons.filter(({ id }) => !written.some((lesson) => lesson.id === id)).map(({ title }) => title);
  return { id: part.id, name, title: part.title, lessons: written, planned };
});

export const writtenLessons: readonly WrittenLesson[] = courseParts.flatMap(({ lessons }) => lessons);
