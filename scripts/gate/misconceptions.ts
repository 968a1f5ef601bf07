/** Misconceptions: which objectives have nobody who believes them, in a prediction or in a wrong answer. A report, no judgement. */
import { objectives } from '../../content/course.ts';
import { heldLessons } from './course-gate.ts';
import type { GateContent } from './world.ts';

export interface Unfought {
  readonly objective: string;
  readonly misconception: string;
  /** What is missing: no prediction about a cell of the objective, no exercise of it with a wrong answer. */
  readonly missing: readonly ('prediction' | 'wrong answer')[];
}

/** Objectives of the lessons that are there. Only those that need an exercise need a wrong answer. */
export function unfought(content: GateContent): readonly Unfought[] {
  const held = heldLessons(content).map(({ id }) => id);
  return objectives
    .filter(({ lesson }) => held.includes(lesson))
    .map(({ id, misconception, exercise }) => {
      const cells = content.cells.filter(({ cell }) => cell.objectives.includes(id)).map((cell) => cell.id);
      const isAsked = content.predictions.some(({ cell }) => cells.includes(cell));
      const isTried = content.exercises.some((each) => each.exercise.objectives.includes(id) && Object.keys(each.wrong).length > 0);
      const missing = [...(isAsked ? [] : ['prediction' as const]), ...(isTried || !exercise ? [] : ['wrong answer' as const])];
      return { objective: id, misconception, missing };
    })
    .filter(({ missing }) => missing.length > 0);
}
