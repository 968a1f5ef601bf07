/** Deep equality: strict as `assert.deepStrictEqual`, or loose as `assert.deepEqual`. */
import { types } from './types.ts';

type Mode = 'strict' | 'loose';

export function isDeepStrictEqual(left: unknown, right: unknown): boolean {
  return isDeepEqual(left, right, 'strict');
}

export function isDeepEqual(left: unknown, right: unknown, mode: Mode): boolean {
  return equal(left, right, mode, new Map());
}

function equal(left: unknown, right: unknown, mode: Mode, seen: Map<object, object>): boolean {
  if (left === right) return left !== 0 || mode === 'loose' || Object.is(left, right);
  if (typeof left !== 'object' || left === null || typeof right !== 'object' || right === null) {
    // biome-ignore lint/suspicious/noDoubleEquals: loose equality is what `assert.deepEqual` promises.
    return mode === 'strict' ? Object.is(left, right) : left == right || (Number.isNaN(left) && Number.isNaN(right));
  }
  if (seen.get(left) === right) return true;
  if (mode === 'strict' && Object.getPrototypeOf(left) !== Object.getPrototypeOf(right)) return false;
  if (Object.prototype.toString.call(left) !== Object.prototype.toString.call(right)) return false;
  if (!sameInside(left, right, mode, seen)) return false;
  seen.set(left, right);
  const same = sameFields(left, right, mode, seen);
  if (!same) seen.delete(left);
  return same;
}

/** What is not in the fields: the time of a date, the bytes of an array, the members of a collection. */
function sameInside(left: object, right: object, mode: Mode, seen: Map<object, object>): boolean {
  if (Array.isArray(left)) return Array.isArray(right) && left.length === right.length;
  if (left instanceof Date) return left.getTime() === (right as Date).getTime();
  if (left instanceof RegExp) return String(left) === String(right);
  if (left instanceof Error) return left.name === (right as Error).name && left.message === (right as Error).message;
  if (types.isTypedArray(left)) return sameBytes(left, right as Uint8Array);
  if (types.isBoxedPrimitive(left)) return Object.is(left.valueOf(), right.valueOf());
  seen.set(left, right);
  if (left instanceof Set) return sameMembers([...left], [...(right as Set<unknown>)], (one, other) => equal(one, other, mode, seen));
  if (left instanceof Map) {
    return sameMembers([...left], [...(right as Map<unknown, unknown>)], ([key, value], [otherKey, otherValue]) => {
      return equal(key, otherKey, mode, seen) && equal(value, otherValue, mode, seen);
    });
  }
  return true;
}

function sameFields(left: object, right: object, mode: Mode, seen: Map<object, object>): boolean {
  if (types.isTypedArray(left)) return true;
  const keys = fieldsOf(left);
  if (keys.length !== fieldsOf(right).length) return false;
  return keys.every((key) => Object.hasOwn(right, key) && equal(valueAt(left, key), valueAt(right, key), mode, seen));
}

function fieldsOf(object: object): PropertyKey[] {
  return Reflect.ownKeys(object).filter((key) => Object.prototype.propertyIsEnumerable.call(object, key));
}

function valueAt(object: object, key: PropertyKey): unknown {
  return (object as Record<PropertyKey, unknown>)[key];
}

function sameBytes(left: ArrayLike<unknown>, right: ArrayLike<unknown>): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) if (!Object.is(left[index], right[index])) return false;
  return true;
}

function sameMembers<Member>(left: Member[], right: Member[], same: (one: Member, other: Member) => boolean): boolean {
  if (left.length !== right.length) return false;
  return left.every((member) => {
    const index = right.findIndex((other) => same(member, other));
    if (index >= 0) right.splice(index, 1);
    return index >= 0;
  });
}
