/** Timers, ticks and the process object, as programs see them. */
import { expect, test } from 'vitest';
import { runProgram } from './run-program.ts';

test('ticks come before promises, promises before timers, timers before later timers', async () => {
  const lines = await runProgram(`
    setTimeout(() => console.log('timeout'), 1);
    setImmediate(() => console.log('immediate'));
    queueMicrotask(() => console.log('microtask'));
    process.nextTick((...args) => console.log('tick', ...args), 1, 2);
    Promise.resolve().then(() => process.nextTick(() => console.log('tick of a promise'))).then(() => console.log('promise'));
    console.log('now');
  `);
  expect(lines).toEqual(['now', 'microtask', 'promise', 'tick 1 2', 'tick of a promise', 'immediate', 'timeout']);
});

test('timers keep virtual time', async () => {
  const lines = await runProgram(`
    import { setTimeout as sleep } from 'node:timers/promises';
    const started = Date.now();
    await sleep(90_000 / 2);
    console.log(Math.round((Date.now() - started) / 1000), await sleep(5, 'value'));
    const timer = setTimeout(() => console.log('refreshed'), 20);
    await sleep(15);
    timer.refresh();
    await sleep(15);
    console.log('not yet', timer.hasRef());
    await sleep(10);
  `);
  expect(lines).toEqual(['45 value', 'not yet true', 'refreshed']);
});

test('an interval goes on until it is cleared, by its object or its number', async () => {
  const lines = await runProgram(`
    let count = 0;
    const timer = setInterval(() => { count += 1; console.log(count); if (count === 3) clearInterval(+timer); }, 10);
    const other = setTimeout(() => console.log('never'), 15);
    clearTimeout(other);
    setInterval(() => console.log('never, it keeps nobody alive'), 50).unref();
  `);
  expect(lines).toEqual(['1', '2', '3']);
});

test('a delay that makes no sense is 1 ms, with one warning', async () => {
  const lines = await runProgram(`
    for (const delay of [-5, -6, NaN]) setTimeout(() => console.log(delay), delay);
  `);
  expect(lines.map((line) => line.split('\n')[0])).toEqual([
    'error: (node:101) TimeoutNegativeWarning: -5 is a negative number.',
    'error: (node:101) TimeoutNaNWarning: NaN is not a number.',
    '-5',
    '-6',
    'NaN',
  ]);
});

test('exit listeners hear the code, and nothing runs after exit', async () => {
  const lines = await runProgram(`
    process.on('exit', (code) => console.log('leaving with', code));
    setTimeout(() => console.log('never'), 10);
    process.exitCode = 3;
    try { process.exit(); } finally { console.log('never either'); }
  `);
  expect(lines).toEqual(['leaving with 3', 'exited: 3']);
});

test('output is printed line by line, the rest at the end', async () => {
  expect(
    await runProgram(`process.stdout.write('a'); process.stdout.write('b\\nc'); console.log('d'); process.stdout.write('e');`),
  ).toEqual(['ab', 'cd', 'e']);
});

test('each process has globals of its own', async () => {
  const lines = await runProgram(`
    globalThis.shared = 1;
    console.log(globalThis.shared, globalThis === global, globalThis.globalThis === globalThis, typeof globalThis.Array, Object.keys(globalThis).includes('fetch'));
    process.env.MODE = 'test';
    console.log(process.env.MODE, process.platform, process.version.startsWith('v24'), process.hrtime.bigint() >= 0n, process.uptime() < 1);
  `);
  expect(lines).toEqual(['1 true true function true', 'test linux true true true']);
});

test('AbortSignal.timeout aborts on virtual time', async () => {
  const lines = await runProgram(`
    const signal = AbortSignal.timeout(30);
    signal.addEventListener('abort', () => console.log(signal.reason.name, Math.round(performance.now())));
    setTimeout(() => {}, 100);
  `);
  expect(lines).toEqual(['TimeoutError 30']);
});

test('a module that is not there is refused in a sentence', async () => {
  const lines = await runProgram(`import { exec } from 'node:child_process'; exec('ls');`).catch((error: Error) => [error.message]);
  expect(lines.join(' ')).toContain('child_process');
});

test('chance comes from the process and repeats with the seed', async () => {
  const program = `import { randomBytes, randomInt } from 'node:crypto'; console.log(crypto.randomUUID(), randomBytes(4).toString('hex'), randomInt(10), Math.random());`;
  const first = await runProgram(program);
  expect(first).toEqual(await runProgram(program));
  expect(first[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12} /);
});

test('a cleared timer stays cleared, also when it is refreshed', async () => {
  const lines = await runProgram(`
    const timer = setTimeout(() => console.log('never'), 20);
    clearTimeout(timer);
    timer.refresh();
    setTimeout(() => console.log('end'), 50);
  `);
  expect(lines).toEqual(['end']);
});

test('an interval counts from the start of its callback, and goes on after an error that was caught', async () => {
  const lines = await runProgram(`
    let count = 0;
    process.on('uncaughtException', (error) => console.log(error.message));
    const timer = setInterval(() => {
      const start = Date.now();
      console.log(Math.floor(performance.now() / 10) * 10);
      while (Date.now() - start < 30);
      if (++count === 3) clearInterval(timer);
      throw new Error('mistake ' + count);
    }, 100);
  `);
  expect(lines).toEqual(['100', 'mistake 1', '200', 'mistake 2', '300', 'mistake 3']);
});

test('an error in a listener of an abort signal is an uncaught error of its process', async () => {
  const lines = await runProgram(`
    process.on('uncaughtException', (error) => console.log('caught', error.message));
    const controller = new AbortController();
    controller.signal.addEventListener('abort', () => { throw new Error('in the listener'); });
    controller.abort();
    console.log('after abort');
  `);
  expect(lines).toEqual(['after abort', 'caught in the listener']);
});
