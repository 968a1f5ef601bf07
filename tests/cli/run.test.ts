/** `inflight run`: the result of a run, and what is said about cells that cannot be run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { RunResult } from '../../scripts/inflight/run-command.ts';
import { folderOf, inflight, MACHINE_LESSON } from './inflight.ts';

const PATIENCE_MS = 60_000;
const QUEUE_CELL = join(MACHINE_LESSON, 'cells', 'in-process-queue');
const cleanUp: (() => void)[] = [];

afterEach(() => {
  for (const remove of cleanUp.splice(0)) remove();
});

function stranger(files: Readonly<Record<string, string>>): string {
  const { path, remove } = folderOf(files);
  cleanUp.push(remove);
  return path;
}

const cellFor = (file: string) => `export const cell = { processes: [{ name: 'shop', file: '${file}' }] };`;

describe('run --json', () => {
  test(
    'gives one object',
    async () => {
      const { code, stdout } = await inflight('run', QUEUE_CELL, '--json', '--seed', '3');
      const result = JSON.parse(stdout) as RunResult;
      expect(code).toBe(0);
      expect(result).toMatchObject({ ended: 'quiescent', seed: 3, virtualMs: 1050, traceHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(result.console[0]).toEqual({ process: 'shop', atMicros: expect.any(Number), level: 'log', text: 'put order-1' });
      expect(result.exits).toEqual({ shop: 'crashed' });
    },
    PATIENCE_MS,
  );

  test(
    'tells a compile error and ends with 1',
    async () => {
      const folder = stranger({ 'cell.ts': cellFor('shop.ts'), 'files/shop.ts': 'const order = ;\n' });
      const { code, stdout } = await inflight('run', folder, '--json');
      const result = JSON.parse(stdout) as RunResult;
      expect(code).toBe(1);
      expect(result).toMatchObject({ ended: 'compile-error', console: [], said: expect.stringMatching(/^shop\.ts:1:15: /) });
    },
    PATIENCE_MS,
  );

  test(
    'tells type errors and runs all the same',
    async () => {
      const folder = stranger({ 'cell.ts': cellFor('shop.ts'), 'files/shop.ts': "const cents: number = 'many';\nconsole.log(cents);\n" });
      const { code, stdout, stderr } = await inflight('run', folder, '--json');
      const result = JSON.parse(stdout) as RunResult;
      expect(code).toBe(0);
      expect(result.console.map(({ text }) => text)).toEqual(['many']);
      expect(result.typeErrors).toMatchObject([{ file: 'shop.ts', line: 1, column: 7 }]);
      expect(stderr).toContain('shop.ts:1:7: ');
    },
    PATIENCE_MS,
  );
});

describe('run', () => {
  test(
    'prints lines with time and process, and how it ended; --trace writes the events',
    async () => {
      const folder = stranger({});
      const { code, stdout } = await inflight('run', QUEUE_CELL, '--trace', join(folder, 'trace.txt'));
      expect(code).toBe(0);
      expect(stdout).toMatch(/^ +300\.\d{3} ms {2}shop {2}packed order-1$/m);
      expect(stdout).toContain('Nothing was left to do.\nseed 1, 1050 ms of virtual time, trace ');
      expect(readFileSync(join(folder, 'trace.txt'), 'utf8')).toContain('messageDelivered');
    },
    PATIENCE_MS,
  );
});

describe('a folder that is no cell is told in a sentence, without a stack', () => {
  test.each([
    ['an empty folder', {}, 'cell.ts:1: This file is missing.'],
    ['a cell.ts that is not TypeScript', { 'cell.ts': 'export const cell = {' }, 'cell.ts:1: '],
    ['a cell.ts that throws', { 'cell.ts': "\nthrow new Error('no');" }, 'cell.ts:2: This file cannot be loaded: no.'],
    ['a cell.ts that exports nothing', { 'cell.ts': 'export {};' }, 'cell.ts:1: This file must export "cell".'],
    ['a cell.ts that ends the program', { 'cell.ts': 'process.exit(0);' }, 'The command ended before it was done: '],
    ['a cell.ts that waits for ever', { 'cell.ts': 'await new Promise(() => {});' }, 'The command ended before it was done: '],
    ['a file that is missing', { 'cell.ts': cellFor('shop.ts') }, 'cell.ts:1: There is no file "shop.ts"; there are: none.'],
    ['a word that a cell does not have', { 'cell.ts': 'export const cell = { process: [] };' }, 'cell.ts:1: '],
    ['a cell that is a number', { 'cell.ts': 'export const cell = 7;' }, 'cell.ts:1: '],
  ])(
    '%s',
    async (_, files, said) => {
      const { code, stdout, stderr } = await inflight('run', stranger(files));
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(said);
      expect(stderr).not.toMatch(/^\s+at /m);
    },
    PATIENCE_MS,
  );

  test(
    'a file instead of its folder',
    async () => {
      const file = join(QUEUE_CELL, 'cell.ts');
      expect(await inflight('run', file)).toEqual({ code: 2, stdout: '', stderr: `${file} is a file; name its folder.\n` });
    },
    PATIENCE_MS,
  );

  test(
    'no folder at all',
    async () => {
      expect(await inflight('run', '/no/such/folder')).toEqual({ code: 2, stdout: '', stderr: 'There is no folder /no/such/folder.\n' });
    },
    PATIENCE_MS,
  );
});
