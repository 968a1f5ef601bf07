/** Problems: what a learner did wrong is said in a sentence, with its place. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../../sandbox/compiler/compile.ts';
import { esbuild } from './esbuild.ts';

const MODULES = {
  ioredis: ['Redis', 'Cluster'],
  amqplib: ['connect'],
  '#course/queue': ['Queue'],
  events: ['once'],
  'node:events': ['once'],
};

/** `file:line:column said` of each problem. */
async function problems(files: string | Readonly<Record<string, string>>, entries = ['worker.ts']): Promise<string[]> {
  const compiled = await compile(esbuild, { files: typeof files === 'string' ? { 'worker.ts': files } : files, entries, modules: MODULES });
  return compiled.ok ? [] : compiled.problems.map(({ file, line, column, said }) => `${file}:${line}:${column} ${said}`);
}

describe('syntax', () => {
  test.each([
    ['const a = 1;\nconst b = ;', 'worker.ts:2:11 ";" cannot stand here. Look for something missing or extra just before it.'],
    ['while (true) {\n', 'worker.ts:2:1 The file ends too early: something that was opened, such as "{" or "(", is not closed.'],
    ['console.log(1', 'worker.ts:1:1 The file ends too early: a ")" is missing.'],
    ['const a = 1;\nconst a = 2;', 'worker.ts:2:7 "a" is declared twice. Choose another name for one of them, or remove one.'],
    [
      'function f() {\n  await g();\n}',
      'worker.ts:2:3 "await" works only in an async function. Write "async" before the function around it.',
    ],
    ["const s = 'é😀' + 'x;", 'worker.ts:1:22 The text in quotes is not closed on its line.'],
    ['if (1) {\n  return;\n}\nreturn 2;', 'worker.ts:2:3 "return" works only in a function.'],
    [
      'console.log(arguments[0]);',
      'worker.ts:1:13 "arguments" exists only inside a function that is written with the word function. List the parameters instead.',
    ],
  ])('%j', async (text, said) => {
    expect((await problems(text))[0]).toBe(said);
  });
});

describe('imports', () => {
  test('of a module that a cell cannot have', async () => {
    expect(await problems(`console.log(1);\nimport fs from 'node:fs'; fs;`)).toEqual([
      'worker.ts:2:16 "node:fs" cannot be imported here. A cell can import its own files, #course/queue, amqplib, ioredis and modules of Node such as node:events.',
    ]);
  });

  test('with a slip of the fingers', async () => {
    expect(await problems(`import Redis from 'ioreddis';\nimport { Clustre } from 'ioredis';\nnew Redis(); Clustre;`)).toEqual([
      'worker.ts:1:19 "ioreddis" cannot be imported here. Did you mean "ioredis"? A cell can import its own files, #course/queue, amqplib, ioredis and modules of Node such as node:events.',
      'worker.ts:2:10 "ioredis" does not export "Clustre". Did you mean "Cluster"?',
    ]);
  });

  test('of names and defaults that a module does not have', async () => {
    expect(await problems(`import queue, { push } from '#course/queue';\npush(queue);`)).toEqual([
      'worker.ts:1:8 "#course/queue" has no default export. Import what you need by name, in braces. It exports Queue.',
      'worker.ts:1:17 "#course/queue" does not export "push". It exports Queue.',
    ]);
  });

  test('of files by another name than they have', async () => {
    const files = {
      'worker.ts': `import { a } from './order.js';\nimport { b } from './order';\nimport './lost.ts';\na(b);`,
      'order.ts': 'export const a = 1, b = 2;',
    };
    expect(await problems(files)).toEqual([
      'worker.ts:1:19 There is no file for "./order.js". Imports name the file as it is: write "./order.ts".',
      'worker.ts:2:19 There is no file for "./order". Imports name the file as it is: write "./order.ts".',
      `worker.ts:3:8 There is no file for "./lost.ts". The cell's other files are order.ts.`,
    ]);
  });

  test('of JSON as if it were code', async () => {
    const said = 'Node imports JSON only when it is told to: write with { type: \'json\' } after "./size.json".';
    expect(await problems({ 'worker.ts': `import size from './size.json';\nsize;`, 'size.json': '3' })).toEqual([`worker.ts:1:18 ${said}`]);
  });

  test('of what another file does not export', async () => {
    const files = { 'worker.ts': `import { encode } from './order.ts';\nencode();`, 'order.ts': 'export const decode = 1;' };
    expect(await problems(files)).toEqual(['worker.ts:1:10 "order.ts" does not export "encode". Export it there, or import another name.']);
  });
});

test('all problems of all entries are said at once, each one time', async () => {
  const files = {
    'a.ts': `import './shared.ts';\nimport x from 'nothing';\nx();`,
    'b.ts': `import './shared.ts';`,
    'shared.ts': 'let y = ;',
  };
  const found = await problems({ ...files, 'c.ts': 'import z from "none"; z;' }, ['a.ts', 'b.ts', 'c.ts']);
  expect(found.map((problem) => problem.split(' ')[0])).toEqual(['c.ts:1:15', 'shared.ts:1:9']);
});

test('an entry that is not there', async () => {
  expect(await problems({ 'other.ts': '' })).toEqual([
    'worker.ts:1:1 The cell runs "worker.ts", but it has no such file. Its files are other.ts.',
  ]);
});
