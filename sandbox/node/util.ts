/** `node:util`: formatting, promises from callbacks, inheritance, comparison. */
import { isDeepStrictEqual } from './deep-equal.ts';
import { invalidArgument } from './errors.ts';
import { format } from './format.ts';
import { inspect } from './inspect.ts';
import { realm } from './realm.ts';
import { types } from './types.ts';
import { emitWarning } from './warnings.ts';

type AnyFunction = (...args: unknown[]) => unknown;

interface ClassLike {
  readonly prototype: object;
}

const CUSTOM_PROMISIFY = Symbol.for('nodejs.util.promisify.custom');

/** Turns a function that takes a Node callback last into one that returns a promise. */
export function promisify(original: unknown): AnyFunction {
  if (typeof original !== 'function') throw invalidArgument('original', 'of type function', original);
  const custom: unknown = (original as { [CUSTOM_PROMISIFY]?: unknown })[CUSTOM_PROMISIFY];
  if (typeof custom === 'function') return custom as AnyFunction;
  function promised(this: unknown, ...args: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const settled = (error: unknown, value: unknown): void => (error ? reject(error) : resolve(value));
      (original as AnyFunction).call(this, ...args, settled);
    });
  }
  Object.setPrototypeOf(promised, Object.getPrototypeOf(original) as object);
  return Object.defineProperties(promised, Object.getOwnPropertyDescriptors(original)) as AnyFunction;
}
promisify.custom = CUSTOM_PROMISIFY;

/** The reverse of `promisify`. */
export function callbackify(original: (...args: unknown[]) => Promise<unknown>): AnyFunction {
  return function (this: unknown, ...args: unknown[]) {
    const done = args.pop() as (error: unknown, value?: unknown) => void;
    original.apply(this, args).then(
      (value) => realm.queueMicrotask(() => done(null, value)),
      (error: unknown) => realm.queueMicrotask(() => done(error ?? new Error('Promise was rejected with a falsy value'))),
    );
  };
}

export function inherits(child: unknown, parent: unknown): void {
  if (typeof child !== 'function') throw invalidArgument('ctor', 'of type function', child);
  if (typeof parent !== 'function') throw invalidArgument('superCtor', 'of type function', parent);
  Object.defineProperty(child, 'super_', { value: parent, writable: true, configurable: true });
  Object.setPrototypeOf((child as ClassLike).prototype, (parent as ClassLike).prototype);
}

/** Wraps a function so that its first call prints the warning. */
export function deprecate<Wrapped extends AnyFunction>(wrapped: Wrapped, message: string, code?: string): Wrapped {
  let warned = false;
  return function (this: unknown, ...args: unknown[]) {
    if (!warned) emitWarning(message, code === undefined ? 'DeprecationWarning' : `[${code}] DeprecationWarning`);
    warned = true;
    return wrapped.apply(this, args);
  } as Wrapped;
}

/** A logger that only speaks when `NODE_DEBUG` names it; nothing does here. */
function debuglog(): AnyFunction & { enabled: boolean } {
  return Object.assign(() => {}, { enabled: false });
}

function stripVTControlCharacters(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return text.replace(/[\u001b\u009b][[\]()#;?]*(?:\d{1,4}(?:;\d{0,4})*)?[\dA-PR-TZcf-ntqry=><~]/g, '');
}

export const util = {
  format,
  inspect,
  promisify,
  callbackify,
  inherits,
  deprecate,
  debuglog,
  debug: debuglog,
  isDeepStrictEqual,
  types,
  stripVTControlCharacters,
  formatWithOptions: (_options: object, ...args: unknown[]) => format(...args),
  isArray: Array.isArray,
  toUSVString: (text: unknown) => String(text).toWellFormed(),
  styleText: (_style: unknown, text: string) => text,
  TextEncoder: realm.TextEncoder,
  TextDecoder: realm.TextDecoder,
  _extend: (target: object, source: object) => Object.assign(target, source),
};
