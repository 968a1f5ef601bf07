/** Fractions with 64 bits of precision. The texts were measured with INCRBYFLOAT on Redis 7.0.15. */
import { expect, test } from 'vitest';
import { type ExtendedFloat, extendedText, parseExtended, sum } from '../../../../sandbox/brokers/redis/model/extended-float.ts';

test.each([
  ['0.1', '0.2', '0.3'],
  ['10.50', '0.1', '10.6'],
  ['1', '1e17', '100000000000000001'],
  ['3', '0.30000000000000004', '3.30000000000000004'],
  ['1', '0.000000000000000005', '1'],
  ['123456789012345678901234567890', '1', '123456789012345678899921813504'],
  ['16777216.123456789', '1000000000000.000000001', '1000016777216.12345677614212036'],
  ['0', '-0.0', '0'],
  ['-1.5', '0x10', '14.5'],
  ['-0.00000000000000001', '0', '-0.00000000000000001'],
])('%s + %s = %s', (one, other, expected) => {
  const total = sum(parseExtended(one) as ExtendedFloat, parseExtended(other) as ExtendedFloat);
  expect(total && extendedText(total)).toBe(expected);
});

test.each(['', ' 1', '1 ', 'x', '1e', '0x', 'nan', '1e5000', '1e99999999', '.'])('%j is no fraction', (text) => {
  expect(parseExtended(text)).toBeUndefined();
});
