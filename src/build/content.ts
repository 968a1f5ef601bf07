/** Cells and exercises as the site's build sees them: by id, with the texts of their files. */
import { type Cell, type Moment, type PictureKind, plainScenario } from '../../sandbox/engine/cell.ts';
import type { Exercise } from '../../sandbox/judge/exercise.ts';
import type { ExerciseData, WorkbenchData } from '../page/data.ts';
import { type Found, filesIn, find, recordedOf } from './content-files.ts';
import { inOrder } from './file-order.ts';

const cells = import.meta.glob<{ cell: Cell }>('../../content/lessons/*/cells/*/cell.ts', { eager: true });
const exercises = import.meta.glob<{ exercise: Exercise }>('../../content/lessons/*/exercises/*/exercise.ts', { eager: true });

export interface SolvedExercise {
  readonly data: ExerciseData;
  /** A solution's text of each file that the learner edits. */
  readonly solution: Readonly<Record<string, string>>;
}

/** The cell of this id, in whichever lesson it is. */
export function cellNamed(id: string): WorkbenchData {
  const { folder, module } = findCell(id);
  const files = inOrder(
    filesIn(`${folder}/files/`),
    module.cell.processes.map(({ file }) => file),
  );
  return {
    id,
    title: module.cell.title,
    seed: module.cell.seed,
    scenario: plainScenario(module.cell),
    files,
    edits: Object.keys(files),
    ...showingOf(module.cell),
    recorded: recordedOf(folder),
  };
}

export function findCell(id: string): Found<{ readonly cell: Cell }> {
  return find(cells, 'cells', id);
}

/** The exercise of this id; the text to begin with is its starter. */
export function exerciseNamed(id: string): SolvedExercise {
  const { folder, lesson, module } = find(exercises, 'exercises', id);
  const { exercise } = module;
  const starter = filesIn(`${folder}/starter/`);
  const files = inOrder({ ...starter, ...filesIn(`${folder}/files/`) }, exercise.edits);
  const { title, seed, hints, edits } = exercise;
  const data = {
    id,
    title,
    seed,
    scenario: plainScenario(exercise),
    files,
    edits,
    ...showingOf(exercise),
    recorded: recordedOf(folder),
    lesson,
    exercise: id,
    hints,
    wrong: Object.values(exercise.wrong),
  };
  return { data, solution: filesIn(`${folder}/solution/`) };
}

function showingOf({
  picture = 'scene',
  moments = null,
}: {
  picture?: PictureKind | undefined;
  moments?: readonly Moment[] | null;
}): Pick<WorkbenchData, 'picture' | 'moments'> {
  return { picture, moments };
}
