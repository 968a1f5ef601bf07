/** Parts of the validation: plain values out of unknown data. */

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(data: unknown): data is Fields {
  return typeof data === 'object' && data !== null;
}

export function number(data: unknown): number | null {
  return typeof data === 'number' && Number.isFinite(data) ? data : null;
}

/** A text, cut after `limit` characters. */
export function text(data: unknown, limit: number): string | null {
  return typeof data === 'string' ? data.slice(0, limit) : null;
}

/** At most `limit` entries of an array, without those that `read` refuses. */
export function list<T>(data: unknown, limit: number, read: (entry: unknown) => T | null): T[] {
  if (!Array.isArray(data)) return [];
  return data.slice(0, limit).flatMap((entry) => read(entry) ?? []);
}
