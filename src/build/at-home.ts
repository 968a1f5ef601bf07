/** The cells that can be taken home, lesson by lesson, in the order in which they are read. */
import type { Cell } from '../../sandbox/engine/cell.ts';
import { canGoHome } from '../course/at-home.ts';
import { type WrittenLesson, writtenLessons } from '../course/lessons.ts';
import { findCell } from './content.ts';
import { recordedOf } from './content-files.ts';
import { recordedEvents } from './recorded.ts';
import { toldFault } from './told-fault.ts';

const sources = import.meta.glob<string>('../../content/lessons/*/lesson.mdx', { eager: true, query: '?raw', import: 'default' });

export interface HomeCell {
  readonly id: string;
  readonly cell: Cell;
  /** What goes wrong in it, as its lesson says it. */
  readonly faults: readonly string[];
}

export interface HomeLesson {
  readonly lesson: WrittenLesson;
  readonly cells: readonly HomeCell[];
}

export const homeLessons: readonly HomeLesson[] = writtenLessons
  .map((lesson) => ({ lesson, cells: cellsIn(sources[`../../content/lessons/${lesson.id}/lesson.mdx`] ?? '') }))
  .filter(({ cells }) => cells.length > 0);

function cellsIn(source: string): HomeCell[] {
  return [...source.matchAll(/<Cell id="([\w-]+)"/g)].flatMap(([, id = '']) => {
    const { folder, module } = findCell(id);
    if (!canGoHome(module.cell)) return [];
    const events = recordedEvents(recordedOf(folder));
    return [{ id, cell: module.cell, faults: module.cell.faults.map((fault) => toldFault(fault, events)) }];
  });
}
