/** Changed intrinsics are found and named; an untouched realm is left in peace. */
import { afterEach, describe, expect, test } from 'vitest';
import { changedIntrinsics, snapshotIntrinsics } from '../../../sandbox/host/intrinsics.ts';

const push = Object.getOwnPropertyDescriptor(Array.prototype, 'push') as PropertyDescriptor;

describe('intrinsics', () => {
  afterEach(() => {
    Object.defineProperty(Array.prototype, 'push', push);
    Reflect.deleteProperty(Object.prototype, 'then');
  });

  test('an untouched realm has not changed', () => {
    expect(changedIntrinsics(snapshotIntrinsics())).toBeNull();
  });

  test('a replaced method is named', () => {
    const snapshot = snapshotIntrinsics();
    Array.prototype.push = () => 0;
    const changed = changedIntrinsics(snapshot);
    Object.defineProperty(Array.prototype, 'push', push);
    expect(changed).toBe('Array.prototype.push');
  });

  test('a method that became a getter is named', () => {
    const snapshot = snapshotIntrinsics();
    const real = push.value as unknown;
    Object.defineProperty(Array.prototype, 'push', { get: () => real, configurable: true });
    const changed = changedIntrinsics(snapshot);
    Object.defineProperty(Array.prototype, 'push', push);
    expect(changed).toBe('Array.prototype.push');
  });

  test('an added property is named', () => {
    const snapshot = snapshotIntrinsics();
    Object.defineProperty(Object.prototype, 'then', { value: () => {}, configurable: true });
    expect(changedIntrinsics(snapshot)).toBe('Object.prototype.then');
  });

  test('the length of stacks is anybody’s to set', () => {
    const snapshot = snapshotIntrinsics();
    const before = Error.stackTraceLimit;
    Error.stackTraceLimit = before + 5;
    const changed = changedIntrinsics(snapshot);
    Error.stackTraceLimit = before;
    expect(changed).toBeNull();
  });
});
