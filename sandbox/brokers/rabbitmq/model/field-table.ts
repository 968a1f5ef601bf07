/** The field table: arguments and headers, each value with the type that the client gave it. */

export type FieldValue =
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: NumberType; readonly value: number | bigint }
  | { readonly type: 'longstr'; readonly value: string }
  | { readonly type: 'binary'; readonly value: Uint8Array }
  | { readonly type: 'decimal'; readonly value: { readonly places: number; readonly digits: number } }
  | { readonly type: 'array'; readonly value: readonly FieldValue[] }
  | { readonly type: 'table'; readonly value: FieldTable }
  | { readonly type: 'void'; readonly value: null };

/** The number types by the names that RabbitMQ uses in its errors (rabbit_binary_parser). */
export type NumberType =
  | 'byte'
  | 'unsignedbyte'
  | 'short'
  | 'unsignedshort'
  | 'signedint'
  | 'unsignedint'
  | 'long'
  | 'float'
  | 'double'
  | 'timestamp';

export type FieldTable = ReadonlyMap<string, FieldValue>;

export const EMPTY_TABLE: FieldTable = new Map();

export function longstr(value: string): FieldValue {
  return { type: 'longstr', value };
}

/** Whether two tables say the same, whatever the order of their keys and the width of their numbers. */
export function sameTable(one: FieldTable, other: FieldTable): boolean {
  return one.size === other.size && [...one].every(([key, value]) => sameValue(value, other.get(key)));
}

export function sameValue(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return comparable(one) === comparable(other);
}

/** A text that is the same for equal values. */
function comparable(field: FieldValue): string {
  switch (field.type) {
    case 'table':
      return `{${[...field.value]
        .map(([key, value]) => `${JSON.stringify(key)}:${comparable(value)}`)
        .toSorted()
        .join()}}`;
    case 'array':
      return `[${field.value.map(comparable).join()}]`;
    case 'binary':
      return JSON.stringify(new TextDecoder().decode(field.value));
    case 'longstr':
      return JSON.stringify(field.value);
    case 'decimal':
      return `${field.value.digits}e-${field.value.places}`;
    default:
      return String(field.value);
  }
}
