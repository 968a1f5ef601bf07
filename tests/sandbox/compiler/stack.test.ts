/** Stacks: frames of both kinds of engine lead back to the learner's lines. */
import { describe, expect, test } from 'vitest';
import { learnerFrames, learnerStack, parseStack } from '../../../sandbox/compiler/stack.ts';
import { compileOne, load } from './run-program.ts';

const FILES = {
  'worker.ts': `import { encode } from './order.ts';

const work = async (): Promise<void> => {
  await null;
  encode({ id: 1 });
};
await work();
`,
  'order.ts': `export interface Order { id: number }

export function encode(order: Order): string {
  if (order.id > 0) throw new TypeError('no');
  return '';
}
`,
};

describe('an error of a running program', () => {
  test('has the lines and columns of the files', async () => {
    const program = await compileOne('', { files: FILES });
    const error = await load(program)
      .main()
      .then(
        () => new Error('did not fail'),
        (reason: Error) => reason,
      );
    expect(learnerStack(error, [program])).toBe(
      ['TypeError: no', '    at encode (order.ts:4:27)', '    at work (worker.ts:5:3)', '    at worker.ts:7:1'].join('\n'),
    );
  });
});

describe('the text of a stack', () => {
  test('of V8', () => {
    const stack =
      'Error: at x (y:1:2)\n    at encode (inflight-cell:///worker.ts:9:8)\n    at async Object.run (blob:null/1-2:3:4)\n    at inflight-cell:///worker.ts:1:2\n    at new Order (a:5:6)\n    at async Promise.all (index 0)';
    expect(parseStack(stack)).toEqual([
      { called: 'encode', script: 'inflight-cell:///worker.ts', line: 9, column: 8 },
      { called: 'run', script: 'blob:null/1-2', line: 3, column: 4 },
      { called: '', script: 'inflight-cell:///worker.ts', line: 1, column: 2 },
      { called: 'new Order', script: 'a', line: 5, column: 6 },
    ]);
  });

  test('of SpiderMonkey', () => {
    const stack = 'encode@inflight-cell:///worker.ts:9:8\nasync*run/<@blob:null/1-2:3:4\n@inflight-cell:///worker.ts:1:2\n';
    expect(parseStack(stack)).toEqual([
      { called: 'encode', script: 'inflight-cell:///worker.ts', line: 9, column: 8 },
      { called: 'run', script: 'blob:null/1-2', line: 3, column: 4 },
      { called: '', script: 'inflight-cell:///worker.ts', line: 1, column: 2 },
    ]);
  });

  test('of the machine alone has no frame of the learner', async () => {
    expect(learnerFrames('Error: x\n    at run (blob:null/1-2:3:4)', [await compileOne('1;')])).toEqual([]);
  });
});
