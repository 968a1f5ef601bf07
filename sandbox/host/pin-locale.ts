/** The pinned locale: whatever the language and time zone of the real machine, text comes out as in en-US and UTC. */

const LOCALE = 'en-US';
const TIME_ZONE = 'UTC';

/**
 * Changes the realm's own objects so that an absent locale means en-US and an absent time zone UTC. Call it once per
 * realm, before intrinsics are captured. A locale or zone that a learner names still counts.
 */
export function pinLocale(): void {
  pinMethod(Number.prototype, 'toLocaleString', 0);
  pinMethod(BigInt.prototype, 'toLocaleString', 0);
  pinMethod(Array.prototype, 'toLocaleString', 0);
  pinMethod(Reflect.getPrototypeOf(Uint8Array.prototype) as object, 'toLocaleString', 0);
  pinMethod(String.prototype, 'toLocaleLowerCase', 0);
  pinMethod(String.prototype, 'toLocaleUpperCase', 0);
  pinMethod(String.prototype, 'localeCompare', 1);
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) pinMethod(Date.prototype, name, 0, inUtc);
  for (const name of Reflect.ownKeys(Intl)) {
    if (typeof name === 'string' && name !== 'Locale' && name !== 'DisplayNames') pinFormat(name);
  }
}

/** `position` is where the method takes its locales; the options come right after. */
function pinMethod(prototype: object, name: string, position: number, options: (given: unknown) => unknown = (given) => given): void {
  const descriptor = Reflect.getOwnPropertyDescriptor(prototype, name);
  const real = descriptor?.value as ((...parameters: unknown[]) => unknown) | undefined;
  if (real === undefined) return;
  const pinned = {
    [name](this: unknown, ...parameters: unknown[]): unknown {
      parameters[position] = locales(parameters[position]);
      parameters[position + 1] = options(parameters[position + 1]);
      return Reflect.apply(real, this, parameters);
    },
  }[name];
  Reflect.defineProperty(prototype, name, { ...descriptor, value: pinned });
}

/** `Intl.NumberFormat` and its siblings, with `new` and without. */
function pinFormat(name: string): void {
  const real = (Intl as unknown as Record<string, unknown>)[name];
  if (typeof real !== 'function') return;
  const options = name === 'DateTimeFormat' ? inUtc : (given: unknown) => given;
  const pin = (parameters: unknown[]) => [locales(parameters[0]), options(parameters[1])];
  const pinned: object = new Proxy(real, {
    apply: (target, self, parameters) => Reflect.apply(target as () => unknown, self, isConstructor(name) ? pin(parameters) : parameters),
    construct: (target, parameters, newTarget) =>
      Reflect.construct(target, pin(parameters), newTarget === pinned ? target : newTarget) as object,
  });
  Reflect.defineProperty(Intl, name, { value: pinned, writable: true, enumerable: false, configurable: true });
  const prototype = (real as { prototype?: object }).prototype;
  if (prototype !== undefined)
    Reflect.defineProperty(prototype, 'constructor', { value: pinned, writable: true, enumerable: false, configurable: true });
}

/** `Intl.getCanonicalLocales` and `Intl.supportedValuesOf` take other parameters. */
function isConstructor(name: string): boolean {
  return /^[A-Z]/.test(name);
}

function locales(given: unknown): unknown {
  return given === undefined || (Array.isArray(given) && given.length === 0) ? LOCALE : given;
}

function inUtc(given: unknown): unknown {
  return { timeZone: TIME_ZONE, ...(given as object | undefined) };
}
