/** The course: its parts, their lessons and every objective, in order. */
import { async } from './parts/async.ts';
import { choosing } from './parts/choosing.ts';
import { delivery } from './parts/delivery.ts';
import { kafka } from './parts/kafka.ts';
import type { LessonText, ObjectiveText, PartText } from './parts/part.ts';
import { pitfalls } from './parts/pitfalls.ts';
import { rabbitmq } from './parts/rabbitmq.ts';
import { redis } from './parts/redis.ts';
import { start } from './parts/start.ts';
import { why } from './parts/why.ts';

export const parts = [start, why, delivery, kafka, rabbitmq, redis, async, pitfalls, choosing] as const satisfies readonly PartText[];

type PartOf = (typeof parts)[number];
type LessonOf = PartOf['lessons'][number];

export type PartId = PartOf['id'];
export type LessonId = LessonOf['id'];
export type ObjectiveId = LessonOf['objectives'][number]['id'];

export interface Lesson {
  readonly id: LessonId;
  readonly title: string;
  readonly part: PartId;
  readonly objectives: readonly ObjectiveId[];
}

export interface Objective {
  readonly id: ObjectiveId;
  readonly part: PartId;
  readonly lesson: LessonId;
  /** What is true, as one or two plain sentences. */
  readonly statement: string;
  /** What many believe instead. */
  readonly misconception: string;
  /** Needs a graded exercise. */
  readonly exercise: boolean;
  /** Needs its Python twin. */
  readonly python: boolean;
}

export const lessons: readonly Lesson[] = parts.flatMap((part) =>
  part.lessons.map((lesson) => ({
    id: lesson.id,
    title: lesson.title,
    part: part.id,
    objectives: lesson.objectives.map((objective) => objective.id),
  })),
);

export const objectives: readonly Objective[] = parts.flatMap((part) =>
  part.lessons.flatMap((lesson: LessonText) =>
    lesson.objectives.map((objective: ObjectiveText) => ({
      id: objective.id as ObjectiveId,
      part: part.id,
      lesson: lesson.id as LessonId,
      statement: objective.statement,
      misconception: objective.misconception,
      exercise: objective.exercise ?? false,
      python: objective.python ?? false,
    })),
  ),
);

export function isObjectiveId(id: string): id is ObjectiveId {
  return objectives.some((objective) => objective.id === id);
}
