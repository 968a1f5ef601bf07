/** Errors as `inspect` shows them: what they say, without the stack that the engine made. */
import { constructorName } from './names.ts';

/** `TypeError: order is undefined`, with the class's name where the error has not got a better one. */
export function errorHeader(error: Error): string {
  const own = textOf(error, 'name');
  const className = constructorName(error) ?? 'Error';
  const name = titleOf(own === '' ? 'Error' : own, className);
  const message = textOf(error, 'message');
  return message === '' ? name : `${name}: ${message}`;
}

/** The stack, for an annotation outside the trace hash; undefined when there is none or reading it throws. */
export function stackOf(value: unknown): string | undefined {
  try {
    const stack: unknown = value instanceof Error ? value.stack : undefined;
    return typeof stack === 'string' ? stack : undefined;
  } catch {
    return undefined;
  }
}

/** Fields that the header tells already. */
export const TOLD_BY_HEADER: ReadonlySet<PropertyKey> = new Set(['name', 'message', 'stack']);

/** The class is told where the name leaves it out: `OutOfStockError`, or `OutOfStock [Error]`. */
function titleOf(name: string, className: string): string {
  if (name !== 'Error' || className === 'Object') return name;
  return className.includes(name) ? className : `${className} [${name}]`;
}

function textOf(error: Error, field: 'name' | 'message'): string {
  try {
    const value: unknown = error[field];
    return typeof value === 'string' ? value : String(value ?? '');
  } catch {
    return '';
  }
}
