/** The lock: takes away from a realm, before learner code runs, every global name that is not on a list. */

/** What a realm keeps, and what it says of some names that it no longer has. */
export interface RealmLock {
  /** Global names that stay. */
  readonly keep: ReadonlySet<string>;
  /** Names whose use throws this sentence; all others are simply not defined any more. */
  readonly refuse: Readonly<Record<string, string>>;
}

/**
 * Locks the realm of `scope` (its global object) for good. Whoever still needs a name must have captured it before.
 * The prototypes of the global object are cleared too: a bare `postMessage` would be found there.
 */
export function lockRealm(scope: object, lock: RealmLock): void {
  lockCodeGeneration(scope);
  lockEventTarget(scope);
  lockParts(scope, lock);
  for (const holder of chainOf(scope)) {
    for (const name of Reflect.ownKeys(holder)) {
      if (typeof name === 'string' && !lock.keep.has(name) && name !== 'constructor') remove(holder, name);
    }
  }
  for (const [name, said] of Object.entries(lock.refuse)) refuse(scope, name, said);
}

/** The global object and its prototypes, without those that learner code may have: EventTarget's and Object's. */
function chainOf(scope: object): object[] {
  const shared = new Set<unknown>([Object.prototype, (scope as { EventTarget?: { prototype?: unknown } }).EventTarget?.prototype]);
  const chain: object[] = [];
  for (let holder: object | null = scope; holder !== null && !shared.has(holder); holder = Reflect.getPrototypeOf(holder))
    chain.push(holder);
  return chain;
}

function remove(holder: object, name: string): void {
  if (Reflect.deleteProperty(holder, name)) return;
  const descriptor = Reflect.getOwnPropertyDescriptor(holder, name);
  if (descriptor?.writable) Reflect.set(holder, name, undefined);
}

function refuse(scope: object, name: string, said: string): void {
  const get = (): never => {
    throw new Error(said);
  };
  Reflect.defineProperty(scope, name, { get, enumerable: false, configurable: false });
}

/**
 * `eval` and the four function constructors throw a sentence. The host forbids them as well (CSP in a browser,
 * `--disallow-code-generation-from-strings` in Node), in words that a learner would not understand.
 */
function lockCodeGeneration(scope: object): void {
  const kinds: [string, object][] = [
    ['Function', Function.prototype],
    ['AsyncFunction', Reflect.getPrototypeOf(async () => {}) as object],
    ['GeneratorFunction', Reflect.getPrototypeOf(function* () {}) as object],
    ['AsyncGeneratorFunction', Reflect.getPrototypeOf(async function* () {}) as object],
  ];
  for (const [name, prototype] of kinds) {
    const value = refusingFunction(name);
    value.prototype = prototype;
    Reflect.defineProperty(prototype, 'constructor', { value, writable: false, enumerable: false, configurable: false });
    if (name === 'Function') Reflect.defineProperty(scope, name, { value, writable: true, enumerable: false, configurable: true });
  }
  Reflect.defineProperty(scope, 'eval', { value: refusingFunction('eval'), writable: true, enumerable: false, configurable: true });
}

/** Can be called and constructed, and throws the same sentence either way. */
function refusingFunction(name: string): { prototype: object } {
  function refusing(): never {
    throw new Error(`${name} is not available in a cell: code made from text while it runs could not be metered. Write it into the file.`);
  }
  return Object.defineProperty(refusing, 'name', { value: name });
}

/**
 * `EventTarget.prototype.addEventListener` called without a receiver listens on the global object (Web IDL, "creating
 * an operation function"): on the messages of the host. AbortSignal needs the methods, so they are guarded, not removed.
 */
function lockEventTarget(scope: object): void {
  const prototype = (scope as { EventTarget?: { prototype: Record<string, unknown> } }).EventTarget?.prototype;
  if (prototype === undefined) return;
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent', 'when']) {
    const real = prototype[name];
    if (typeof real !== 'function') continue;
    const guarded = function (this: unknown, ...parameters: unknown[]): unknown {
      if (this === undefined || this === null || this === scope)
        throw new Error(`${name} on the global object is not available in a cell.`);
      return Reflect.apply(real, this, parameters);
    };
    Reflect.defineProperty(prototype, name, { value: guarded, writable: true, enumerable: true, configurable: true });
  }
}

/** Takes the parts of kept names that reach real time, or memory shared with others. */
function lockParts(scope: object, lock: RealmLock): void {
  const parts: [string, string][] = [
    ['AbortSignal', 'timeout'],
    ['URL', 'createObjectURL'],
    ['URL', 'revokeObjectURL'],
  ];
  for (const [owner, part] of parts) {
    const holder = (scope as Record<string, unknown>)[owner];
    if (!lock.keep.has(owner) || typeof holder !== 'function' || !Object.hasOwn(holder, part)) continue;
    const said = `${owner}.${part} of the browser is not available in a cell.`;
    const stand = (): never => {
      throw new Error(said);
    };
    Reflect.defineProperty(holder, part, { value: stand, writable: false, enumerable: false, configurable: false });
  }
}
