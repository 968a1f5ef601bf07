/** `inflight objectives`: every objective of the course, with the cells that show it and the exercises that ask for it. */
import { relative } from 'node:path';
import { objectives } from '../../content/course.ts';
import { root } from '../root.ts';
import { loadContent } from './content.ts';
import { problemText } from './problem.ts';

/** One objective; cells and exercises are folders as seen from the root of the project, ready for `run` and `grade`. */
export interface ObjectiveRow {
  readonly id: string;
  readonly cells: readonly string[];
  readonly exercises: readonly string[];
}

/** Prints them. Returns the exit code. */
export async function objectivesCommand({ json }: { json: boolean }): Promise<number> {
  const content = await loadContent();
  for (const problem of content.problems) console.error(problemText(problem));
  const foldersWith = (id: string, things: readonly { readonly folder: string; readonly objectives: readonly string[] }[]) =>
    things.filter((thing) => thing.objectives.includes(id)).map(({ folder }) => relative(root, folder));
  const cells = content.cells.map(({ folder, cell }) => ({ folder, objectives: cell.objectives }));
  const exercises = content.exercises.map(({ folder, exercise }) => ({ folder, objectives: exercise.objectives }));
  const rows: readonly ObjectiveRow[] = objectives.map(({ id }) => ({
    id,
    cells: foldersWith(id, cells),
    exercises: foldersWith(id, exercises),
  }));
  if (json) console.log(JSON.stringify(rows));
  else for (const row of rows) console.log(rowText(row));
  return content.problems.length > 0 ? 1 : 0;
}

function rowText({ id, cells, exercises }: ObjectiveRow): string {
  const where = [...cells, ...exercises];
  return `${id.padEnd(20)} ${where.length === 0 ? 'not yet' : where.join(', ')}`;
}
