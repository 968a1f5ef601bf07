/** What kind of object this is, in the words that stand before its braces. */

const hasOwn = Object.prototype.hasOwnProperty;

/** The name of the class, null for an object without any prototype that names one. */
export function constructorName(object: object): string | null {
  for (let holder: object | null = object; holder !== null; holder = Object.getPrototypeOf(holder) as object | null) {
    const descriptor = Object.getOwnPropertyDescriptor(holder, 'constructor');
    const candidate: unknown = descriptor?.value;
    if (typeof candidate === 'function' && candidate.name !== '' && isInstance(object, candidate)) return String(candidate.name);
  }
  return null;
}

/** `Map(2) `, `[Foo: null prototype] `, `Queue [tag] `, … with a blank at the end. */
export function prefixOf(name: string | null, tag: string, fallback: string, size?: number): string {
  const count = size === undefined ? '' : `(${size})`;
  const shownTag = tag !== '' && tag !== (name ?? fallback) ? ` [${tag}]` : '';
  if (name === null) return `[${fallback}${count}: null prototype]${shownTag} `;
  return `${name}${count}${shownTag} `;
}

/** The `Symbol.toStringTag` when it tells more than the name of the class does. */
export function tagOf(object: object, name: string | null): string {
  let tag: unknown;
  try {
    tag = (object as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag];
  } catch {
    return '';
  }
  if (typeof tag !== 'string' || tag === '' || tag === name) return '';
  return tag;
}

/** `[Function: f]`, `[class A extends B]`, `[AsyncFunction (anonymous)]` */
export function functionBase(value: (...args: never[]) => unknown, name: string | null, tag: string): string {
  const text = Function.prototype.toString.call(value);
  if (text.startsWith('class') && text.endsWith('}')) return classBase(value, name);
  const kind = kindOf(Object.prototype.toString.call(value).slice(8, -1));
  const own = hasOwn.call(value, 'name') ? String(Object.getOwnPropertyDescriptor(value, 'name')?.value ?? '') : '';
  const title = own === '' ? `${kind} (anonymous)` : `${kind}: ${own}`;
  const nullPrototype = name === null ? ' (null prototype)' : '';
  const foreign = name !== null && name !== kind && name !== 'Function' ? ` ${name}` : '';
  const shownTag = tag !== '' && tag !== kind && name !== tag ? ` [${tag}]` : '';
  return `[${title}${nullPrototype}]${foreign}${shownTag}`;
}

function kindOf(tag: string): string {
  return tag === 'AsyncFunction' || tag === 'GeneratorFunction' || tag === 'AsyncGeneratorFunction' ? tag : 'Function';
}

function classBase(value: (...args: never[]) => unknown, name: string | null): string {
  const own = Object.getOwnPropertyDescriptor(value, 'name')?.value as unknown;
  const title = typeof own === 'string' && own !== '' ? `class ${own}` : 'class (anonymous)';
  const parent: unknown = Object.getPrototypeOf(value);
  const parentName = typeof parent === 'function' ? parent.name : '';
  const extension = parent === null ? ' extends null' : parentName === '' ? '' : ` extends ${parentName}`;
  return `[${title}${name !== null && name !== 'Function' ? ` [${name}]` : ''}${extension}]`;
}

function isInstance(object: object, candidate: unknown): boolean {
  try {
    return object instanceof (candidate as new () => object);
  } catch {
    return false;
  }
}
