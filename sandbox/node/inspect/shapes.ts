/** The shape of each kind of object: its braces, what stands before them, and its entries. */
import { types } from '../types.ts';
import type { Context } from './context.ts';
import { errorHeader, TOLD_BY_HEADER } from './error.ts';
import { functionBase, prefixOf } from './names.ts';
import { numberText, quoted, symbolText } from './primitives.ts';

export interface Shape {
  readonly open: string;
  readonly close: string;
  readonly base: string;
  /** How the object is shown when it has no entries. */
  readonly emptyText: string;
  readonly list?: ArrayLike<unknown>;
  readonly ownEntries: (context: Context, show: Show) => string[];
  readonly hiddenKeys?: ReadonlySet<PropertyKey>;
  /** Fields that are shown although they are not enumerable. */
  readonly extraKeys?: readonly string[];
  /** How many entries it has besides its fields; 0 when not given. */
  readonly size?: number;
  /** Each entry stands on a line of its own. */
  readonly isTall?: boolean;
}

/** Shows a nested value, indented by so many more columns. */
export type Show = (value: unknown, extraIndent: number) => string;

const NONE = (): string[] => [];

export function shapeOf(context: Context, object: object, name: string | null, tag: string): Shape {
  if (Array.isArray(object)) {
    const open = name === 'Array' && tag === '' ? '[' : `${prefixOf(name, tag, 'Array', object.length)}[`;
    return {
      open,
      close: ']',
      base: '',
      emptyText: `${open}]`,
      list: object,
      size: object.length,
      ownEntries: (ctx, show) => listEntries(ctx, object, show),
    };
  }
  // Whatever has another shape has another tag too; looking closer is dear, because its tests throw.
  if (Object.prototype.toString.call(object) === '[object Object]') return plainShape(name, tag);
  if (types.isTypedArray(object)) {
    const list = object as unknown as ArrayLike<unknown> & { length: number };
    const open = `${prefixOf(name, tag, 'TypedArray', list.length)}[`;
    return { open, close: ']', base: '', emptyText: `${open}]`, list, size: list.length, ownEntries: (ctx) => numberEntries(ctx, list) };
  }
  if (types.isSet(object)) {
    const open = `${prefixOf(name, tag, 'Set', object.size)}{`;
    return braces(open, (ctx, show) => collectionEntries(ctx, object.values(), object.size, (value) => show(value, 2)), object.size);
  }
  if (types.isMap(object)) {
    const open = `${prefixOf(name, tag, 'Map', object.size)}{`;
    return braces(
      open,
      (ctx, show) => collectionEntries(ctx, object.entries(), object.size, ([key, value]) => `${show(key, 2)} => ${show(value, 2)}`),
      object.size,
    );
  }
  return otherShape(context, object, name, tag);
}

function otherShape(context: Context, object: object, name: string | null, tag: string): Shape {
  if (typeof object === 'function') {
    return based(functionBase(object as () => unknown, name, tag), '{');
  }
  if (types.isRegExp(object)) return based(RegExp.prototype.toString.call(object), prefixUnless('RegExp', name, tag));
  if (types.isDate(object)) return based(dateText(object), prefixUnless('Date', name, tag));
  if (types.isNativeError(object)) return errorShape(context, object);
  if (types.isAnyArrayBuffer(object)) return bufferShape(object, prefixOf(name, tag, 'ArrayBuffer'));
  if (types.isDataView(object)) {
    const view = object;
    return braces(`${prefixOf(name, tag, 'DataView')}{`, (_ctx, show) => [
      `[byteLength]: ${show(view.byteLength, 2)}`,
      `[byteOffset]: ${show(view.byteOffset, 2)}`,
      `[buffer]: ${show(view.buffer, 2)}`,
    ]);
  }
  // Its state cannot be read without waiting for it; who prints a promise has mostly forgotten to await it.
  if (types.isPromise(object)) return braces(`${prefixOf(name, tag, 'Promise')}{`, () => ['<pending>']);
  if (types.isWeakSet(object)) return braces(`${prefixOf(name, tag, 'WeakSet')}{`, () => ['<items unknown>']);
  if (types.isWeakMap(object)) return braces(`${prefixOf(name, tag, 'WeakMap')}{`, () => ['<items unknown>']);
  const boxed = boxedText(object);
  if (boxed !== null) return based(boxed, '{');
  if (types.isArgumentsObject(object)) {
    return braces('[Arguments] {', NONE);
  }
  return plainShape(name, tag);
}

function plainShape(name: string | null, tag: string): Shape {
  return braces(name === 'Object' && tag === '' ? '{' : `${prefixOf(name, tag, 'Object')}{`, NONE);
}

function braces(open: string, ownEntries: Shape['ownEntries'], size = ownEntries === NONE ? 0 : 1): Shape {
  return { open, close: '}', base: '', emptyText: `${open}}`, ownEntries, size };
}

/** Shown as the base alone unless there are fields. */
function based(base: string, open: string): Shape {
  return {
    open: '{',
    close: '}',
    base: open === '{' ? base : `${open}${base}`,
    emptyText: open === '{' ? base : `${open}${base}`,
    ownEntries: NONE,
  };
}

function prefixUnless(usual: string, name: string | null, tag: string): string {
  return name === usual && tag === '' ? '{' : prefixOf(name, tag, usual);
}

/** Fields stand on lines of their own, as they do in Node below the stack. */
function errorShape(context: Context, error: Error): Shape {
  const base = errorHeader(error).replaceAll('\n', `\n${' '.repeat(context.indentation)}`);
  const extraKeys = (['cause', 'errors'] as const).filter((key) => Object.hasOwn(error, key) && !isEnumerable(error, key));
  return { open: '{', close: '}', base, emptyText: base, ownEntries: NONE, hiddenKeys: TOLD_BY_HEADER, extraKeys, isTall: true };
}

