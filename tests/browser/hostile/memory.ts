/** Hostile cells that take memory without end, or flood the page with output. */
import { hostile } from './hostile-cell.ts';

export const memory = [
  hostile(
    'an array that grows',
    /too much memory|endless loop/,
    null,
    `
const all: number[] = [];
for (;;) all.push(all.length);
`,
  ),
  hostile(
    'arrays of a million',
    /too much memory|endless loop/,
    null,
    `
const all: unknown[] = [];
for (;;) all.push(new Array(1_000_000).fill(0));
`,
  ),
  hostile(
    'a text that doubles',
    /Invalid string length|string length|allocation|memory/i,
    null,
    `
let text = 'x';
for (;;) text += text;
`,
  ),
  hostile(
    'buffers without end',
    /too much memory|allocation|endless loop/i,
    null,
    `
const all: Buffer[] = [];
for (;;) all.push(Buffer.alloc(64 * 1024 * 1024, 1));
`,
  ),
  hostile(
    'a buffer that is too large',
    /length|size|memory|allocation/i,
    1,
    `
Buffer.alloc(2 ** 40);
`,
  ),
  hostile(
    'a map that grows with time',
    /deadline|budget|too many|cut off/i,
    null,
    `
const all = new Map<number, string>();
setInterval(() => { for (let n = 0; n < 1000; n += 1) all.set(all.size, 'x'.repeat(100)); }, 1);
`,
  ),
  hostile(
    '200,000 lines',
    /more lines|too many|budget|events/i,
    null,
    `
for (let n = 0; n < 200_000; n += 1) console.log('line', n);
`,
  ),
  hostile(
    'output without end',
    /endless|too many|budget|events|more lines/i,
    null,
    `
for (;;) console.log('again');
`,
  ),
  hostile(
    'output without end, politely',
    /too many|budget|deadline|events|more lines/i,
    null,
    `
setInterval(() => console.log('again'), 1);
`,
  ),
  hostile(
    'one line of 20 million characters',
    /more characters|cut|characters/,
    null,
    `
console.log('x'.repeat(20_000_000));
`,
  ),
  hostile(
    'a hundred lines of a million characters',
    /more characters|cut|characters/,
    null,
    `
for (let n = 0; n < 100; n += 1) console.log('x'.repeat(1_000_000));
`,
  ),
  hostile(
    'a table of 100,000 rows',
    /./,
    null,
    `
console.table(Array.from({ length: 100_000 }, (_, n) => ({ n })));
`,
  ),
];
