/** Text and bytes, both ways, and the short form for events. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, preview, textOf } from '../../../../sandbox/brokers/parts/text.ts';

test('text becomes the bytes of UTF-8, and comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 150 }), (text) => {
      expect([...bytesOf(text)]).toEqual([...new TextEncoder().encode(text)]);
      expect(textOf(bytesOf(text))).toBe(text.isWellFormed() ? text : text.toWellFormed());
    }),
  );
});

test('a preview is short, says that something is missing, and cuts no character in two', () => {
  expect(preview('short')).toBe('short');
  expect(preview('x'.repeat(200))).toBe(`${'x'.repeat(119)}…`);
  expect(preview('ab𝄞cd', 4)).toBe('ab…');
});