function bufferShape(buffer: ArrayBuffer, prefix: string): Shape {
  return braces(`${prefix}{`, (_context, show) => {
    const bytes = new Uint8Array(buffer);
    const shown = Array.from(bytes.subarray(0, 50), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const more = bytes.length > 50 ? ` ... ${bytes.length - 50} more byte${bytes.length > 51 ? 's' : ''}` : '';
    return [`[Uint8Contents]: <${shown}${more}>`, `[byteLength]: ${show(bytes.length, 2)}`];
  });
}

function dateText(date: Date): string {
  const time = Date.prototype.getTime.call(date);
  return Number.isNaN(time) ? 'Invalid Date' : Date.prototype.toISOString.call(date);
}

function boxedText(object: object): string | null {
  if (types.isNumberObject(object)) return `[Number: ${numberText(Number.prototype.valueOf.call(object))}]`;
  if (types.isStringObject(object)) return `[String: ${quoted(String.prototype.valueOf.call(object))}]`;
  if (types.isBooleanObject(object)) return `[Boolean: ${Boolean.prototype.valueOf.call(object)}]`;
  if (types.isBigIntObject(object)) return `[BigInt: ${BigInt.prototype.valueOf.call(object)}n]`;
  if (types.isSymbolObject(object)) return `[Symbol: ${symbolText(Symbol.prototype.valueOf.call(object))}]`;
  return null;
}

/** All entries: the object's own kind first, then its fields. */
export function entriesOf(context: Context, object: object, shape: Shape, show: Show): string[] {
  const entries = shape.ownEntries(context, show);
  for (const key of fieldsOf(context, object, shape)) {
    const descriptor = Object.getOwnPropertyDescriptor(object, key);
    if (descriptor === undefined) continue;
    if (!spend(context)) break;
    entries.push(fieldText(key, descriptor, show));
  }
  return entries;
}

/** Whether there is anything between the braces. */
export function isEmpty(context: Context, object: object, shape: Shape): boolean {
  return (shape.size ?? 0) === 0 && fieldsOf(context, object, shape).length === 0;
}

function fieldsOf(context: Context, object: object, { list, hiddenKeys, extraKeys }: Shape): PropertyKey[] {
  const hidesIndexes = list !== undefined || types.isStringObject(object);
  const isShown = (key: PropertyKey): boolean => {
    if (hiddenKeys?.has(key) || (hidesIndexes && typeof key === 'string' && /^(0|[1-9]\d*)$/.test(key)) || isBookkeeping(object, key))
      return false;
    return context.showHidden || isEnumerable(object, key);
  };
  const keys: PropertyKey[] = Reflect.ownKeys(object).filter(isShown);
  return extraKeys === undefined ? keys : [...keys, ...extraKeys];
}

/** `madeAt` marks a Buffer for the machine; Node's buffers have no such field. */
function isBookkeeping(object: object, key: PropertyKey): boolean {
  return key === 'madeAt' && object instanceof Uint8Array;
}

function fieldText(key: PropertyKey, descriptor: PropertyDescriptor, show: Show): string {
  const name = keyText(key, descriptor.enumerable === true);
  if (descriptor.get !== undefined) return `${name}: ${descriptor.set === undefined ? '[Getter]' : '[Getter/Setter]'}`;
  if (descriptor.set !== undefined) return `${name}: [Setter]`;
  return `${name}: ${show(descriptor.value, 2)}`;
}

function keyText(key: PropertyKey, isEnumerableKey: boolean): string {
  if (typeof key === 'symbol') return isEnumerableKey ? symbolText(key) : `[${symbolText(key)}]`;
  const text = String(key);
  if (!isEnumerableKey) return `[${text}]`;
  return /^[A-Za-z_][A-Za-z_0-9]*$/.test(text) ? text : quoted(text);
}

function listEntries(context: Context, list: ArrayLike<unknown> & object, show: Show): string[] {
  const entries: string[] = [];
  let index = 0;
  while (index < list.length && entries.length < context.maxArrayLength && spend(context)) {
    const descriptor = Object.getOwnPropertyDescriptor(list, index);
    if (descriptor !== undefined) {
      entries.push('value' in descriptor ? show(descriptor.value, 2) : descriptor.set === undefined ? '[Getter]' : '[Getter/Setter]');
      index += 1;
      continue;
    }
    const start = index;
    while (index < list.length && !Object.hasOwn(list, index)) index += 1;
    entries.push(`<${index - start} empty item${index - start > 1 ? 's' : ''}>`);
  }
  return withRemark(entries, list.length - index);
}

function numberEntries(context: Context, list: ArrayLike<unknown>): string[] {
  const shown = Math.min(list.length, context.maxArrayLength);
  const entries: string[] = [];
  for (let index = 0; index < shown; index += 1) {
    const value = list[index];
    entries.push(typeof value === 'bigint' ? `${value}n` : numberText(value as number));
  }
  return withRemark(entries, list.length - shown);
}

function collectionEntries<Item>(context: Context, items: Iterable<Item>, size: number, text: (item: Item) => string): string[] {
  const entries: string[] = [];
  for (const item of items) {
    if (entries.length >= context.maxArrayLength || !spend(context)) break;
    entries.push(text(item));
  }
  return withRemark(entries, size - entries.length);
}

function withRemark(entries: string[], more: number): string[] {
  if (more > 0) entries.push(`... ${more} more item${more > 1 ? 's' : ''}`);
  return entries;
}

function spend(context: Context): boolean {
  context.entriesLeft -= 1;
  return context.entriesLeft >= 0;
}

function isEnumerable(object: object, key: PropertyKey): boolean {
  return Object.prototype.propertyIsEnumerable.call(object, key);
}
