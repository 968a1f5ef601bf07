/** The processes that run a file, in a few words. */
import { expect, test } from 'vitest';
import { namesInShort } from '../../../src/views/names.ts';

test.each([
  [['mia', 'tom'], 'mia, tom'],
  [['worker-1', 'worker-2'], 'worker-1, worker-2'],
  [['worker-1', 'worker-2', 'worker-3', 'worker-4'], 'worker-1 … worker-4'],
  [['worker-1', 'worker-2', 'worker-4'], 'worker-1, worker-2, worker-4'],
  [[], ''],
])('%j: "%s"', (names, text) => {
  expect(namesInShort(names)).toBe(text);
});
