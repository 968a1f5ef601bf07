/** The words of random commands: few keys, values and ids, so that commands meet; now and then a key of another type or no number at all. */
import fc from 'fast-check';
import { PREFIX } from '../program.ts';
import type { Vocabulary } from './grammar.ts';

/** Two keys for each type, and two that hold anything. */
const NAMES = ['l1', 'l2', 't1', 't2', 'h1', 'h2', 's1', 's2', 'z1', 'z2', 'x1', 'x2', 'k1', 'k2'];
const anyKey = fc.constantFrom(...NAMES.map((name) => PREFIX + name));

export const vocabulary: Vocabulary = {
  K: anyKey,
  L: keyOf('l'),
  T: keyOf('t'),
  H: keyOf('h'),
  S: keyOf('s'),
  Z: keyOf('z'),
  /** Sorted sets whose members all have one score: ranges by name are left open for others. */
  EVEN: fc.constantFrom(`${PREFIX}e1`, `${PREFIX}e2`),
  X: keyOf('x'),
  VALUE: seldom(fc.constantFrom('a', 'b', 'c', '1', '2'), '', '-7', '3.5', 'x y', '\xff\x00\r\n', '9223372036854775807'),
  MEMBER: seldom(fc.constantFrom('a', 'b', 'c', 'd'), '1', '-2', ''),
  FIELD: seldom(fc.constantFrom('f', 'g', 'h'), ''),
  N: seldom(
    fc.constantFrom('0', '1', '2', '-1', '-2'),
    '7',
    '-7',
    '9223372036854775807',
    '-9223372036854775808',
    '9223372036854775808',
    '01',
    '1.5',
    'x',
    '',
  ),
  COUNT: seldom(fc.constantFrom('1', '2', '0'), '5', '-1', 'x', '1.5'),
  INCREMENT: seldom(fc.constantFrom('1', '0.5', '-2', '3'), '1e2', 'inf', '-inf', 'nan', 'x', '0.1'),
  SCORE: seldom(fc.constantFrom('1', '2', '3', '-1', '1.5'), '0', 'inf', '-inf', '+5', '1e3', 'nan', 'x', '0.1', '-0'),
  MIN: seldom(fc.constantFrom('-inf', '1', '(1', '2', '(2'), '0', 'x', '+inf', '('),
  MAX: seldom(fc.constantFrom('+inf', '3', '(3', '2', '(2'), 'inf', 'x', '-inf'),
  LEXMIN: seldom(fc.constantFrom('-', '[a', '(a', '[b'), '+', 'x', '('),
  LEXMAX: seldom(fc.constantFrom('+', '[c', '(c', '[b'), '-', 'x'),
  /** Far enough that nothing expires during a program. */
  FAR: seldom(fc.constantFrom('100000', '200000'), '0', '-5', '9223372036854775807', 'x'),
  FAR_AT: seldom(fc.constantFrom('4102444800', '4102448400'), '1', '0', '-1', 'x'),
  FAR_AT_MS: seldom(fc.constantFrom('4102444800000', '4102448400000'), '1', '0', '-1', 'x'),
  ID: seldom(
    fc.constantFrom('1-1', '1-2', '2-1', '3-1', '4'),
    '0',
    '0-0',
    '5-5',
    '18446744073709551615-18446744073709551615',
    'x',
    '1-x',
    '7-*',
  ),
  FROM: seldom(fc.constantFrom('-', '1-1', '2', '(1-1', '(2-1'), '+', '0', 'x', '('),
  TO: seldom(fc.constantFrom('+', '3', '2-1', '(3-1'), '-', 'x'),
  AFTER: seldom(fc.constantFrom('0', '1-1', '2', '$'), '0-0', '-', '+', 'x', '>'),
  NEXT: seldom(fc.constantFrom('>', '>', '0', '1-1'), '$', 'x', '2'),
  GROUP: seldom(fc.constantFrom('g', 'g', 'g2'), 'none'),
  CONSUMER: fc.constantFrom('ann', 'bob'),
  IDLE: seldom(fc.constantFrom('0', '0', '3600000'), '-1', 'x'),
  GLOB: fc.constantFrom(`${PREFIX}*`, `${PREFIX}?1`, `${PREFIX}[lt]*`, `${PREFIX}l1`, 'nothing*'),
  CHANNEL: fc.constantFrom(`${PREFIX}news`, `${PREFIX}mail`, `${PREFIX}log`),
  PATTERN: fc.constantFrom(`${PREFIX}n*`, `${PREFIX}[ml]*`, `${PREFIX}????`, `${PREFIX}none`),
};

function keyOf(letter: string): fc.Arbitrary<string> {
  return fc.oneof(
    { arbitrary: fc.constantFrom(`${PREFIX}${letter}1`, `${PREFIX}${letter}2`), weight: 12 },
    { arbitrary: anyKey, weight: 1 },
  );
}

/** One of the usual words, and once in twelve times one of the others. */
function seldom(usual: fc.Arbitrary<string>, ...others: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof({ arbitrary: usual, weight: 11 }, { arbitrary: fc.constantFrom(...others), weight: 1 });
}
