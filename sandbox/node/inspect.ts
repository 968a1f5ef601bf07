/** `util.inspect`: values in words, as Node shows them. It never runs getters and never throws for what a value does. */
import { type Context, contextFor, type InspectOptions } from './inspect/context.ts';
import { laidOut } from './inspect/layout.ts';
import { constructorName, tagOf } from './inspect/names.ts';
import { inspectPrimitive } from './inspect/primitives.ts';
import { entriesOf, isEmpty, type Shape, shapeOf } from './inspect/shapes.ts';

export type { InspectOptions } from './inspect/context.ts';

const CUSTOM = Symbol.for('nodejs.util.inspect.custom');

/** Shows a value; `inspect(value, showHidden, depth)` is understood too. */
export function inspect(value: unknown, options: InspectOptions | boolean = {}, depth?: number | null): string {
  const given = typeof options === 'boolean' ? { showHidden: options, ...(depth === undefined ? {} : { depth }) } : options;
  try {
    return inspectValue(contextFor(given), value, 0);
  } catch (error) {
    return unshowable(error);
  }
}
inspect.custom = CUSTOM;
inspect.defaultOptions = {} as InspectOptions;

/** Stands for a value whose own code failed while it was looked at. */
function unshowable(error: unknown): string {
  return error instanceof RangeError ? '[nested too deeply to be shown]' : '[this value cannot be shown: looking at it throws]';
}

function inspectValue(context: Context, value: unknown, depth: number): string {
  if ((typeof value !== 'object' || value === null) && typeof value !== 'function') return inspectPrimitive(context, value);
  const custom = customText(context, value, depth);
  if (custom !== null) return custom;
  const cycle = context.path.includes(value);
  if (!cycle) return inspectObject(context, value, depth);
  const number = context.circular.get(value) ?? context.circular.size + 1;
  context.circular.set(value, number);
  return `[Circular *${number}]`;
}

function inspectObject(context: Context, object: object, depth: number): string {
  const name = constructorName(object);
  const tag = tagOf(object, name);
  const shape = shapeOf(context, object, name, tag);
  if (isEmpty(context, object, shape)) return shape.emptyText;
  if (depth > context.depth) return `[${beyondDepth(object, name, tag)}]`;
  context.latestDepth = depth;
  context.path.push(object);
  const entries = entriesOf(context, object, shape, (value, extraIndent) =>
    indented(context, extraIndent, () => safely(context, value, depth + 1)),
  );
  context.path.pop();
  const reference = context.circular.get(object);
  const mark = reference === undefined ? '' : `<ref *${reference}> `;
  if (context.sorted !== undefined && context.sorted !== false && shape.list === undefined) {
    entries.sort(typeof context.sorted === 'function' ? context.sorted : undefined);
  }
  return laidOut(context, { ...shape, entries, ...marked(mark, shape) }, depth);
}

/** The mark of a circular object stands before everything else. */
function marked(mark: string, { base, open }: Shape): { base: string; open: string } {
  return base === '' ? { base, open: mark + open } : { base: mark + base, open };
}

function safely(context: Context, value: unknown, depth: number): string {
  const { length } = context.path;
  try {
    return inspectValue(context, value, depth);
  } catch (error) {
    context.path.length = length;
    return unshowable(error);
  }
}

function indented(context: Context, columns: number, show: () => string): string {
  context.indentation += columns;
  try {
    return show();
  } finally {
    context.indentation -= columns;
  }
}

function beyondDepth(object: object, name: string | null, tag: string): string {
  if (Array.isArray(object)) return 'Array';
  if (name === null) return 'Object: null prototype';
  return tag === '' ? name : `${name} [${tag}]`;
}

/** What the value itself says through `[nodejs.util.inspect.custom]`. */
function customText(context: Context, value: object, depth: number): string | null {
  const custom: unknown = (value as { [CUSTOM]?: unknown })[CUSTOM];
  if (typeof custom !== 'function' || custom === inspect) return null;
  const left = context.depth - depth;
  const text: unknown = custom.call(value, left, { ...context.options, depth: left, stylize: (shown: unknown) => String(shown) }, inspect);
  if (text === value) return null;
  if (typeof text !== 'string') return inspectValue(context, text, depth);
  return text.replaceAll('\n', `\n${' '.repeat(context.indentation)}`);
}
