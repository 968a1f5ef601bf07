/** The console of a program. */
import { expect, test } from 'vitest';
import { runProgram, runPrograms } from './run-program.ts';

test('each method is an event of its own kind', async () => {
  expect(await runProgram(`console.log('a'); console.info('b'); console.warn('c'); console.error('d'); console.debug('%d%', 5);`)).toEqual([
    'a',
    'info: b',
    'warn: c',
    'error: d',
    'debug: 5%',
  ]);
});

test('groups, counters, assertions and tables', async () => {
  const lines = await runProgram(`
    console.group('orders');
    console.log({ id: 1 }, '\\nnext');
    console.groupEnd();
    console.count(); console.count(); console.countReset(); console.count('x');
    console.assert(1 > 2, 'no', 1); console.assert(true, 'never');
    console.table([{ id: 1, state: 'new' }, { id: 2 }]);
    console.dir({ a: { b: { c: {} } } }, { depth: 0 });
  `);
  expect(lines).toEqual([
    'orders',
    '  { id: 1 } \n  next',
    'default: 1',
    'default: 2',
    'x: 1',
    'warn: Assertion failed: no 1',
    [
      '┌─────────┬────┬───────┐',
      '│ (index) │ id │ state │',
      '├─────────┼────┼───────┤',
      "│ 0       │ 1  │ 'new' │",
      '│ 1       │ 2  │       │',
      '└─────────┴────┴───────┘',
    ].join('\n'),
    '{ a: [Object] }',
  ]);
});

test('time is virtual', async () => {
  const lines = await runProgram(`
    console.time('wait');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    console.timeEnd('wait');
  `);
  expect(lines).toEqual(['wait: 1.500s']);
});

test('the stack of an error is an annotation, not part of the text', async () => {
  const { report } = await runPrograms({ app: `console.log(new Error('no order'));` });
  const printed = report.events.find(({ kind }) => kind === 'console');
  expect(printed?.detail).toEqual({ method: 'log', text: 'Error: no order' });
  expect(printed?.annotation).toContain('app.ts');
});

test('a very long text is cut', async () => {
  const [line = ''] = await runProgram(`console.log('x'.repeat(12_000));`);
  expect(line.slice(9_990)).toBe(`${'x'.repeat(10)}… 2000 more characters`);
});

test('values that fight back are shown in a sentence, and the program goes on', async () => {
  const lines = await runProgram(`
    const no = () => { throw new Error('no'); };
    console.log({ get a() { return no(); } }, new Proxy({}, { ownKeys: no, getPrototypeOf: no, get: no }));
    console.log('%s', { toString: no });
    console.log('%d', { valueOf: no });
    console.log({ toJSON: no, [Symbol.toPrimitive]: no });
    console.log(Object.defineProperty(new Error('x'), 'stack', { get: no }));
    console.log('still here');
  `);
  expect(lines[0]).toBe('{ a: [Getter] } [this value cannot be shown: looking at it throws]');
  expect(lines.at(-1)).toBe('still here');
  expect(lines).toHaveLength(6);
});

test('patching the console of one process leaves the others alone', async () => {
  const { lines } = await runPrograms({
    one: `console.log = () => {}; console.log('never');`,
    other: `setTimeout(() => console.log('here'), 10);`,
  });
  expect(lines).toEqual({ one: [], other: ['here'] });
});
