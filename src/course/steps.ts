/** The steps of a lesson: what a reader can do in it, as `progress.ts` notes it, and which objective each step serves. */
import { objectives } from '../../content/course.ts';
import type { Prediction } from '../../content/prediction.ts';
import type { Cell } from '../../sandbox/engine/cell.ts';
import type { Exercise } from '../../sandbox/judge/exercise.ts';
import { keyOf, type StepKey } from '../page/progress.ts';

const cells = import.meta.glob<{ cell: Cell }>('../../content/lessons/*/cells/*/cell.ts', { eager: true });
const exercises = import.meta.glob<{ exercise: Exercise }>('../../content/lessons/*/exercises/*/exercise.ts', { eager: true });
const breaks = import.meta.glob('../../content/lessons/*/breaks/*/break.ts');
const predictions = import.meta.glob<{ predictions: readonly Prediction[] }>('../../content/lessons/*/predictions.ts', { eager: true });

interface Step {
  readonly key: StepKey;
  readonly lesson: string;
  readonly objectives: readonly string[];
}

const steps: readonly Step[] = [
  ...Object.entries(cells).map(([path, { cell }]) => step('ran', path, cell.objectives)),
  ...Object.entries(predictions).flatMap(([path, module]) =>
    module.predictions.map(({ id }): Step => ({ key: keyOf({ kind: 'answered', id }), lesson: lessonOf(path), objectives: [] })),
  ),
  ...Object.entries(exercises).map(([path, { exercise }]) => step('passed', path, exercise.objectives)),
  ...Object.keys(breaks).map((path) => step('passed', path, [])),
];

/** All steps of a lesson, the reading of it last. */
export function stepsOf(lesson: string): readonly StepKey[] {
  return [...steps.filter((each) => each.lesson === lesson).map(({ key }) => key), keyOf({ kind: 'read', id: lesson })];
}

export interface ObjectiveSteps {
  readonly id: string;
  readonly statement: string;
  /** The cells that show it: one of them has to be run. */
  readonly shownBy: readonly StepKey[];
  /** The exercises that ask for it: one of them has to be passed, if there are any. */
  readonly askedBy: readonly StepKey[];
}

/** The objectives of a lesson, each with what serves it anywhere in the course. */
export function objectivesOf(lesson: string): readonly ObjectiveSteps[] {
  return objectives
    .filter((objective) => objective.lesson === lesson)
    .map(({ id, statement }) => {
      const serving = steps.filter((each) => each.objectives.includes(id)).map(({ key }) => key);
      return {
        id,
        statement,
        shownBy: serving.filter((key) => key.startsWith('ran:')),
        askedBy: serving.filter((key) => key.startsWith('passed:')),
      };
    });
}

function step(kind: 'ran' | 'passed', path: string, serves: readonly string[]): Step {
  return { key: keyOf({ kind, id: path.split('/').at(-2) ?? '' }), lesson: lessonOf(path), objectives: serves };
}

function lessonOf(path: string): string {
  return path.slice(path.indexOf('lessons/')).split('/')[1] ?? '';
}
