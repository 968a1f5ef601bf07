/** Faults in a lesson: what kind of outside effect is meant is said where it is clear. */
import { expect, test } from 'vitest';
import type { Fault } from '../../../sandbox/engine/cell.ts';
import { toldFault } from '../../../src/build/told-fault.ts';
import { trace } from '../../sandbox/judge/trace.ts';

const fault: Fault = { kind: 'crash', process: 'worker', when: { on: 'effect', process: 'worker', nth: 2 } };

test('effects of one kind are told by their name', () => {
  const events = trace('1 worker does row orders/1\n2 worker does row orders/2\n3 shop does mail buyer');
  expect(toldFault(fault, events)).toBe('worker crashes right after it wrote its 2nd row and stays down');
});

test('a mixture keeps the general words', () => {
  const events = trace('1 worker does row orders/1\n2 worker does mail buyer');
  expect(toldFault(fault, events)).toBe('worker crashes right after it did its 2nd outside effect and stays down');
});
