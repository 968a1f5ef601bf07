/** The content as the site's build sees it: cells and exercises by id, with the texts of their files. */
import { addresses } from 'virtual:sandbox-assets';
import { type Cell, plainScenario } from '../../sandbox/engine/cell.ts';
import type { Exercise } from '../../sandbox/judge/exercise.ts';
import type { ExerciseData, WorkbenchData } from '../page/data.ts';

const cells = import.meta.glob<{ cell: Cell }>('../../content/lessons/*/cells/*/cell.ts', { eager: true });
const exercises = import.meta.glob<{ exercise: Exercise }>('../../content/lessons/*/exercises/*/exercise.ts', { eager: true });
const texts = import.meta.glob<string>('../../content/lessons/*/*/*/{files,starter,solution}/**/*.ts', {
  eager: true,
  query: '?raw',
  import: 'default',
});

export interface SolvedExercise {
  readonly data: ExerciseData;
  /** A solution's text of each file that the learner edits. */
  readonly solution: Readonly<Record<string, string>>;
}

/** The cell of this id, in whichever lesson it is. */
export function cellNamed(id: string): WorkbenchData {
  const { folder, value } = find(cells, 'cells', id);
  const files = filesIn(`${folder}/files/`);
  return {
    id,
    title: value.cell.title,
    seed: value.cell.seed,
    scenario: plainScenario(value.cell),
    files,
    edits: Object.keys(files),
    recorded: recordedOf(folder),
  };
}

/** The exercise of this id; the text to begin with is its starter. */
export function exerciseNamed(id: string): SolvedExercise {
  const { folder, lesson, value } = find(exercises, 'exercises', id);
  const { exercise } = value;
  const starter = filesIn(`${folder}/starter/`);
  const files = { ...starter, ...filesIn(`${folder}/files/`) };
  const { title, seed, hints, edits } = exercise;
  const data = {
    id,
    title,
    seed,
    scenario: plainScenario(exercise),
    files,
    edits,
    recorded: recordedOf(folder),
    lesson,
    exercise: id,
    hints,
  };
  return { data, solution: filesIn(`${folder}/solution/`) };
}

function find<M>(modules: Readonly<Record<string, M>>, kind: string, id: string): { folder: string; lesson: string; value: M } {
  const matches = Object.entries(modules).filter(([path]) => path.split('/').at(-2) === id);
  const [match] = matches;
  if (match === undefined || matches.length > 1)
    throw new Error(`${matches.length === 0 ? 'No' : 'More than one'} folder ${kind}/${id} is in content/lessons.`);
  const folder = match[0].slice(0, match[0].lastIndexOf('/'));
  return { folder, lesson: folder.split('/').at(-3) ?? '', value: match[1] };
}

function filesIn(prefix: string): Record<string, string> {
  const inside = Object.entries(texts).filter(([path]) => path.startsWith(prefix));
  return Object.fromEntries(inside.map(([path, text]) => [path.slice(prefix.length), text]));
}

function recordedOf(folder: string): string | null {
  const name = `recorded/${folder.slice(folder.indexOf('lessons/') + 'lessons/'.length)}.json`;
  return name in addresses ? name : null;
}
