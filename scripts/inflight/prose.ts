/** The text of a lesson or prompt: its lines without code, and the links that must lead somewhere. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentProblem } from './problem.ts';

export interface ProseLine {
  readonly line: number;
  readonly text: string;
}

/** The text without code fences, which may show tags and links that are not meant. */
export function proseLines(body: string, firstLine: number): readonly ProseLine[] {
  let fenced = false;
  return body.split('\n').flatMap((text, index) => {
    if (text.trimStart().startsWith('```')) {
      fenced = !fenced;
      return [];
    }
    return fenced ? [] : [{ line: firstLine + index, text: text.replace(/`[^`]*`/g, '') }];
  });
}

/** Links are `#heading`, `/<lesson>/` or `https://…`; `lessons` is the folder that holds all lessons. */
export function linkProblems(file: string, lines: readonly ProseLine[], lessons: string): readonly ContentProblem[] {
  const headings = lines.filter(({ text }) => /^#+ /.test(text)).map(({ text }) => slugOf(text));
  return lines.flatMap(({ line, text }) =>
    [...text.matchAll(/\]\(([^)\s]*)\)/g)].flatMap((match) => {
      const target = match[1] ?? '';
      return linkLeads(target, lessons, headings) ? [] : [{ file, line, said: `The link "${target}" leads nowhere.` }];
    }),
  );
}

function linkLeads(target: string, lessons: string, headings: readonly string[]): boolean {
  if (target.startsWith('#')) return headings.includes(target.slice(1));
  if (target.startsWith('https://')) return URL.canParse(target);
  const lesson = /^\/([a-z-]+)\/$/.exec(target)?.[1];
  return target === '/' || (lesson !== undefined && existsSync(join(lessons, lesson, 'lesson.mdx')));
}

function slugOf(heading: string): string {
  return heading
    .replace(/^#+ /, '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
