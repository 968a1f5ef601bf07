/** The verdict: whose belief an answer looks like, by the checks that it fails. */
import { describe, expect, test } from 'vitest';
import type { CheckGrade } from '../../../sandbox/judge/grade.ts';
import { beliefsOf, firstFailing } from '../../../src/views/verdict-view.ts';

const check = (id: string, failedIn: number): CheckGrade => ({ id, passed: failedIn === 0, said: id, failedIn, of: 5 });
const grade = { checks: [check('did-something', 0), check('no-order-lost', 2), check('charged-once', 1)] };
const wrong = (said: string, ...fails: readonly string[]) => ({ said, fails });

describe('an answer that fails some checks', () => {
  test('looks like the wrong answers that fail exactly these', () => {
    const known = [wrong('Pop and hope.', 'no-order-lost'), wrong('Ack first.', 'charged-once', 'no-order-lost')];
    expect(beliefsOf(grade, known)).toEqual(['Ack first.']);
  });

  test('looks like nobody when too many would fit', () => {
    const same = ['charged-once', 'no-order-lost'] as const;
    expect(beliefsOf(grade, [wrong('A.', ...same), wrong('B.', ...same), wrong('C.', ...same)])).toEqual([]);
  });

  test('is told by the first of them', () => {
    expect(firstFailing(grade)?.id).toBe('no-order-lost');
  });
});

test('an answer that passes looks like no wrong one', () => {
  const passed = { checks: [check('did-something', 0)] };
  expect([beliefsOf(passed, [wrong('Nothing.')]), firstFailing(passed)]).toEqual([[], null]);
});
