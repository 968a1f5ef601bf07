/** The gate of the course: each finished lesson asks, looks back, and shows all its objectives; a part ends with a break-it. */
import { lessons, objectives, parts } from '../../content/course.ts';
import type { GateProblem } from './problem.ts';
import type { GateContent, GateLesson, GatePrediction } from './world.ts';

/** The parts that are held to it; the others are not written yet. */
export const finishedParts: readonly string[] = ['start', 'why', 'delivery', 'redis'];

/** A lesson asks so many questions about its own cells, and so many about earlier lessons. */
export const LEAST_PREDICTIONS = 2;
export const LEAST_REVIEWS = 2;

/** Nothing comes before it. */
const FIRST_LESSON = 'start';

/** The lessons that have a text and teach something, in parts that are held to it. */
export function heldLessons(content: Pick<GateContent, 'lessons'>): readonly GateLesson[] {
  const held = lessons.filter((lesson) => finishedParts.includes(lesson.part) && lesson.objectives.length > 0);
  return content.lessons.filter(({ id }) => held.some((lesson) => lesson.id === id));
}

export function gateCourse(content: GateContent): readonly GateProblem[] {
  return [
    ...heldLessons(content).flatMap((lesson) => [
      ...predictionProblems(lesson, content),
      ...reviewProblems(lesson, content),
      ...objectiveProblems(lesson, content),
    ]),
    ...partProblems(content),
  ];
}

function predictionProblems({ id }: GateLesson, { predictions }: GateContent): readonly GateProblem[] {
  const own = predictions.filter(({ lesson, cell }) => lesson === id && cell.startsWith(`${id}/`));
  if (own.length >= LEAST_PREDICTIONS) return [];
  return [
    { where: id, name: 'too few predictions', said: `A lesson asks ${LEAST_PREDICTIONS} about its own cells; it has ${own.length}.` },
  ];
}

function reviewProblems({ id, tags }: GateLesson, content: GateContent): readonly GateProblem[] {
  if (id === FIRST_LESSON) return [];
  const shown = tags.Review.flatMap((tag) => content.predictions.filter((prediction) => prediction.id === tag.id));
  const back = shown.filter(({ cell }) => !cell.startsWith(`${id}/`));
  const problems = back.flatMap((review) => reviewProblem(id, review, content));
  if (back.length >= LEAST_REVIEWS) return problems;
  const said = `A lesson asks ${LEAST_REVIEWS} questions about earlier lessons; it has ${back.length}.`;
  return [...problems, { where: id, name: 'too few reviews', said }];
}

function reviewProblem(lesson: string, { id, cell, prediction }: GatePrediction, { cells }: GateContent): readonly GateProblem[] {
  const place = (name: string): number => lessons.findIndex((each) => each.id === name);
  const where = `${lesson}, review ${id}`;
  const about = cell.slice(0, cell.indexOf('/'));
  if (place(about) >= place(lesson)) return [{ where, name: 'not a review', said: `It is about ${about}, which does not come before.` }];
  const own = cells.find((each) => each.id === cell)?.cell.seed;
  if (prediction.seed !== undefined && prediction.seed !== own) return [];
  return [{ where, name: 'not a review', said: 'Give it another seed than that of the cell: that run was seen already.' }];
}

function objectiveProblems({ id: lesson }: GateLesson, { cells, exercises }: GateContent): readonly GateProblem[] {
  return objectives
    .filter((objective) => objective.lesson === lesson)
    .flatMap(({ id, exercise, python }): readonly GateProblem[] => {
      const showing = cells.filter(({ cell }) => cell.objectives.includes(id));
      const asking = exercises.filter((each) => each.exercise.objectives.includes(id));
      return [
        ...(showing.length > 0 ? [] : [{ where: lesson, name: 'objective is not shown' as const, said: `No cell shows ${id}.` }]),
        ...(!exercise || asking.length > 0
          ? []
          : [{ where: lesson, name: 'objective without an exercise' as const, said: `No exercise asks for ${id}.` }]),
        ...(!python || showing.some(({ twin }) => twin !== null)
          ? []
          : [{ where: lesson, name: 'objective without a twin' as const, said: `No cell of ${id} has a Python twin.` }]),
      ];
    });
}

/** A part is held to it once all its lessons are there. */
function partProblems(content: GateContent): readonly GateProblem[] {
  const written = heldLessons(content).map(({ id }) => id);
  return parts.flatMap((part): readonly GateProblem[] => {
    const taught = lessons.filter((lesson) => lesson.part === part.id && lesson.objectives.length > 0).map(({ id }) => id);
    const isWritten = taught.length > 0 && taught.every((id) => written.includes(id));
    if (!isWritten || content.breaks.some(({ id }) => taught.some((lesson) => id.startsWith(`${lesson}/`)))) return [];
    return [{ where: part.id, name: 'part ends without a break-it', said: 'A part ends with a program that one fault defeats.' }];
  });
}
