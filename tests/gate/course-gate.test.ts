/** The gate of the course, broken in every way that it must notice. The lessons are real ones of content/course.ts. */
import { describe, expect, test } from 'vitest';
import { objectives } from '../../content/course.ts';
import { claimCount } from '../../scripts/gate/claims.ts';
import { gateCourse } from '../../scripts/gate/course-gate.ts';
import { unfought } from '../../scripts/gate/misconceptions.ts';
import type { GateCell, GateContent, GatePrediction } from '../../scripts/gate/world.ts';
import { nothing, soundCell, soundExercise } from './fake-world.ts';

const tags = { Cell: [], Exercise: [], Figure: [], Review: [], Break: [], Term: [] };
const idsOf = (lesson: string) => objectives.filter((objective) => objective.lesson === lesson).map(({ id }) => id);
const twin = { name: 'a.py', folder: '', text: '', output: '', versions: [] };

function prediction(id: string, lesson: string, cell: string, seed?: number): GatePrediction {
  return {
    id,
    lesson,
    cell,
    prediction: { id, cell, question: '', options: [], answer: () => '', because: '', ...(seed === undefined ? {} : { seed }) },
  };
}

const cell = (id: string, lesson: string): GateCell => ({ ...soundCell({ objectives: idsOf(lesson) }), id, twin });

/** The lesson `fifo`, with questions of its own and two about `why-queues`, which comes before. */
function soundCourse(changes: Partial<GateContent> = {}): GateContent {
  const exercise = soundExercise();
  return {
    ...nothing,
    lessons: [{ id: 'fifo', tags: { ...tags, Review: ['back-1', 'back-2'].map((id) => ({ id, line: 1 })) } }],
    cells: [cell('fifo/line', 'fifo'), cell('why-queues/burst', 'why-queues')],
    exercises: [{ ...exercise, exercise: { ...exercise.exercise, objectives: idsOf('fifo') } }],
    predictions: [
      prediction('own-1', 'fifo', 'fifo/line'),
      prediction('own-2', 'fifo', 'fifo/line', 2),
      prediction('back-1', 'fifo', 'why-queues/burst', 2),
      prediction('back-2', 'fifo', 'why-queues/burst', 3),
    ],
    ...changes,
  };
}

const names = (changes: Partial<GateContent>) => gateCourse(soundCourse(changes)).map(({ where, name }) => `${where}: ${name}`);
const { predictions, cells } = soundCourse();
const but = (id: string, by: GatePrediction) => predictions.map((each) => (each.id === id ? by : each));

describe('a finished lesson', () => {
  test('that asks, looks back and shows its objectives passes', () => {
    expect(names({})).toEqual([]);
  });

  test('that asks only once', () => {
    expect(names({ predictions: predictions.filter(({ id }) => id !== 'own-1') })).toEqual(['fifo: too few predictions']);
  });

  test('that looks back only once', () => {
    expect(names({ lessons: [{ id: 'fifo', tags: { ...tags, Review: [{ id: 'back-1', line: 1 }] } }] })).toEqual(['fifo: too few reviews']);
  });

  test('that looks back at a lesson which comes later', () => {
    expect(names({ predictions: but('back-1', prediction('back-1', 'fifo', 'delivery/ack', 2)) })).toEqual([
      'fifo, review back-1: not a review',
    ]);
  });

  test('that asks about a run which was seen already', () => {
    expect(names({ predictions: but('back-1', prediction('back-1', 'fifo', 'why-queues/burst', 1)) })).toEqual([
      'fifo, review back-1: not a review',
    ]);
  });

  test('the first lesson has nothing to look back at', () => {
    const own = ['own-1', 'own-2'].map((id) => prediction(id, 'start', 'start/first'));
    const first = { lessons: [{ id: 'start', tags }], cells: [cell('start/first', 'start')], predictions: own };
    expect(names(first)).toEqual(['start: part ends without a break-it']);
  });

  test('that shows an objective nowhere', () => {
    expect(names({ cells: [] })).toEqual(expect.arrayContaining(['fifo: objective is not shown', 'fifo: objective without a twin']));
  });

  test('that has no exercise where one is needed', () => {
    expect(names({ exercises: [] })).toEqual(['fifo: objective without an exercise']);
  });

  test('that has no twin where one is needed', () => {
    expect(names({ cells: cells.map((each) => ({ ...each, twin: null })) })).toEqual(['fifo: objective without a twin']);
  });
});

test('a lesson of a part that is not written yet is not held to anything', () => {
  expect(names({ lessons: [{ id: 'kafka-log', tags }] })).toEqual([]);
});

test('an objective that nobody misunderstands is reported', () => {
  const about = (content: GateContent) => unfought(content).map(({ objective, missing }) => `${objective}: ${missing.join(', ')}`);
  expect(about(soundCourse())).toEqual([]);
  expect(about(soundCourse({ predictions: [], exercises: [] }))).toEqual([
    'fifo-order: prediction',
    'fifo-one: prediction',
    'fifo-memory: prediction, wrong answer',
  ]);
});

test('there are at least as many claims as the gate can find problems', () => {
  const bare = soundCourse({ cells: [], exercises: [], predictions: [], lessons: [{ id: 'fifo', tags }] });
  expect(claimCount(bare)).toBeGreaterThanOrEqual(gateCourse(bare).length);
});
