/** Mutants: every kind of change is made, nothing else is, and survivors are reported. */
import { describe, expect, test } from 'vitest';
import { mutantsOf } from '../../scripts/gate/mutants.ts';
import { mutate } from '../../scripts/gate/mutation.ts';
import { fakeWorld, soundExercise } from './fake-world.ts';

const changed = (text: string) => mutantsOf('worker.ts', text).map((mutant) => mutant.text);

describe('each kind of change', () => {
  test.each([
    ['an await is dropped', 'const order = await take();', 'const order = take();'],
    ['an ack is dropped', 'channel.ack(message);', ';'],
    ['an awaited ack is dropped', "await redis.lrem('processing', 1, job);", ';'],
    ['two statements are swapped', 'pay();\nack();', 'ack();\npay();'],
    ['a text is changed', "take('orders');", "take('orders-changed');"],
    ['a number is changed by one', 'prefetch(1);', 'prefetch(2);'],
    ['a boundary is moved', 'while (left < most) step();', 'while (left <= most) step();'],
    ['a condition is turned', 'if (seen === wanted) step();', 'if (seen !== wanted) step();'],
  ])('%s', (_kind, before, after) => {
    expect(changed(before)).toContain(after);
  });
});

describe('what stays as it is', () => {
  test.each([
    ['names of modules', "import { charge } from '#course/shop';"],
    ['texts that are only printed', "console.log('charged');"],
    ['texts of errors', "throw new Error('no order');"],
    ['declarations, whose names are used below', 'const order = take();\nfunction pay() {}'],
  ])('%s', (_what, text) => {
    expect(changed(text)).toEqual([]);
  });
});

test('a mutant is named by its line', () => {
  expect(mutantsOf('worker.ts', '\nawait pay();').map(({ name }) => name)).toEqual(['worker.ts:2: dropped the await']);
});

test('mutants that every check misses are reported as survivors', async () => {
  const solution = { 'worker.ts': "await charge('order-1');\nawait sendMail('ann');" };
  const world = fakeWorld((text) => (text.includes("await charge('order-1')") ? '1 worker does charge order-1' : ''));
  const machine = await world.openMachine();
  const report = await mutate(world, machine, soundExercise({ solution }));
  expect(report).toEqual({
    tried: 5,
    killed: 2,
    broken: 0,
    survivors: ['worker.ts:1: swapped two statements', 'worker.ts:2: dropped the await', "worker.ts:2: changed the text 'ann'"],
    noticedBy: ['did-something', 'charged-once'],
  });
});

test('a mutant that runs into an endless loop is broken, not killed by a check', async () => {
  const world = fakeWorld((text) => (text.includes('< 3') ? '1 worker does charge order-1' : 'ends budget'));
  const machine = await world.openMachine();
  const report = await mutate(world, machine, soundExercise({ solution: { 'worker.ts': 'while (n < 3) step();' } }));
  expect(report).toEqual({ tried: 2, killed: 0, broken: 2, survivors: [], noticedBy: [] });
});
