/** Sentences of a lesson: what stands between backticks is shown as code and read aloud without them. */
import { expect, test } from 'vitest';
import { plainSentence, sentenceParts } from '../../src/views/inline-code.ts';

test('what stands between backticks is code', () => {
  expect(sentenceParts('`stock` acks, and `mail` waits.')).toEqual([
    { text: 'stock', isCode: true },
    { text: ' acks, and ', isCode: false },
    { text: 'mail', isCode: true },
    { text: ' waits.', isCode: false },
  ]);
});

test('it is read aloud without the backticks', () => {
  expect(plainSentence('`stock` acks.')).toBe('stock acks.');
});

test('a backtick without a partner stays', () => {
  expect(plainSentence('a ` alone')).toBe('a ` alone');
});
