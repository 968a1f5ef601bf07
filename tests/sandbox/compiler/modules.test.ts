/** Modules: what a program gets for its imports is what Node gives for the same lines. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../../sandbox/compiler/compile.ts';
import { esbuild } from './esbuild.ts';
import { compileOne, load } from './run-program.ts';

const client = Object.assign(class Client {}, { Cluster: class Cluster {}, print: () => 'printed' });
const MODULES = { client: ['Cluster', 'print', 'default', '__esModule'], 'node:events': ['once'], '#course/queue': ['Queue'] };
const WORLD = { client, 'node:events': { once: 'once' }, '#course/queue': { Queue: 'Queue' } };

async function logged(text: string, files: Readonly<Record<string, string>> = {}): Promise<unknown[]> {
  const values: unknown[] = [];
  const program = await compileOne(text, { files: { 'worker.ts': text, ...files }, modules: MODULES });
  await load(program, { modules: WORLD, globals: { console: { log: (...all: unknown[]) => values.push(...all) } } }).main();
  return values;
}

describe('a module that is not a file of the cell', () => {
  test('gives its exports object as default and the names it exports', async () => {
    expect(await logged(`import Client, { Cluster, print as say } from 'client'; console.log(Client, Cluster, say());`)).toEqual([
      client,
      client.Cluster,
      'printed',
    ]);
  });

  test('gives a namespace with default and names', async () => {
    const [space] = await logged(`import * as space from 'client'; console.log(space);`);
    expect(Object.keys(space as object).toSorted()).toEqual(['Cluster', '__esModule', 'default', 'print']);
  });

  test('is also there for import() with a name', async () => {
    expect(await logged(`const { default: Client } = await import('client'); console.log(Client);`)).toEqual([client]);
  });

  test('is loaded in the order of the imports, before the first line', async () => {
    const program = await compileOne(
      `import { Queue } from '#course/queue';\nconsole.log(Queue);\nimport 'client';\nimport { once } from 'node:events';\nonce;`,
      { modules: MODULES },
    );
    expect(program.imports).toEqual(['#course/queue', 'client', 'node:events']);
  });

  test('is not asked for when only its types are used', async () => {
    const program = await compileOne(
      `import type Client from 'client'; import { Cluster } from 'client'; let c: Cluster | Client; export {};`,
      { modules: MODULES },
    );
    expect(program.imports).toEqual([]);
  });
});

describe('files of the cell', () => {
  test('are evaluated once, deepest first, and share what they export', async () => {
    const files = {
      'counter.ts': `console.log('counter'); export let count = 0; export const add = () => { count += 1; };`,
      'lib/twice.ts': `import { add } from '../counter.ts'; console.log('twice'); add(); add(); export default 'two';`,
    };
    expect(await logged(`import two from './lib/twice.ts'; import { count } from './counter.ts'; console.log(two, count);`, files)).toEqual(
      ['counter', 'twice', 'two', 2],
    );
  });

  test('may wait at their top level before the importer goes on', async () => {
    expect(
      await logged(`import { ready } from './ready.ts'; console.log(ready);`, { 'ready.ts': `await null; export const ready = 'yes';` }),
    ).toEqual(['yes']);
  });

  test('may pass on what a client exports', async () => {
    expect(
      await logged(`import { Cluster, all } from './passing.ts'; console.log(Cluster, all.print());`, {
        'passing.ts': `export { Cluster } from 'client'; export * as all from 'client';`,
      }),
    ).toEqual([client.Cluster, 'printed']);
  });

  test('may be JSON', async () => {
    expect(
      await logged(`import config from './config.json' with { type: 'json' }; console.log(config.size);`, { 'config.json': '{"size": 3}' }),
    ).toEqual([3]);
  });

  test('keep the names of their classes', async () => {
    expect(
      await logged(`import { Order } from './order.ts'; console.log(new Order().constructor.name);`, {
        'order.ts': `export class Order { static none = new Order(); }`,
      }),
    ).toEqual(['Order']);
  });

  test('have an import.meta each', async () => {
    const text = `import { url } from './lib/other.ts'; console.log(import.meta.url, import.meta.main, url);`;
    expect(
      await logged(text, { 'lib/other.ts': `export const url = [import.meta.filename, import.meta.dirname, import.meta.main];` }),
    ).toEqual(['file:///cell/worker.ts', true, ['/cell/lib/other.ts', '/cell/lib', false]]);
  });
});

test('what a program exports is left out', async () => {
  expect(await logged(`export const a = 1; export default function () {} export { a as b }; console.log(a);`)).toEqual([1]);
});

test("an import() of something unknown is the runtime's business", async () => {
  await expect(logged(`await import('left-' + 'pad');`)).rejects.toThrow('cannot import left-pad');
});

test('an entry whose files did not change is not compiled again', async () => {
  const source = { entries: ['a.ts', 'b.ts'], modules: {} };
  const first = await compile(esbuild, { ...source, files: { 'a.ts': 'console.log(1);', 'b.ts': 'console.log(2);' } });
  const second = await compile(esbuild, { ...source, files: { 'a.ts': 'console.log(1);', 'b.ts': 'console.log(3);' } });
  if (!first.ok || !second.ok) throw new Error('Not compiled.');
  expect(second.programs[0]).toBe(first.programs[0]);
  expect(second.programs[1]?.code).toContain('console.log(3)');
});
