/** The tags of a lesson's text: which cell, figure, term … it shows, and on which line. */
import type { ProseLine } from './prose.ts';

/** The components that a text may name by id. */
export const tagNames = ['Cell', 'Exercise', 'Figure', 'Review', 'Break', 'Term'] as const;
export type TagName = (typeof tagNames)[number];

export interface Tag {
  readonly id: string;
  /** From 1. */
  readonly line: number;
}

export type Tags = Readonly<Record<TagName, readonly Tag[]>>;

/** Every `<Cell id="…">` and its like, in the order of the text; a tag without an id has the id "". */
export function tagsIn(lines: readonly ProseLine[]): Tags {
  const found = Object.fromEntries(tagNames.map((name) => [name, [] as Tag[]])) as Record<TagName, Tag[]>;
  for (const { line, text } of lines) {
    for (const match of text.matchAll(/<(Cell|Exercise|Figure|Review|Break|Term)\b([^>]*)/g)) {
      found[match[1] as TagName].push({ id: /\bid="([^"]*)"/.exec(match[2] ?? '')?.[1] ?? '', line });
    }
  }
  return found;
}
