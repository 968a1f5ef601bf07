/** The fingerprint of the model: the same after what cannot change behaviour, another one after everything else. */
import { expect, test } from 'vitest';
import { fingerprintOf } from '../../../scripts/conformance/fingerprint.ts';

const ONE = 'export function pop(list: string[]): string | undefined {\n  return list.pop();\n}\n';
const OTHER = 'const MOST = 5;\n';
const before = fingerprintOf([ONE, OTHER]);

test.each([
  ['comments', [`/** Takes the last one. */\n${ONE}`, OTHER]],
  ['layout', [ONE.replace('{\n  ', '{ '), OTHER]],
  ['types', [ONE.replaceAll('string', 'number'), OTHER]],
  ['a move to another file', ["import { MOST } from './most.ts';\n", `${OTHER}${ONE}`]],
])('%s change nothing', (_, sources) => {
  expect(fingerprintOf(sources)).toBe(before);
});

test.each([
  ['a number', [ONE, 'const MOST = 6;\n']],
  ['a call', [ONE.replace('list.pop', 'list.shift'), OTHER]],
  ['something new', [ONE, OTHER, 'const LEAST = 1;\n']],
])('%s changes it', (_, sources) => {
  expect(fingerprintOf(sources)).not.toBe(before);
});
