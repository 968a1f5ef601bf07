/** Hostile cells with values that bite when they are printed or thrown, and programs that end in odd ways. */
import type { HostileCell } from './hostile-cell.ts';

export const values: readonly HostileCell[] = [
  {
    name: 'a getter that throws, printed',
    says: /\[Getter\]/,
    line: 1,
    code: "console.log({ get value() { throw new Error('bitten'); } });",
  },
  {
    name: 'a Proxy that throws at everything, printed',
    says: /cannot be shown: looking at it throws.*after/s,
    line: 3,
    code: `
const bite = () => { throw new Error('bitten'); };
console.log(new Proxy({}, { get: bite, ownKeys: bite, getPrototypeOf: bite, getOwnPropertyDescriptor: bite, has: bite }));
console.log('after');
`,
  },
  {
    name: 'a Proxy with endless keys, printed',
    says: /k0: 1/,
    line: null,
    code: "console.log(new Proxy({}, { ownKeys: () => Array.from({ length: 100_000 }, (_, n) => 'k' + n), getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }) }));",
  },
  {
    name: 'a circle, printed',
    says: /Circular/,
    line: null,
    code: `
const circle: any = { name: 'me' };
circle.self = circle;
console.log(circle);
`,
  },
  {
    name: 'a toString that never returns, printed',
    says: /endless loop at producer\.ts:1/,
    line: 1,
    code: "console.log('%s', { toString() { for (;;); } });",
  },
  {
    name: 'an inspect of its own that throws, printed',
    says: /cannot be shown.*after/s,
    line: null,
    code: `
console.log({ [Symbol.for('nodejs.util.inspect.custom')]() { throw new Error('bitten'); } });
console.log('after');
`,
  },
  {
    name: 'an object a thousand levels deep, printed',
    says: /deep: \[Object\]/,
    line: null,
    code: `
let deep: any = {};
for (let n = 0; n < 10_000; n += 1) deep = { deep };
console.log(deep);
`,
  },
  {
    name: 'process.exit',
    says: /exited with code 3|code 3/,
    line: null,
    code: `
console.log('bye');
process.exit(3);
console.log('never');
`,
  },
  {
    name: 'process.exit inside finally',
    says: /exited with code 4|code 4/,
    line: null,
    code: "try { throw new Error('first'); } finally { process.exit(4); }",
  },
  {
    name: 'process.exit that is caught',
    says: /exited with code 5/,
    line: null,
    code: `
try { process.exit(5); } catch { console.log('caught'); }
for (;;) console.log('still alive');
`,
  },
  {
    name: 'process.abort and kill',
    says: /exited with code 137/,
    line: null,
    code: `
(process as any).kill?.(process.pid, 'SIGKILL');
(process as any).abort?.();
console.log('still here');
`,
  },
  { name: 'null thrown', says: /producer crashed: a thrown object: null/, line: null, code: 'throw null;' },
  { name: 'a text thrown', says: /producer crashed: a thrown string: just text/, line: null, code: "throw 'just text';" },
  {
    name: 'an object thrown whose message bites',
    says: /producer crashed: something thrown that cannot be shown/,
    line: null,
    code: "throw { get message() { throw new Error('bitten'); }, get stack() { throw new Error('bitten'); }, toString() { throw new Error('bitten'); } };",
  },
  {
    name: 'a Proxy thrown',
    says: /producer crashed: /,
    line: null,
    code: `
const bite = () => { throw new Error('bitten'); };
throw new Proxy(function () {}, { get: bite, getPrototypeOf: bite, ownKeys: bite, has: bite });
`,
  },
  { name: 'a symbol thrown', says: /producer crashed: a thrown symbol: Symbol\(odd\)/, line: null, code: "throw Symbol('odd');" },
  {
    name: 'a promise rejected with undefined',
    says: /producer crashed: a thrown undefined/,
    line: null,
    code: 'void Promise.reject(undefined);',
  },
  {
    name: 'an error thrown in a timer',
    says: /producer crashed: Error: too late/,
    line: 1,
    code: "setTimeout(() => { throw new Error('too late'); }, 5);",
  },
  {
    name: 'an unhandled rejection',
    says: /producer crashed: Error: nobody caught it/,
    line: 1,
    code: `
const work = async () => { throw new Error('nobody caught it'); };
void work();
`,
  },
  {
    name: 'an uncaughtException listener that throws',
    says: /producer crashed: Error: first/,
    line: 2,
    code: `
process.on('uncaughtException', () => { throw new Error('again'); });
throw new Error('first');
`,
  },
];
