/** Hostile cells with values that bite when they are printed or thrown, and programs that end in odd ways. */
import { hostile } from './hostile-cell.ts';

export const values = [
  hostile(
    'a getter that throws, printed',
    /getter|Getter|bitten|value/i,
    null,
    `
console.log({ get value() { throw new Error('bitten'); } });
`,
  ),
  hostile(
    'a Proxy that throws at everything, printed',
    /./,
    null,
    `
const bite = () => { throw new Error('bitten'); };
console.log(new Proxy({}, { get: bite, ownKeys: bite, getPrototypeOf: bite, getOwnPropertyDescriptor: bite, has: bite }));
console.log('after');
`,
  ),
  hostile(
    'a Proxy with endless keys, printed',
    /./,
    null,
    `
console.log(new Proxy({}, { ownKeys: () => Array.from({ length: 100_000 }, (_, n) => 'k' + n), getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }) }));
`,
  ),
  hostile(
    'a circle, printed',
    /Circular/,
    null,
    `
const circle: any = { name: 'me' };
circle.self = circle;
console.log(circle);
`,
  ),
  hostile(
    'a toString that never returns, printed',
    /./,
    null,
    `
console.log('%s', { toString() { for (;;); } });
`,
  ),
  hostile(
    'an inspect of its own that throws, printed',
    /./,
    null,
    `
console.log({ [Symbol.for('nodejs.util.inspect.custom')]() { throw new Error('bitten'); } });
console.log('after');
`,
  ),
  hostile(
    'an object a thousand levels deep, printed',
    /./,
    null,
    `
let deep: any = {};
for (let n = 0; n < 10_000; n += 1) deep = { deep };
console.log(deep);
`,
  ),
  hostile(
    'process.exit',
    /exited with code 3|code 3/,
    null,
    `
console.log('bye');
process.exit(3);
console.log('never');
`,
  ),
  hostile(
    'process.exit inside finally',
    /exited with code 4|code 4/,
    null,
    `
try { throw new Error('first'); } finally { process.exit(4); }
`,
  ),
  hostile(
    'process.exit that is caught',
    /./,
    null,
    `
try { process.exit(5); } catch { console.log('caught'); }
for (;;) console.log('still alive');
`,
  ),
  hostile(
    'process.abort and kill',
    /./,
    null,
    `
(process as any).kill?.(process.pid, 'SIGKILL');
(process as any).abort?.();
console.log('still here');
`,
  ),
  hostile(
    'null thrown',
    /null/,
    null,
    `
throw null;
`,
  ),
  hostile(
    'a text thrown',
    /just text/,
    null,
    `
throw 'just text';
`,
  ),
  hostile(
    'an object thrown whose message bites',
    /./,
    null,
    `
throw { get message() { throw new Error('bitten'); }, get stack() { throw new Error('bitten'); }, toString() { throw new Error('bitten'); } };
`,
  ),
  hostile(
    'a Proxy thrown',
    /./,
    null,
    `
const bite = () => { throw new Error('bitten'); };
throw new Proxy(function () {}, { get: bite, getPrototypeOf: bite, ownKeys: bite, has: bite });
`,
  ),
  hostile(
    'a symbol thrown',
    /symbol|Symbol/i,
    null,
    `
throw Symbol('odd');
`,
  ),
  hostile(
    'a promise rejected with undefined',
    /undefined/,
    null,
    `
void Promise.reject(undefined);
`,
  ),
  hostile(
    'an error thrown in a timer',
    /late/,
    1,
    `
setTimeout(() => { throw new Error('too late'); }, 5);
`,
  ),
  hostile(
    'an unhandled rejection',
    /nobody caught it/,
    null,
    `
const work = async () => { throw new Error('nobody caught it'); };
void work();
`,
  ),
  hostile(
    'an uncaughtException listener that throws',
    /./,
    null,
    `
process.on('uncaughtException', () => { throw new Error('again'); });
throw new Error('first');
`,
  ),
];
