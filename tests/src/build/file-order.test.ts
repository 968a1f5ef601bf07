/** The tabs of a cell: the programs in the order of its processes, then what they import. */
import { expect, test } from 'vitest';
import { inOrder } from '../../../src/build/file-order.ts';

const files = { 'packer.ts': 'takes', 'parts.ts': 'is imported', 'web.ts': 'puts' };

test('the producer runs first and is shown first', () => {
  expect(Object.keys(inOrder(files, ['web.ts', 'packer.ts']))).toEqual(['web.ts', 'packer.ts', 'parts.ts']);
});

test('a program that two processes run is shown once', () => {
  expect(Object.keys(inOrder(files, ['packer.ts', 'packer.ts', 'web.ts']))).toEqual(['packer.ts', 'web.ts', 'parts.ts']);
});

test('a file that is not there is not made', () => {
  expect(Object.keys(inOrder(files, ['gone.ts']))).toEqual(['packer.ts', 'parts.ts', 'web.ts']);
});
