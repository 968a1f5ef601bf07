/** `node:assert`: checks that throw an `AssertionError`. */
import { isDeepEqual } from './deep-equal.ts';
import { invalidArgument } from './errors.ts';
import { inspect } from './inspect.ts';

interface Mismatch {
  readonly actual?: unknown;
  readonly expected?: unknown;
  readonly operator: string;
  readonly message?: string | Error | undefined;
}

export class AssertionError extends Error {
  readonly code = 'ERR_ASSERTION';
  readonly generatedMessage: boolean;
  readonly actual: unknown;
  readonly expected: unknown;
  readonly operator: string;

  constructor({ actual, expected, operator, message }: Mismatch) {
    super(typeof message === 'string' ? message : generated({ actual, expected, operator }));
    this.name = 'AssertionError';
    this.generatedMessage = typeof message !== 'string';
    this.actual = actual;
    this.expected = expected;
    this.operator = operator;
  }
}

type Message = string | Error;
type Comparison = (actual: unknown, expected: unknown, message?: Message) => void;

function generated({ actual, expected, operator }: Mismatch): string {
  switch (operator) {
    case 'strictEqual':
      return `Expected values to be strictly equal:\n\n${inspect(actual)} !== ${inspect(expected)}\n`;
    case 'deepStrictEqual':
      return `Expected values to be strictly deep-equal:\n${inspect(actual)}\n\nshould equal\n\n${inspect(expected)}`;
    case 'notStrictEqual':
      return `Expected "actual" to be strictly unequal to: ${inspect(expected)}`;
    case '==':
      return actual === false || expected === true
        ? 'The expression evaluated to a falsy value'
        : `${inspect(actual)} == ${inspect(expected)}`;
    default:
      return `${inspect(actual)} ${operator} ${inspect(expected)}`;
  }
}

function failed(mismatch: Mismatch): Error {
  return mismatch.message instanceof Error ? mismatch.message : new AssertionError(mismatch);
}

function comparison(operator: string, holds: (actual: unknown, expected: unknown) => boolean): Comparison {
  return (actual, expected, message) => {
    if (!holds(actual, expected)) throw failed({ actual, expected, operator, message });
  };
}

/** `assert(value[, message])` */
export function ok(value?: unknown, message?: Message): void {
  if (!value) throw failed({ actual: value, expected: true, operator: '==', message });
}

export function fail(message: Message = 'Failed'): never {
  throw failed({ operator: 'fail', message });
}

type Expected = ((error: unknown) => boolean) | RegExp | (new (...args: never[]) => object) | object | undefined;

export function throws(run: () => unknown, expected?: Expected, message?: string): void {
  let thrown: unknown;
  try {
    run();
  } catch (error) {
    thrown = { error };
  }
  if (thrown === undefined) throw failed({ operator: 'throws', message: message ?? 'Missing expected exception.' });
  checkThrown((thrown as { error: unknown }).error, expected, message);
}

export async function rejects(run: Promise<unknown> | (() => Promise<unknown>), expected?: Expected, message?: string): Promise<void> {
  let thrown: unknown;
  try {
    await (typeof run === 'function' ? run() : run);
  } catch (error) {
    thrown = { error };
  }
  if (thrown === undefined) throw failed({ operator: 'rejects', message: message ?? 'Missing expected rejection.' });
  checkThrown((thrown as { error: unknown }).error, expected, message);
}

function checkThrown(error: unknown, expected: Expected, message: string | undefined): void {
  if (expected === undefined || typeof expected === 'string') return;
  if (!isAsExpected(error, expected)) throw failed({ actual: error, expected, operator: 'throws', message });
}

/** Whether the error is of the class, passes the function, matches the pattern or has the fields. */
function isAsExpected(error: unknown, expected: object): boolean {
  if (expected instanceof RegExp) return expected.test(String(error));
  if (typeof expected === 'function') {
    if (expected.prototype !== undefined && error instanceof expected) return true;
    if (expected.prototype instanceof Error || expected === Error) throw error;
    return (expected as (error: unknown) => unknown)(error) === true;
  }
  return Object.entries(expected).every(([key, value]) => {
    const actual = (error as Record<string, unknown>)[key];
    return value instanceof RegExp && typeof actual === 'string' ? value.test(actual) : isDeepEqual(actual, value, 'strict');
  });
}

const methods = {
  ok,
  fail,
  throws,
  rejects,
  AssertionError,
  // biome-ignore lint/suspicious/noDoubleEquals: this is what `assert.equal` promises.
  equal: comparison('==', (actual, expected) => actual == expected || (Number.isNaN(actual) && Number.isNaN(expected))),
  // biome-ignore lint/suspicious/noDoubleEquals: this is what `assert.notEqual` promises.
  notEqual: comparison('!=', (actual, expected) => actual != expected),
  strictEqual: comparison('strictEqual', Object.is),
  notStrictEqual: comparison('notStrictEqual', (actual, expected) => !Object.is(actual, expected)),
  deepEqual: comparison('deepEqual', (actual, expected) => isDeepEqual(actual, expected, 'loose')),
  notDeepEqual: comparison('notDeepEqual', (actual, expected) => !isDeepEqual(actual, expected, 'loose')),
  deepStrictEqual: comparison('deepStrictEqual', (actual, expected) => isDeepEqual(actual, expected, 'strict')),
  notDeepStrictEqual: comparison('notDeepStrictEqual', (actual, expected) => !isDeepEqual(actual, expected, 'strict')),
  match: (text: string, pattern: RegExp, message?: Message) => {
    if (!pattern.test(text)) throw failed({ actual: text, expected: pattern, operator: 'match', message });
  },
  doesNotMatch: (text: string, pattern: RegExp, message?: Message) => {
    if (pattern.test(text)) throw failed({ actual: text, expected: pattern, operator: 'doesNotMatch', message });
  },
  doesNotThrow: (run: () => unknown) => {
    if (typeof run !== 'function') throw invalidArgument('fn', 'of type function', run);
    run();
  },
  ifError: (value: unknown) => {
    if (value !== null && value !== undefined) throw value;
  },
};

/** The module's value: `ok` itself with everything else on it, as in Node. */
export const assert = Object.assign((value?: unknown, message?: Message): void => ok(value, message), methods, { strict: {} });
assert.strict = Object.assign((value?: unknown, message?: Message): void => ok(value, message), methods, {
  equal: methods.strictEqual,
  notEqual: methods.notStrictEqual,
  deepEqual: methods.deepStrictEqual,
  notDeepEqual: methods.notDeepStrictEqual,
});
