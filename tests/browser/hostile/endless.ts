/** Hostile cells that never end, each in its own way. */
import { hostile } from './hostile-cell.ts';

const ENDLESS = /endless loop|keeps repeating without end|still busy/;

export const endless = [
  hostile(
    'an endless loop',
    ENDLESS,
    2,
    `
let count = 0;
while (true) count += 1;
`,
  ),
  hostile(
    'an endless loop without a body',
    ENDLESS,
    1,
    `
for (;;);
`,
  ),
  hostile(
    'an endless do',
    ENDLESS,
    1,
    `
do {} while (true);
`,
  ),
  hostile(
    'an endless loop that catches everything',
    ENDLESS,
    null,
    `
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
  ),
  hostile(
    'an endless loop of microtasks',
    ENDLESS,
    1,
    `
const again = (): Promise<void> => Promise.resolve().then(again);
await again();
`,
  ),
  hostile(
    'an endless await',
    ENDLESS,
    1,
    `
for (;;) await null;
`,
  ),
  hostile(
    'an endless nextTick',
    ENDLESS,
    null,
    `
const again = () => process.nextTick(again);
again();
`,
  ),
  hostile(
    'an endless setImmediate',
    ENDLESS,
    null,
    `
const again = () => setImmediate(again);
again();
`,
  ),
  hostile(
    'an endless timer of 0',
    ENDLESS,
    null,
    `
const again = () => setTimeout(again, 0);
again();
`,
  ),
  hostile(
    'an interval of 0',
    ENDLESS,
    null,
    `
setInterval(() => {}, 0);
`,
  ),
  hostile(
    'queueMicrotask for ever',
    ENDLESS,
    null,
    `
const again = () => queueMicrotask(again);
again();
`,
  ),
  hostile(
    'recursion without an end',
    /Maximum call stack|too much recursion|stack/i,
    1,
    `
const deeper = (depth: number): number => deeper(depth + 1) + 1;
console.log(deeper(0));
`,
  ),
  hostile(
    'recursion that catches itself',
    /./,
    null,
    `
const deeper = (): void => { try { deeper(); } catch { deeper(); } };
deeper();
`,
  ),
  hostile(
    'a regular expression that backtracks',
    /more than 10 seconds of real time and was cut off.*a regular expression/,
    null,
    `
console.log('before');
console.log(/^(a+)+$/.test('a'.repeat(40) + 'b'));
`,
  ),
  hostile(
    'a sort that takes for ever',
    ENDLESS,
    null,
    `
[3, 1, 2].sort(() => { for (;;); });
`,
  ),
  hostile(
    'an endless generator',
    ENDLESS,
    1,
    `
function* numbers() { for (let n = 0; ; n += 1) yield n; }
const all = [...numbers()];
console.log(all.length);
`,
  ),
  hostile(
    'an iterator that never ends',
    ENDLESS,
    null,
    `
const endless = { [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 1 }) }) };
for (const one of endless as any) void one;
`,
  ),
  hostile(
    'a getter that never returns',
    ENDLESS,
    null,
    `
const trap = { get value() { for (;;); } };
console.log(trap.value);
`,
  ),
  hostile(
    'a thenable that calls itself',
    ENDLESS,
    null,
    `
const trap: any = { then: (resolve: (value: unknown) => void) => resolve(trap) };
await trap;
`,
  ),
  hostile(
    'a busy wait for a clock',
    /./,
    null,
    `
const until = Date.now() + 500;
while (Date.now() < until);
console.log('waited');
`,
  ),
  hostile(
    'a promise that never settles',
    /is waiting for|nothing (more|is left)/,
    null,
    `
await new Promise(() => {});
`,
  ),
];
