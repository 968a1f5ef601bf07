/** Equivalence: a second declaration must say the same as the first (rabbit_misc:assert_args_equivalence). */
import { preconditionFailed } from './amqp-error.ts';
import { type FieldTable, type FieldValue, sameValue } from './field-table.ts';

interface Declared {
  readonly noun: 'queue' | 'exchange';
  readonly name: string;
}

/** Throws when one of the plain properties differs; the first in order is named. */
export function requireSameProperties(
  declared: Declared,
  properties: readonly (readonly [argument: string, received: string | boolean, current: string | boolean])[],
): void {
  for (const [argument, received, current] of properties) {
    if (received !== current) throw inequivalent(declared, argument, `received '${received}' but current is '${current}'`);
  }
}

/** Throws when one of these arguments differs; arguments that are not named are not compared. */
export function requireSameArguments(declared: Declared, names: readonly string[], received: FieldTable, current: FieldTable): void {
  for (const name of names) {
    const [wanted, known] = [received.get(name), current.get(name)];
    if (sameValue(wanted, known)) continue;
    const said =
      wanted !== undefined && known !== undefined
        ? `received '${plain(wanted)}' but current is '${plain(known)}'`
        : `received ${described(wanted)} but current is ${described(known)}`;
    throw inequivalent(declared, name, said);
  }
}

function inequivalent({ noun, name }: Declared, argument: string, said: string) {
  return preconditionFailed(`inequivalent arg '${argument}' for ${noun} '${name}' in vhost '/': ${said}`);
}

function described(value: FieldValue | undefined): string {
  return value === undefined ? 'none' : `the value '${plain(value)}' of type '${value.type}'`;
}

function plain(value: FieldValue): string {
  return String(value.value);
}
