/** Hostile cells that never end, each in its own way. */
import type { HostileCell } from './hostile-cell.ts';

const ENDLESS = /endless loop|keeps repeating without end|still busy/;

export const endless: readonly HostileCell[] = [
  {
    name: 'an endless loop',
    says: ENDLESS,
    line: 2,
    code: `
let count = 0;
while (true) count += 1;
`,
  },
  { name: 'an endless loop without a body', says: ENDLESS, line: 1, code: 'for (;;);' },
  { name: 'an endless do', says: ENDLESS, line: 1, code: 'do {} while (true);' },
  {
    name: 'an endless loop that catches everything',
    says: ENDLESS,
    line: null,
    code: `
for (;;) {
  try {
    for (;;);
  } catch {
    continue;
  } finally {
    continue;
  }
}
`,
  },
  {
    name: 'an endless loop of microtasks',
    says: ENDLESS,
    line: 1,
    code: `
const again = (): Promise<void> => Promise.resolve().then(again);
await again();
`,
  },
  { name: 'an endless await', says: ENDLESS, line: 1, code: 'for (;;) await null;' },
  {
    name: 'an endless nextTick',
    says: ENDLESS,
    line: null,
    code: `
const again = () => process.nextTick(again);
again();
`,
  },
  {
    name: 'an endless setImmediate',
    says: /keeps repeating without end/,
    line: null,
    code: `
const again = () => setImmediate(again);
again();
`,
  },
  {
    name: 'an endless timer of 0',
    says: ENDLESS,
    line: null,
    code: `
const again = () => setTimeout(again, 0);
again();
`,
  },
  { name: 'an interval of 0', says: ENDLESS, line: null, code: 'setInterval(() => {}, 0);' },
  {
    name: 'queueMicrotask for ever',
    says: ENDLESS,
    line: null,
    code: `
const again = () => queueMicrotask(again);
again();
`,
  },
  {
    name: 'recursion without an end',
    says: /crashed: RangeError: Maximum call stack size exceeded/,
    line: 1,
    code: `
const deeper = (depth: number): number => deeper(depth + 1) + 1;
console.log(deeper(0));
`,
  },
  {
    name: 'recursion that catches itself',
    says: /more than 10 seconds of real time and was cut off|endless loop/,
    line: null,
    code: `
const deeper = (): void => { try { deeper(); } catch { deeper(); } };
deeper();
`,
  },
  {
    name: 'a regular expression that backtracks',
    says: /more than 10 seconds of real time and was cut off.*a regular expression/,
    line: null,
    code: `
console.log('before');
console.log(/^(a+)+$/.test('a'.repeat(40) + 'b'));
`,
  },
  { name: 'a sort that takes for ever', says: ENDLESS, line: null, code: '[3, 1, 2].sort(() => { for (;;); });' },
  {
    name: 'an endless generator',
    says: ENDLESS,
    line: 1,
    code: `
function* numbers() { for (let n = 0; ; n += 1) yield n; }
const all = [...numbers()];
console.log(all.length);
`,
  },
  {
    name: 'an iterator that never ends',
    says: ENDLESS,
    line: null,
    code: `
const endless = { [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 1 }) }) };
for (const one of endless as any) void one;
`,
  },
  {
    name: 'a getter that never returns',
    says: ENDLESS,
    line: null,
    code: `
const trap = { get value() { for (;;); } };
console.log(trap.value);
`,
  },
  {
    name: 'a thenable that calls itself',
    says: ENDLESS,
    line: null,
    code: `
const trap: any = { then: (resolve: (value: unknown) => void) => resolve(trap) };
await trap;
`,
  },
  {
    name: 'a busy wait for a clock',
    says: /500 ms.*waited/,
    line: 3,
    code: `
const until = Date.now() + 500;
while (Date.now() < until);
console.log('waited');
`,
  },
  {
    name: 'a promise that never settles',
    says: /exited with code 13: its top level still waited/,
    line: null,
    code: 'await new Promise(() => {});',
  },
];
