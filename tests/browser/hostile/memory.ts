/** Hostile cells that take memory without end, or flood the page with output. */
import type { HostileCell } from './hostile-cell.ts';

export const memory: readonly HostileCell[] = [
  {
    name: 'an array that grows',
    says: /too much memory|endless loop/,
    line: null,
    code: `
const all: number[] = [];
for (;;) all.push(all.length);
`,
  },
  {
    name: 'a text that doubles',
    says: /crashed: RangeError: Invalid string length/,
    line: 2,
    code: `
let text = 'x';
for (;;) text += text;
`,
  },
  {
    name: 'buffers without end',
    says: /too much memory|allocation|endless loop/i,
    line: null,
    code: `
const all: Buffer[] = [];
for (;;) all.push(Buffer.alloc(64 * 1024 * 1024, 1));
`,
  },
  { name: 'a buffer that is too large', says: /crashed: RangeError: /, line: 1, code: 'Buffer.alloc(2 ** 40);' },
  {
    name: 'a map that grows with time',
    says: /too much memory|still busy|keeps repeating/,
    line: null,
    code: `
const all = new Map<number, string>();
setInterval(() => { for (let n = 0; n < 1000; n += 1) all.set(all.size, 'x'.repeat(100)); }, 1);
`,
  },
  {
    name: '200,000 lines',
    says: /producer wrote too much at producer\.ts:1/,
    line: 1,
    code: "for (let n = 0; n < 200_000; n += 1) console.log('line', n);",
  },
  { name: 'output without end', says: /producer wrote too much at producer\.ts:1/, line: 1, code: "for (;;) console.log('again');" },
  {
    name: 'output without end, politely',
    says: /still busy|wrote too much/,
    line: null,
    code: "setInterval(() => console.log('again'), 1);",
  },
  {
    name: 'one line of 20 million characters',
    says: /more characters|cut/,
    line: null,
    code: "console.log('x'.repeat(20_000_000));",
  },
  {
    name: 'a hundred lines of a million characters',
    says: /more characters|cut|characters/,
    line: null,
    code: "for (let n = 0; n < 100; n += 1) console.log('x'.repeat(1_000_000));",
  },
  {
    name: 'a table of 100,000 rows',
    says: /crashed: RangeError|wrote too much|more characters/,
    line: null,
    code: 'console.table(Array.from({ length: 100_000 }, (_, n) => ({ n })));',
  },
];
