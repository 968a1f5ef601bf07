/** Figures as the site's build sees them: by id, with the run that they draw. */
import type { Figure } from '../../content/figure.ts';
import type { Cell } from '../../sandbox/engine/cell.ts';
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import { findCell } from './content.ts';
import { lessonOf } from './content-files.ts';
import { recorded, recordedRun } from './recorded.ts';

export interface DrawnFigure {
  readonly figure: Figure;
  readonly cell: Cell;
  readonly trace: readonly TraceEvent[];
  readonly frames: readonly { readonly at: number | 'start' | 'end'; readonly said: string }[];
  /** Where the cell can be run: its lesson and its id; null when no text shows it. */
  readonly runs: { readonly lesson: string; readonly cell: string } | null;
}

const figures = import.meta.glob<{ figure: Figure }>('../../content/lessons/*/figures/*.ts', { eager: true });
const texts = import.meta.glob<string>('../../content/lessons/*/lesson.mdx', { eager: true, query: '?raw', import: 'default' });

export function figureNamed(id: string): DrawnFigure {
  const [match] = Object.entries(figures).filter(([path]) => path.endsWith(`/figures/${id}.ts`));
  if (match === undefined) throw new Error(`No figures/${id}.ts is in content/lessons.`);
  const [path, { figure }] = match;
  const found = recorded<{ run: string; at: readonly (number | 'start' | 'end')[] }>(`${lessonOf(path)}/figures/${id}`);
  const name = figure.cell.slice(figure.cell.indexOf('/') + 1);
  const { lesson, module } = findCell(name);
  const isShown = texts[`../../content/lessons/${lesson}/lesson.mdx`]?.includes(`<Cell id="${name}"`) ?? false;
  return {
    figure,
    cell: module.cell,
    trace: recordedRun(found.run).events,
    frames: figure.frames.map(({ said }, index) => ({ at: found.at[index] ?? 'end', said })),
    runs: isShown ? { lesson, cell: name } : null,
  };
}
