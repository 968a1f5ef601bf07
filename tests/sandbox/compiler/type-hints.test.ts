/** The type hints: what an editor is told about a place in a cell, from the real packages' declarations. */
import typescript from 'typescript';
import { expect, test } from 'vitest';
import { callAt, completionsAt, explainCompletion, explanationAt } from '../../../sandbox/compiler/type-hints.ts';
import { declarationsFor } from '../../../scripts/build/declarations.ts';

const types = declarationsFor(['ioredis', '#course/queue', 'timers/promises']);
const TEXT = `import { Redis } from 'ioredis';\nconst redis = new Redis();\nawait redis.lpush('orders', 'order-1');\n`;
const input = { files: { 'worker.ts': TEXT }, types };
const at = (words: string) => ({ file: 'worker.ts', offset: TEXT.indexOf(words) + words.length });

test('after the dot of a client stand its methods', () => {
  const names = completionsAt(typescript, input, at('await redis.')).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['lpush', 'brpop', 'xadd', 'quit']));
});

test('a completion is explained', () => {
  expect(explainCompletion(typescript, input, at('await redis.'), 'lpush')?.declaration).toMatch(/lpush\(/);
});

test('a name is explained where it stands', () => {
  const explanation = explanationAt(typescript, input, at('const red'));
  expect(explanation).toMatchObject({
    declaration: expect.stringMatching(/^const redis: Redis/),
    start: TEXT.indexOf('redis ='),
    length: 5,
  });
});

test('a call says which parameter is being written', () => {
  const call = callAt(typescript, input, at("lpush('orders', "));
  expect(call?.signatures[call.signature]?.label).toMatch(/^lpush\(/);
  expect(call?.parameter).toBe(1);
});
