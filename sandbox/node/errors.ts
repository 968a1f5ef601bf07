/** Errors as the node built-ins make them: an ordinary error class with a `code`. */

interface ErrorClass {
  new (message: string): Error;
}

/** An error such as `RangeError [ERR_OUT_OF_RANGE]`; codes and texts as in Node's own (doc/api/errors.md). */
export function nodeError(Base: ErrorClass, code: string, message: string): Error & { code: string } {
  return Object.assign(new Base(message), { code });
}

export function invalidArgument(name: string, expected: string, received: unknown): Error {
  return nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', `The "${name}" argument must be ${expected}. Received ${receivedText(received)}`);
}

export function outOfRange(name: string, range: string, received: unknown): Error {
  return nodeError(
    RangeError,
    'ERR_OUT_OF_RANGE',
    `The value of "${name}" is out of range. It must be ${range}. Received ${numberText(received)}`,
  );
}

/** Refuses something of Node that the sandbox leaves out, in a sentence that says so. */
export function refused(what: string, because: string): Error {
  return nodeError(Error, 'ERR_NOT_IN_SANDBOX', `${what} is not available in the sandbox: ${because}`);
}

function receivedText(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value === 'object') return `an instance of ${classNameOf(value)}`;
  const text = typeof value === 'string' ? `'${value.length > 28 ? `${value.slice(0, 25)}...` : value}'` : String(value);
  return `type ${typeof value} (${text})`;
}

function classNameOf(value: object): string {
  const prototype = Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null;
  return prototype?.constructor?.name ?? 'Object';
}

/** Large whole numbers get underscores, as in Node: `4_294_967_296`. */
function numberText(value: unknown): string {
  if (typeof value === 'bigint') return `${underscored(String(value))}n`;
  if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) > 2 ** 32) return underscored(String(value));
  return typeof value === 'string' ? `'${value}'` : String(value);
}

function underscored(digits: string): string {
  return digits.replace(/(\d)(?=(\d{3})+$)/g, '$1_');
}
