/** `console.table`: rows and columns with a frame. */
import { inspect } from './inspect.ts';

/** Null when the value is no table; it is printed as any other value then. */
export function tableText(value: unknown, wanted?: readonly string[]): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const isIterable = value instanceof Map || value instanceof Set;
  const rows: [string, unknown][] = isIterable
    ? [...(value as Iterable<unknown>)].map((row, index) => [String(index), row])
    : Object.entries(value);
  const columns = new Set<string>(wanted ?? []);
  let hasValues = false;
  for (const [, row] of rows) {
    if (!isRecord(row)) hasValues = true;
    else if (wanted === undefined) for (const key of Object.keys(row)) columns.add(key);
  }
  const header = [isIterable ? '(iteration index)' : '(index)', ...columns, ...(hasValues ? ['Values'] : [])];
  const body = rows.map(([index, row]) => [
    index,
    ...[...columns].map((column) => (isRecord(row) && Object.hasOwn(row, column) ? cellText(row[column]) : '')),
    ...(hasValues ? [isRecord(row) ? '' : cellText(row)] : []),
  ]);
  return framed([header, ...body]);
}

function isRecord(row: unknown): row is Record<string, unknown> {
  return typeof row === 'object' && row !== null;
}

function cellText(value: unknown): string {
  return inspect(value, { depth: typeof value === 'object' ? -1 : 0, compact: true, breakLength: Number.POSITIVE_INFINITY });
}

function framed(lines: readonly (readonly string[])[]): string {
  const [header = []] = lines;
  const widths = header.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)) + 2);
  const rule = (left: string, middle: string, right: string): string =>
    left + widths.map((width) => '─'.repeat(width)).join(middle) + right;
  const row = (cells: readonly string[]): string =>
    `│${cells.map((cell, column) => ` ${cell}`.padEnd(widths[column] as number)).join('│')}│`;
  return [rule('┌', '┬', '┐'), row(header), rule('├', '┼', '┤'), ...lines.slice(1).map(row), rule('└', '┴', '┘')].join('\n');
}
