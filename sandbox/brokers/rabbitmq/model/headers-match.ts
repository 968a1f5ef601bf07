/** The headers match: how a headers exchange compares a binding's arguments with a message's headers. */
import { type FieldTable, sameValue } from './field-table.ts';

/** `x-match` says whether all arguments must match (the default) or any; arguments that begin with `x-` are not compared. */
export function matchesHeaders(binding: FieldTable, headers: FieldTable): boolean {
  const mode = binding.get('x-match')?.value;
  const wanted = [...binding].filter(([name]) => !name.startsWith('x-'));
  const isMet = ([name, value]: (typeof wanted)[number]) =>
    headers.has(name) && (value.type === 'void' || sameValue(value, headers.get(name)));
  return mode === 'any' ? wanted.some(isMet) : wanted.every(isMet);
}
