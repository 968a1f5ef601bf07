/** The inbox: bytes in the order of arrival, each with its line. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Inbox } from '../../../../sandbox/brokers/parts/inbox.ts';

test('bytes come out as they came in, each with the line that sent it', () => {
  const arrivals = fc.array(fc.uint8Array({ minLength: 1, maxLength: 700 }), { maxLength: 12 });
  fc.assert(
    fc.property(arrivals, fc.integer({ min: 1, max: 900 }), (arrays, stride) => {
      const inbox = new Inbox();
      const expected: { byte: number; line: number }[] = [];
      const read: typeof expected = [];
      for (const [line, bytes] of arrays.entries()) {
        inbox.push(bytes, () => ({ file: 'program.ts', line }));
        expected.push(...Array.from(bytes, (byte) => ({ byte, line })));
        for (let left = Math.min(stride, inbox.length); left > 0; left -= 1) {
          read.push({ byte: inbox.byteAt(0), line: inbox.source()?.line ?? -1 });
          inbox.skip(1);
        }
      }
      expect(read).toEqual(expected.slice(0, read.length));
      expect(inbox.length).toBe(expected.length - read.length);
    }),
  );
});

test('the offset is counted within the array that brought the byte', () => {
  const inbox = new Inbox();
  const asked: number[] = [];
  const sourceAt = (offset: number) => {
    asked.push(offset);
    return undefined;
  };
  inbox.push(Uint8Array.of(1, 2, 3), sourceAt);
  inbox.skip(2);
  inbox.source();
  inbox.push(Uint8Array.of(4, 5), sourceAt);
  inbox.source();
  inbox.skip(2);
  inbox.source();
  expect(asked).toEqual([2, 2, 1]);
});
