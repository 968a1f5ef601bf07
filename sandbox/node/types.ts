/** `util.types`: what an object really is, whatever its prototype or tag says. */

type Test = (value: unknown) => boolean;

/** True when calling the brand-checking method on the value does not throw. */
function branded(method: (this: never, ...args: never[]) => unknown, ...args: unknown[]): Test {
  return (value) => {
    if (typeof value !== 'object' || value === null) return false;
    try {
      Reflect.apply(method as (...args: unknown[]) => unknown, value, args);
      return true;
    } catch {
      return false;
    }
  };
}

function getter(prototype: object, key: PropertyKey): (this: never) => unknown {
  return Object.getOwnPropertyDescriptor(prototype, key)?.get as (this: never) => unknown;
}

const typedArrayPrototype = Object.getPrototypeOf(Uint8Array.prototype) as object;
const typedArrayTag = getter(typedArrayPrototype, Symbol.toStringTag) as unknown as (this: unknown) => string | undefined;

function typedArrayName(value: unknown): string | undefined {
  return typedArrayTag.call(value);
}

function isA<Kind extends object>(test: Test): (value: unknown) => value is Kind {
  return test as (value: unknown) => value is Kind;
}

function tagged(tag: string): Test {
  return (value) => Object.prototype.toString.call(value) === `[object ${tag}]`;
}

const isNumberObject = isA<object & { valueOf(): number }>(branded(Number.prototype.valueOf));
const isStringObject = isA<object & { valueOf(): string }>(branded(String.prototype.valueOf));
const isBooleanObject = isA<object & { valueOf(): boolean }>(branded(Boolean.prototype.valueOf));
const isBigIntObject = isA<object & { valueOf(): bigint }>(branded(BigInt.prototype.valueOf));
const isSymbolObject = isA<object & { valueOf(): symbol }>(branded(Symbol.prototype.valueOf));

export const types = {
  isMap: isA<Map<unknown, unknown>>(branded(getter(Map.prototype, 'size'))),
  isSet: isA<Set<unknown>>(branded(getter(Set.prototype, 'size'))),
  isWeakMap: isA<WeakMap<object, unknown>>(branded(WeakMap.prototype.has, {})),
  isWeakSet: isA<WeakSet<object>>(branded(WeakSet.prototype.has, {})),
  isDate: isA<Date>(branded(Date.prototype.getTime)),
  isRegExp: isA<RegExp>(branded(getter(RegExp.prototype, 'global'))),
  isPromise: isA<Promise<unknown>>((value) => value instanceof Promise),
  isNativeError: isA<Error>((value) => value instanceof Error || tagged('Error')(value)),
  isArrayBuffer: isA<ArrayBuffer>((value) => value instanceof ArrayBuffer),
  isAnyArrayBuffer: isA<ArrayBuffer>((value) => value instanceof ArrayBuffer),
  isSharedArrayBuffer: () => false,
  isArrayBufferView: (value: unknown): value is ArrayBufferView => ArrayBuffer.isView(value),
  isTypedArray: isA<Uint8Array>((value) => typedArrayName(value) !== undefined),
  isUint8Array: isA<Uint8Array>((value) => typedArrayName(value) === 'Uint8Array'),
  isDataView: isA<DataView>((value) => ArrayBuffer.isView(value) && typedArrayName(value) === undefined),
  isFunction: (value: unknown) => typeof value === 'function',
  isAsyncFunction: (value: unknown) => typeof value === 'function' && tagged('AsyncFunction')(value),
  isGeneratorFunction: (value: unknown) =>
    typeof value === 'function' && (tagged('GeneratorFunction')(value) || tagged('AsyncGeneratorFunction')(value)),
  isGeneratorObject: tagged('Generator'),
  isArgumentsObject: (value: unknown) =>
    typeof value === 'object' && tagged('Arguments')(value) && !(Symbol.toStringTag in (value as object)),
  isMapIterator: tagged('Map Iterator'),
  isSetIterator: tagged('Set Iterator'),
  /** Nothing in the language tells a Proxy from its target. */
  isProxy: () => false,
  isNumberObject,
  isStringObject,
  isBooleanObject,
  isBigIntObject,
  isSymbolObject,
  isBoxedPrimitive: (value: unknown) =>
    isNumberObject(value) || isStringObject(value) || isBooleanObject(value) || isBigIntObject(value) || isSymbolObject(value),
};
