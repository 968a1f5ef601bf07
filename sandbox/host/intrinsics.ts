/** The intrinsics: what the language's own objects looked like before learner code ran, and which of them it changed. */

/** Own properties of each built-in object, in the order of `OBJECTS`. */
export type IntrinsicsSnapshot = readonly ObjectSnapshot[];

interface ObjectSnapshot {
  readonly name: string;
  readonly object: object;
  readonly keys: readonly PropertyKey[];
  readonly descriptors: readonly PropertyDescriptor[];
  readonly isExtensible: boolean;
}

// Captured here, before learner code: the comparison must not use what it compares.
const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf, isExtensible } = Reflect;
const { is } = Object;

/** Takes the snapshot of this realm. Call it once the host has finished its own changes and before learner code. */
export function snapshotIntrinsics(): IntrinsicsSnapshot {
  return builtIns().map(([name, object]) => {
    const keys = ownKeys(object).filter((key) => !isFree(name, key));
    const descriptors = keys.map((key) => getOwnPropertyDescriptor(object, key) as PropertyDescriptor);
    return { name, object, keys, descriptors, isExtensible: isExtensible(object) };
  });
}

/** The first built-in that differs from the snapshot, such as `Array.prototype.push`, or null. */
export function changedIntrinsics(snapshot: IntrinsicsSnapshot): string | null {
  for (let index = 0; index < snapshot.length; index += 1) {
    const { name, object, keys, descriptors, isExtensible: wasExtensible } = snapshot[index] as ObjectSnapshot;
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at] as PropertyKey;
      if (differs(object, key, descriptors[at] as PropertyDescriptor)) return `${name}.${label(key)}`;
    }
    if (isExtensible(object) !== wasExtensible) return name;
    const added = addedKey(name, object, keys, keys.length);
    if (added !== null) return `${name}.${label(added)}`;
  }
  return null;
}

function addedKey(name: string, object: object, keys: readonly PropertyKey[], found: number): PropertyKey | null {
  const now = ownKeys(object);
  if (now.length === found) return null;
  for (let at = 0; at < now.length; at += 1) {
    const key = now[at] as PropertyKey;
    let known = isFree(name, key);
    for (let other = 0; other < keys.length && !known; other += 1) known = keys[other] === key;
    if (!known) return key;
  }
  return null;
}

function differs(object: object, key: PropertyKey, before: PropertyDescriptor): boolean {
  const now = getOwnPropertyDescriptor(object, key);
  if (now === undefined) return true;
  return !is(now.value, before.value) || now.get !== before.get || now.set !== before.set || now.configurable !== before.configurable;
}

/** V8's own knobs, which the host and libraries turn: how long a stack is and who formats it. */
function isFree(name: string, key: PropertyKey): boolean {
  return name === 'Error' && (key === 'stackTraceLimit' || key === 'prepareStackTrace');
}

function label(key: PropertyKey): string {
  return typeof key === 'symbol' ? `[${key.description ?? ''}]` : `${key}`;
}

function builtIns(): [string, object][] {
  const list: [string, object][] = [];
  const functions = {
    Object,
    Function,
    Array,
    String,
    Number,
    Boolean,
    Symbol,
    BigInt,
    Date,
    Promise,
    RegExp,
    Map,
    Set,
    WeakMap,
    WeakSet,
    ArrayBuffer,
    DataView,
    Uint8Array,
    Error,
    TypeError,
    RangeError,
  };
  for (const [name, made] of Object.entries(functions)) list.push([name, made], [`${name}.prototype`, made.prototype as object]);
  list.push(['Math', Math], ['JSON', JSON], ['Reflect', Reflect]);
  const typedArray = getPrototypeOf(Uint8Array) as { prototype: object };
  const asyncGenerator = getPrototypeOf(async function* () {}) as { prototype: object };
  list.push(
    ['TypedArray', typedArray],
    ['TypedArray.prototype', typedArray.prototype],
    ['Iterator.prototype', getPrototypeOf(getPrototypeOf([][Symbol.iterator]()) as object) as object],
    ['ArrayIterator.prototype', getPrototypeOf([][Symbol.iterator]()) as object],
    ['MapIterator.prototype', getPrototypeOf(new Map().entries()) as object],
    ['SetIterator.prototype', getPrototypeOf(new Set().entries()) as object],
    ['StringIterator.prototype', getPrototypeOf(''[Symbol.iterator]()) as object],
    ['Generator.prototype', (getPrototypeOf(function* () {}) as { prototype: object }).prototype],
    ['AsyncFunction.prototype', getPrototypeOf(async () => {}) as object],
    ['AsyncGenerator.prototype', asyncGenerator.prototype],
    ['AsyncIterator.prototype', getPrototypeOf(asyncGenerator.prototype) as object],
  );
  return list;
}
