/** Random programs: of one seed always the same, and made by templates. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isModelled } from '../../../scripts/conformance/modelled.ts';
import { PREFIX } from '../../../scripts/conformance/program.ts';
import { commandOf } from '../../../scripts/conformance/random/grammar.ts';
import { randomPrograms } from '../../../scripts/conformance/random/programs.ts';

test('one seed makes the same programs', () => {
  const [one, other] = [1, 2].map(() => fc.sample(randomPrograms(isModelled), { seed: 5, numRuns: 20 }));
  expect(one).toEqual(other);
});

test('every key and channel has the prefix of the comparison', () => {
  const steps = fc.sample(randomPrograms(isModelled), { seed: 6, numRuns: 200 }).flatMap((program) => program.steps);
  const keys = steps.flatMap((step) => ('args' in step && /^[rl]push$/.test(step.args[0] ?? '') ? [step.args[1] ?? PREFIX] : []));
  expect(keys.filter((key) => !key.startsWith(PREFIX) && key !== 'x')).toEqual([]);
  expect(keys.length).toBeGreaterThan(20);
});

test('a template has words, choices, what may be left out, and what comes again', () => {
  const words = { V: fc.constantFrom('a', 'b') };
  const said = fc.sample(commandOf('set k V [nx|xx] (f V)+', words), { seed: 1, numRuns: 100 }).map((each) => each.join(' '));
  for (const each of said) expect(each).toMatch(/^set k [ab](?: nx| xx)?(?: f [ab]){1,3}$/);
  expect(new Set(said).size).toBeGreaterThan(20);
});
