/** `util.format`: a text with `%` places filled, as `console.log` uses it. */
import { VirtualDate } from '../engine/virtual-date.ts';
import { numberText } from './inspect/primitives.ts';
import { inspect } from './inspect.ts';

export function format(...args: unknown[]): string {
  const [first] = args;
  if (typeof first !== 'string') return args.map(shown).join(' ');
  if (args.length === 1) return first;
  let next = 1;
  const text = first.replace(/%[sdifjoOc%]/g, (place) => {
    if (place === '%%') return args.length > 1 ? '%' : place;
    if (next >= args.length) return place;
    const value = args[next];
    next += 1;
    return filled(place, value);
  });
  return [text, ...args.slice(next).map(shown)].join(' ');
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : inspect(value);
}

function filled(place: string, value: unknown): string {
  switch (place) {
    case '%s':
      return asText(value);
    case '%d':
      return asNumber(value, Number);
    case '%i':
      return typeof value === 'object' ? 'NaN' : asNumber(value, Number.parseInt);
    case '%f':
      return typeof value === 'symbol' ? 'NaN' : numberText(Number.parseFloat(String(value)));
    case '%j':
      return asJson(value);
    case '%o':
      return inspect(value, { showHidden: true, depth: 4 });
    case '%O':
      return inspect(value);
    default:
      // %c takes a style and shows nothing.
      return '';
  }
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) return String(value);
  return hasOwnWords(value) ? String(value) : inspect(value, { depth: 0 });
}

function asNumber(value: unknown, convert: (value: string) => number): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'symbol') return 'NaN';
  return numberText(convert(value as string));
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'undefined';
  } catch (error) {
    if (error instanceof TypeError && /circular|cyclic/i.test(error.message)) return '[Circular]';
    throw error;
  }
}

/** Whether somebody gave the object a `toString` of its own: on itself or in a class that is not the language's. */
function hasOwnWords(value: object): boolean {
  const method: unknown = (value as { toString?: unknown }).toString;
  if (typeof method !== 'function') return false;
  return !BUILT_IN_WORDS.has(method);
}

const BUILT_IN_WORDS = new Set<unknown>([
  Object.prototype.toString,
  Array.prototype.toString,
  Function.prototype.toString,
  RegExp.prototype.toString,
  Uint8Array.prototype.toString,
  Error.prototype.toString,
  Date.prototype.toString,
  VirtualDate.prototype.toString,
]);
