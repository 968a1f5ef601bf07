/** Our `Buffer` beside Node's, on texts, bytes and numbers of every kind. */
import { Buffer as NodeBuffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Buffer } from '../../../sandbox/node/buffer.ts';

const ENCODINGS = ['utf8', 'latin1', 'binary', 'ascii', 'hex', 'base64', 'base64url', 'utf16le', 'UTF-8', 'ucs2'] as BufferEncoding[];
const encoding = fc.constantFrom(...ENCODINGS);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
  fc.string({ minLength: 40, maxLength: 90 }),
  fc.base64String(),
);
const bytes = fc.uint8Array({ maxLength: 120 });

/** The bytes, or the error, that both kinds of Buffer give. */
function outcome(run: () => unknown): unknown {
  try {
    const value = run();
    return value instanceof Uint8Array ? [...value] : value;
  } catch (error) {
    const { name, code, message } = error as Error & { code?: string };
    return { name, code, message };
  }
}

function agree(run: (Kind: typeof NodeBuffer) => unknown): void {
  expect(outcome(() => run(Buffer as unknown as typeof NodeBuffer))).toEqual(outcome(() => run(NodeBuffer)));
}

describe('text and bytes agree with Node', () => {
  test('from, in every encoding', () => {
    fc.assert(
      fc.property(anyText, encoding, (text, name) => agree((Kind) => Kind.from(text, name))),
      { numRuns: 2000 },
    );
  });

  test('toString, in every encoding and of any part', () => {
    const place = fc.integer({ min: -5, max: 130 });
    fc.assert(
      fc.property(bytes, encoding, place, place, (all, name, start, end) => agree((Kind) => Kind.from(all).toString(name, start, end))),
      { numRuns: 2000 },
    );
  });

  test('byteLength', () => {
    fc.assert(
      fc.property(anyText, encoding, (text, name) => agree((Kind) => Kind.byteLength(text, name))),
      { numRuns: 1000 },
    );
  });

  test('write, also where there is too little room', () => {
    const place = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(anyText, encoding, place, place, (text, name, offset, length) =>
        agree((Kind) => {
          const target = Kind.alloc(20);
          return [target.write(text, offset, length, name), ...target];
        }),
      ),
      { numRuns: 2000 },
    );
  });
});

describe('numbers agree with Node', () => {
  const integerMethods = [
    'UInt8',
    'Int8',
    'UInt16LE',
    'UInt16BE',
    'Int16LE',
    'Int16BE',
    'UInt32LE',
    'UInt32BE',
    'Int32LE',
    'Int32BE',
  ] as const;
  const value = fc.oneof(
    fc.integer({ min: -(2 ** 31) - 2, max: 2 ** 32 + 1 }),
    fc.constantFrom(-129, -128, 127, 128, 255, 256, 1.5, 65_535, 65_536),
  );
  const offset = fc.oneof(fc.integer({ min: -1, max: 9 }), fc.constantFrom(0, 1.5));

  for (const kind of integerMethods) {
    test(kind, () => {
      fc.assert(
        fc.property(value, offset, (number, at) =>
          agree((Kind) => {
            const target = Kind.alloc(8);
            return [target[`write${kind}`](number, at), ...target];
          }),
        ),
      );
      fc.assert(fc.property(bytes, offset, (all, at) => agree((Kind) => Kind.from(all)[`read${kind}`](at))));
    });
  }

  test('integers of any width', () => {
    const width = fc.integer({ min: 0, max: 7 });
    for (const kind of ['UIntLE', 'UIntBE', 'IntLE', 'IntBE'] as const) {
      fc.assert(fc.property(bytes, offset, width, (all, at, wide) => agree((Kind) => Kind.from(all)[`read${kind}`](at, wide))));
    }
    const some = fc.integer({ min: -(2 ** 47), max: 2 ** 48 });
    for (const kind of ['UIntLE', 'UIntBE', 'IntLE', 'IntBE'] as const) {
      fc.assert(
        fc.property(some, fc.integer({ min: 1, max: 6 }), (number, wide) => {
          const ours = Buffer.alloc(8);
          const nodes = NodeBuffer.alloc(8);
          const failed = [ours, nodes].map((target) => {
            try {
              target[`write${kind}`](number, 1, wide);
              return false;
            } catch {
              return true;
            }
          });
          expect(failed[0]).toBe(failed[1]);
          expect([...ours]).toEqual([...nodes]);
        }),
      );
    }
  });

  test('64-bit integers and floats', () => {
    const eight = fc.uint8Array({ minLength: 8, maxLength: 8 });
    for (const kind of ['BigInt64LE', 'BigInt64BE', 'BigUInt64LE', 'BigUInt64BE', 'FloatLE', 'FloatBE', 'DoubleLE', 'DoubleBE'] as const) {
      fc.assert(fc.property(eight, (all) => agree((Kind) => Kind.from(all)[`read${kind}`](0))));
    }
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }), (number) =>
        agree((Kind) => {
          const target = Kind.alloc(16);
          target.writeBigInt64BE(number, 0);
          target.writeBigUint64LE(number, 8);
          return target;
        }),
      ),
    );
    fc.assert(
      fc.property(fc.double(), (number) =>
        agree((Kind) => {
          const target = Kind.alloc(12);
          target.writeDoubleBE(number, 0);
          target.writeFloatLE(number, 8);
          return target;
        }),
      ),
    );
  });
});

