/**
 * Markers change nothing: programs log the same, in the same order and in the same microtask turn, as without them. And
 * in no turn of somebody else does the meter name a line of theirs.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CORPUS } from './corpus.ts';
import { observe, observePlain } from './run-program.ts';
import { smallProgram } from './small-program.ts';

describe('a program with markers does what it does without', () => {
  for (const [name, text] of Object.entries(CORPUS)) {
    test(name, async () => {
      expect(await observe(text)).toEqual(await observePlain(text));
    });
  }

  test('any small program of loops, throws, awaits and yields', async () => {
    await fc.assert(
      fc.asyncProperty(smallProgram, async (text) => {
        expect(await observe(text)).toEqual(await observePlain(text));
      }),
      { numRuns: 60, seed: 7 },
    );
  }, 60_000);
});
