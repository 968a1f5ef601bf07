/** Hostile cells that change what the machine stands on. None of them may count as a run. */
import type { HostileCell } from './hostile-cell.ts';

const TAMPERED = /The program changed [\w.[\] ]+, on which the machine itself stands/;

export const tampering: readonly HostileCell[] = [
  {
    name: 'a patched Array.prototype.push',
    says: TAMPERED,
    line: null,
    code: `
const push = Array.prototype.push;
Array.prototype.push = function (...items) { return items.length > 5 ? 0 : push.apply(this, items); };
console.log('patched');
`,
  },
  {
    name: 'a patched Map.prototype.get',
    says: TAMPERED,
    line: null,
    code: `
Map.prototype.get = () => undefined;
console.log('patched');
`,
  },
  {
    name: 'a patched Promise.prototype.then',
    says: TAMPERED,
    line: null,
    code: `
Promise.prototype.then = function () { return this as any; };
console.log('patched');
`,
  },
  {
    name: 'a patched iterator',
    says: TAMPERED,
    line: null,
    code: `
Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true, value: undefined });
console.log('patched');
`,
  },
  {
    name: 'a patched Array iterator symbol',
    says: TAMPERED,
    line: null,
    code: `
Array.prototype[Symbol.iterator] = function* () {};
console.log('patched');
`,
  },
  {
    name: 'a then on every object',
    says: /was cut off|The program changed/,
    line: null,
    code: `
(Object.prototype as any).then = function () {};
console.log('patched');
`,
  },
  {
    name: 'a toJSON on every object',
    says: TAMPERED,
    line: null,
    code: `
(Object.prototype as any).toJSON = () => 'forged';
console.log('patched');
`,
  },
  {
    name: 'a setter on every object',
    says: TAMPERED,
    line: null,
    code: `
Object.defineProperty(Object.prototype, 'ended', { set() {}, get() { return { reason: 'quiescent', waiting: [] }; }, configurable: true });
console.log('patched');
`,
  },
  {
    name: 'a setter on array positions',
    says: TAMPERED,
    line: null,
    code: `
Object.defineProperty(Array.prototype, '0', { set() {}, get() { return 'mine'; }, configurable: true });
console.log('patched');
`,
  },
  {
    name: 'a patched JSON.stringify',
    says: TAMPERED,
    line: null,
    code: `
JSON.stringify = () => '{}';
console.log('patched');
`,
  },
  {
    name: 'a patched String.prototype',
    says: TAMPERED,
    line: null,
    code: `
String.prototype.slice = () => '';
console.log('patched');
`,
  },
  {
    name: 'a patched Object.keys',
    says: TAMPERED,
    line: null,
    code: `
Object.keys = () => [];
console.log('patched');
`,
  },
  {
    name: 'a frozen Array.prototype',
    says: TAMPERED,
    line: null,
    code: `
Object.freeze(Array.prototype);
Object.freeze(Object.prototype);
console.log('frozen');
`,
  },
  {
    name: 'a patched Error',
    says: TAMPERED,
    line: null,
    code: `
Object.defineProperty(Error.prototype, 'message', { get() { for (;;); } });
throw new Error('look');
`,
  },
  {
    name: 'a patched Function.prototype.call',
    says: TAMPERED,
    line: null,
    code: `
Function.prototype.call = function () { return 1; };
Function.prototype.apply = function () { return 1; };
console.log('patched');
`,
  },
  {
    name: 'replaced globals',
    says: /still here/,
    line: 4,
    code: `
(globalThis as any).console = null;
(globalThis as any).setTimeout = () => { throw new Error('mine'); };
(globalThis as any).Promise = null;
console.log('still here');
`,
  },
];
