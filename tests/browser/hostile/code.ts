/** Hostile cells that make code while they run, or forge messages of the machine. */
import { hostile } from './hostile-cell.ts';

const UNMETERED = /code made from text while it runs could not be metered/;

export const code = [
  hostile(
    'eval',
    UNMETERED,
    1,
    `
eval('for (;;);');
`,
  ),
  hostile(
    'eval by another name',
    UNMETERED,
    2,
    `
const run = eval;
run('for (;;);');
`,
  ),
  hostile(
    'new Function',
    UNMETERED,
    1,
    `
new Function('for (;;);')();
`,
  ),
  hostile(
    'the constructor of a function',
    UNMETERED,
    1,
    `
(() => {}).constructor('for (;;);')();
`,
  ),
  hostile(
    'the constructor of an async function',
    UNMETERED,
    1,
    `
await (async () => {}).constructor('for (;;);')();
`,
  ),
  hostile(
    'the constructor of a generator',
    UNMETERED,
    1,
    `
(function* () {}).constructor('for (;;);')().next();
`,
  ),
  hostile(
    'a timer with text',
    /callback|function|string/i,
    1,
    `
setTimeout('for (;;);' as any, 1);
`,
  ),
  hostile(
    'a script of its own',
    /URL\.createObjectURL of the browser|Blob/,
    1,
    `
URL.createObjectURL({} as any);
`,
  ),
  hostile(
    'a forged message to the page',
    /postMessage/,
    1,
    `
(postMessage as any)({ inflight: 1, body: { kind: 'finished' } });
`,
  ),
  hostile(
    'a forged result',
    /postMessage|undefined|not a function/,
    1,
    `
(globalThis as any).postMessage({ kind: 'finished', run: 1, report: { ended: { reason: 'quiescent' } } });
`,
  ),
  hostile(
    'a forged registration',
    /\$inflight/,
    1,
    `
($inflight as any).cell('worker.ts', () => async () => {});
`,
  ),
  hostile(
    'the global object through a sloppy function',
    /undefined|not|null/,
    2,
    `
function whole(this: any) { return this; }
(whole() as any).postMessage('gotcha');
`,
  ),
  hostile(
    'the global object through the stack',
    /./,
    null,
    `
(Error as any).prepareStackTrace = (_: unknown, frames: any[]) => frames.map((frame) => String(frame.getThis?.() ?? frame.getFunction?.() ?? 'nothing')).join();
console.log('frames:', String(new Error('look').stack).slice(0, 40));
`,
  ),
  hostile(
    'closing the worker',
    /close/,
    1,
    `
(close as any)();
`,
  ),
];
