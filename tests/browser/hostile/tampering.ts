/** Hostile cells that change what the machine stands on. None of them may count as a run. */
import { hostile } from './hostile-cell.ts';

const TAMPERED = (what: string) =>
  new RegExp(
    `changed ${what.replaceAll('.', '\\.').replaceAll('[', '\\[').replaceAll(']', '\\]')}|${what.split('.').at(-1)?.replaceAll(/[[\]]/g, '')}|machine itself`,
  );

export const tampering = [
  hostile(
    'a patched Array.prototype.push',
    TAMPERED('Array.prototype.push'),
    null,
    `
const push = Array.prototype.push;
Array.prototype.push = function (...items) { return items.length > 5 ? 0 : push.apply(this, items); };
console.log('patched');
`,
  ),
  hostile(
    'a patched Map.prototype.get',
    TAMPERED('Map.prototype.get'),
    null,
    `
Map.prototype.get = () => undefined;
console.log('patched');
`,
  ),
  hostile(
    'a patched Promise.prototype.then',
    TAMPERED('Promise.prototype.then'),
    null,
    `
Promise.prototype.then = function () { return this as any; };
console.log('patched');
`,
  ),
  hostile(
    'a patched iterator',
    TAMPERED('ArrayIterator.prototype.next'),
    null,
    `
Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true, value: undefined });
console.log('patched');
`,
  ),
  hostile(
    'a patched Array iterator symbol',
    TAMPERED('Array.prototype.[Symbol.iterator]'),
    null,
    `
Array.prototype[Symbol.iterator] = function* () {};
console.log('patched');
`,
  ),
  hostile(
    'a then on every object',
    TAMPERED('Object.prototype.then'),
    null,
    `
(Object.prototype as any).then = function () {};
console.log('patched');
`,
  ),
  hostile(
    'a toJSON on every object',
    TAMPERED('Object.prototype.toJSON'),
    null,
    `
(Object.prototype as any).toJSON = () => 'forged';
console.log('patched');
`,
  ),
  hostile(
    'a setter on every object',
    TAMPERED('Object.prototype.ended'),
    null,
    `
Object.defineProperty(Object.prototype, 'ended', { set() {}, get() { return { reason: 'quiescent', waiting: [] }; }, configurable: true });
console.log('patched');
`,
  ),
  hostile(
    'a setter on array positions',
    TAMPERED('Array.prototype.0'),
    null,
    `
Object.defineProperty(Array.prototype, '0', { set() {}, get() { return 'mine'; }, configurable: true });
console.log('patched');
`,
  ),
  hostile(
    'a patched JSON.stringify',
    TAMPERED('JSON.stringify'),
    null,
    `
JSON.stringify = () => '{}';
console.log('patched');
`,
  ),
  hostile(
    'a patched String.prototype',
    TAMPERED('String.prototype.slice'),
    null,
    `
String.prototype.slice = () => '';
console.log('patched');
`,
  ),
  hostile(
    'a patched Object.keys',
    TAMPERED('Object.keys'),
    null,
    `
Object.keys = () => [];
console.log('patched');
`,
  ),
  hostile(
    'a frozen Array.prototype',
    /./,
    null,
    `
Object.freeze(Array.prototype);
Object.freeze(Object.prototype);
console.log('frozen');
`,
  ),
  hostile(
    'a patched Error',
    /./,
    null,
    `
Object.defineProperty(Error.prototype, 'message', { get() { for (;;); } });
throw new Error('look');
`,
  ),
  hostile(
    'a patched Function.prototype.call',
    TAMPERED('Function.prototype.call'),
    null,
    `
Function.prototype.call = function () { return 1; };
Function.prototype.apply = function () { return 1; };
console.log('patched');
`,
  ),
  hostile(
    'replaced globals',
    /./,
    null,
    `
(globalThis as any).console = null;
(globalThis as any).setTimeout = () => { throw new Error('mine'); };
(globalThis as any).Promise = null;
console.log('still here');
`,
  ),
];
