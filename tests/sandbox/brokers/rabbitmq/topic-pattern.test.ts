/** Topic patterns against the rule said plainly (rabbitmq.com/tutorials, topics). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesTopic } from '../../../../sandbox/brokers/rabbitmq/model/topic-pattern.ts';

/** The rule said plainly: try every number of words for each `#`. */
function matchesPlainly(pattern: readonly string[], key: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return key.length === 0;
  if (first === '#') return matchesPlainly(rest, key) || (key.length > 0 && matchesPlainly(pattern, key.slice(1)));
  return key.length > 0 && (first === '*' || first === key[0]) && matchesPlainly(rest, key.slice(1));
}

const words = (texts: readonly string[]) => (texts.length === 1 && texts[0] === '' ? [] : texts);

test('it agrees with the rule said plainly', () => {
  const pattern = fc.array(fc.constantFrom('a', 'b', '', '*', '#'), { minLength: 1, maxLength: 6 });
  const key = fc.array(fc.constantFrom('a', 'b', ''), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(pattern, key, (one, other) => {
      expect(matchesTopic(one.join('.'), other.join('.'))).toBe(matchesPlainly(words(one), words(other)));
    }),
    { numRuns: 2000 },
  );
});

test('many # do not make it slow', () => {
  expect(matchesTopic(Array(40).fill('#').join('.a.'), Array(200).fill('b').join('.'))).toBe(false);
});
