/** Hostile cells that make code while they run, or forge messages of the machine. */
import type { HostileCell } from './hostile-cell.ts';

const UNMETERED = /code made from text while it runs could not be metered/;

export const code: readonly HostileCell[] = [
  { name: 'eval', says: UNMETERED, line: 1, code: "eval('for (;;);');" },
  {
    name: 'eval by another name',
    says: UNMETERED,
    line: 2,
    code: `
const run = eval;
run('for (;;);');
`,
  },
  { name: 'new Function', says: UNMETERED, line: 1, code: "new Function('for (;;);')();" },
  { name: 'the constructor of a function', says: UNMETERED, line: 1, code: "(() => {}).constructor('for (;;);')();" },
  { name: 'the constructor of an async function', says: UNMETERED, line: 1, code: "await (async () => {}).constructor('for (;;);')();" },
  { name: 'the constructor of a generator', says: UNMETERED, line: 1, code: "(function* () {}).constructor('for (;;);')().next();" },
  { name: 'a timer with text', says: /argument must be of type function/, line: 1, code: "setTimeout('for (;;);' as any, 1);" },
  {
    name: 'a script of its own',
    says: /URL\.createObjectURL of the browser is not available/,
    line: 1,
    code: 'URL.createObjectURL({} as any);',
  },
  {
    name: 'a forged message to the page',
    says: /postMessage is not a function/,
    line: 1,
    code: "(postMessage as any)({ inflight: 1, body: { kind: 'finished' } });",
  },
  {
    name: 'a forged result',
    says: /postMessage is not a function/,
    line: 1,
    code: "(globalThis as any).postMessage({ kind: 'finished', run: 1, report: { ended: { reason: 'quiescent' } } });",
  },
  {
    name: 'a forged registration',
    says: /\$inflight is not defined/,
    line: 1,
    code: "($inflight as any).cell('worker.ts', () => async () => {});",
  },
  {
    name: 'the global object through a sloppy function',
    says: /crashed: TypeError: .*undefined/,
    line: 2,
    code: `
function whole(this: any) { return this; }
(whole() as any).postMessage('gotcha');
`,
  },
  {
    name: 'the global object through the stack',
    says: /frames: (nothing,)+/,
    line: 2,
    code: `
(Error as any).prepareStackTrace = (_: unknown, frames: any[]) => frames.map((frame) => String(frame.getThis?.() ?? frame.getFunction?.() ?? 'nothing')).join();
console.log('frames:', String(new Error('look').stack).slice(0, 40));
`,
  },
  { name: 'closing the worker', says: /close is not a function/, line: 1, code: '(close as any)();' },
];
