/** The gate over all real content, in Node. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stop } from '../../sandbox/host/compile-in-node.ts';
import { gateBreak } from '../../scripts/gate/break-gate.ts';
import { gateCell } from '../../scripts/gate/cell-gate.ts';
import { gateCourse } from '../../scripts/gate/course-gate.ts';
import { gateDeterminism } from '../../scripts/gate/determinism.ts';
import { gateExercise } from '../../scripts/gate/exercise-gate.ts';
import { hashSubjects } from '../../scripts/gate/hashes.ts';
import { nodeWorld } from '../../scripts/gate/node-world.ts';
import { gateProblemText } from '../../scripts/gate/problem.ts';
import { gateFigure, gatePrediction } from '../../scripts/gate/run-gate.ts';
import type { Machine } from '../../scripts/gate/world.ts';
import { loadContent } from '../../scripts/inflight/content.ts';
import { problemText } from '../../scripts/inflight/problem.ts';

const content = await loadContent();
let machine: Machine;

beforeAll(async () => {
  machine = await nodeWorld.openMachine();
});

afterAll(async () => {
  await machine.close();
  await stop();
});

test('all content is in order, and there is some', () => {
  expect(content.problems.map(problemText)).toEqual([]);
  expect(content.cells.length).toBeGreaterThanOrEqual(4);
  expect(content.exercises.length).toBeGreaterThanOrEqual(1);
});

describe('a cell shows what it says, and its counter-runs do not', () => {
  test.each(content.cells)('$id', async (cell) => {
    expect((await gateCell(nodeWorld, machine, cell)).map(gateProblemText)).toEqual([]);
  });
});

test('each finished lesson asks, looks back, and shows all its objectives', () => {
  expect(gateCourse(content).map(gateProblemText)).toEqual([]);
});

describe('a prediction fits its run', () => {
  test.for(content.predictions.map((loaded) => [loaded.id, loaded] as const))('%s', async ([, prediction]) => {
    expect((await gatePrediction(nodeWorld, machine, prediction, content.cells)).map(gateProblemText)).toEqual([]);
  });
});

describe('a figure finds its frames', () => {
  test.for(content.figures.map((loaded) => [loaded.id, loaded] as const))('%s', async ([, figure]) => {
    expect((await gateFigure(nodeWorld, machine, figure, content.cells)).map(gateProblemText)).toEqual([]);
  });
});

describe('a break-it is broken by its solution and by nothing less', () => {
  test.for(content.breaks.map((loaded) => [loaded.id, loaded] as const))('%s', async ([, breakIt]) => {
    expect((await gateBreak(nodeWorld, machine, breakIt)).map(gateProblemText)).toEqual([]);
  });
});

describe('an exercise tells right answers from wrong ones', () => {
  test.each(content.exercises)('$id', async (exercise) => {
    const { problems, survived, mutation } = await gateExercise(nodeWorld, machine, exercise);
    expect(problems.map(gateProblemText)).toEqual([]);
    console.log(`${exercise.id}: the solution survived ${survived}; of ${mutation.tried} mutants ${mutation.survivors.length} survived.`);
    for (const survivor of mutation.survivors) console.log(`  survived: ${survivor}`);
  });
});

describe('the same seed gives the same trace in a fresh worker and in a used one', () => {
  test.each([...content.cells, ...content.exercises].map(({ id }) => id))('%s', async (id) => {
    const subjects = await hashSubjects(nodeWorld, {
      cells: content.cells.filter((cell) => cell.id === id),
      exercises: content.exercises.filter((exercise) => exercise.id === id),
    });
    expect(subjects).toHaveLength(1);
    for (const subject of subjects) {
      expect((await gateDeterminism(nodeWorld, machine, subject)).map(gateProblemText)).toEqual([]);
    }
  });
});