describe('searching, comparing, cutting and filling agree with Node', () => {
  const small = fc.uint8Array({ maxLength: 12, max: 3 });
  const place = fc.option(fc.integer({ min: -14, max: 14 }), { nil: undefined });

  test('indexOf, lastIndexOf, includes', () => {
    fc.assert(
      fc.property(small, fc.oneof(small, fc.integer({ min: 0, max: 3 })), place, (all, needle, at) => {
        agree((Kind) => Kind.from(all).indexOf(needle as number, at));
        agree((Kind) => Kind.from(all).includes(needle as number, at));
        if (typeof needle === 'number' || needle.length > 0) agree((Kind) => Kind.from(all).lastIndexOf(needle as number, at));
      }),
      { numRuns: 1000 },
    );
  });

  test('equals, compare', () => {
    fc.assert(
      fc.property(small, small, (one, other) => {
        agree((Kind) => Kind.from(one).equals(Kind.from(other)));
        agree((Kind) => Kind.compare(Kind.from(one), Kind.from(other)));
      }),
    );
  });

  test('slice, subarray, copy, concat', () => {
    fc.assert(
      fc.property(small, small, place, place, (one, other, start, end) => {
        agree((Kind) => Kind.from(one).slice(start, end));
        agree((Kind) => Kind.from(one).subarray(start, end));
        agree((Kind) => Kind.concat([Kind.from(one), other]));
        agree((Kind) => Kind.concat([Kind.from(one), other], 10));
        agree((Kind) => {
          const target = Kind.alloc(10);
          return [Kind.from(one).copy(target, 2, Math.min(Math.abs(start ?? 0), one.length)), ...target];
        });
      }),
    );
  });

  test('fill, swap, toJSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ minLength: 1 }), fc.integer({ min: -300, max: 300 })), (value) => {
        agree((Kind) => Kind.alloc(9).fill(value));
        agree((Kind) => Kind.alloc(9, value));
      }),
    );
    agree((Kind) => Kind.from('abcdefgh').swap16());
    agree((Kind) => Kind.from('abcdefgh').swap32());
    agree((Kind) => Kind.from('abcdefgh').swap64());
    agree((Kind) => Kind.from('abc').swap16());
    agree((Kind) => JSON.stringify(Kind.from('ab')));
  });
});

describe('a Buffer', () => {
  test('is a Uint8Array, and its slices share its memory', () => {
    const whole = Buffer.from('orders');
    const part = whole.slice(0, 3);
    part[0] = 79;
    expect(whole.toString()).toBe('Orders');
    expect(whole).toBeInstanceOf(Uint8Array);
    expect(Buffer.isBuffer(part)).toBe(true);
    expect(Buffer.isBuffer(new Uint8Array(1))).toBe(false);
  });

  test('is made of what Node takes', () => {
    agree((Kind) => Kind.from([1, 256, -1]));
    agree((Kind) => Kind.from(new Uint16Array([1, 300]) as unknown as Uint8Array));
    agree((Kind) => Kind.from(JSON.parse(JSON.stringify(Kind.from('ab'))) as Uint8Array));
    agree((Kind) => Kind.from(Object('boxed') as never));
    agree((Kind) => Kind.from(new Uint8Array([1, 2, 3]).buffer, 1, 2));
    agree((Kind) => Kind.from('x', 'nope' as BufferEncoding));
  });

  test('without a process keeps no position', () => {
    expect(Buffer.from('x').madeAt).toBe(0);
    expect(Object.keys(Buffer.from('x'))).toEqual(['0']);
  });
});
