/** How the entries of an object are laid out: on one line, in columns, or one per line. */
import type { Context } from './context.ts';

export interface Parts {
  readonly entries: string[];
  /** What stands before the braces, such as `[Function: f]`; may be empty. */
  readonly base: string;
  readonly open: string;
  readonly close: string;
  /** The elements, when the object is a list: long lists of short entries are set in columns. */
  readonly list?: ArrayLike<unknown> | undefined;
  /** Each entry stands on a line of its own, however short. */
  readonly isTall?: boolean;
}

/** Lists with fewer entries are never set in columns. */
const FEWEST_FOR_COLUMNS = 7;
const MOST_COLUMNS = 15;
const SEPARATOR = 2;
/** A character is about two and a half times as high as it is wide; columns aim at a square. */
const CHARACTER_HEIGHT = 2.5;

export function laidOut(context: Context, parts: Parts, depth: number): string {
  const { base, open, close } = parts;
  const head = base === '' ? open : `${base} ${open}`;
  let entries = parts.entries;
  if (context.compact >= 1 && parts.isTall !== true) {
    if (parts.list !== undefined && entries.length >= FEWEST_FOR_COLUMNS) entries = inColumns(context, entries, parts.list);
    const isInner = context.latestDepth - depth < context.compact;
    if (isInner && entries.length === parts.entries.length) {
      const line = oneLine(context, entries, parts);
      if (line !== null) return `${head} ${line} ${close}`;
    }
  }
  const newline = `\n${' '.repeat(context.indentation)}`;
  return `${head}${newline}  ${entries.join(`,${newline}  `)}${newline}${close}`;
}

function oneLine(context: Context, entries: readonly string[], { base, open }: Parts): string | null {
  if (base.includes('\n')) return null;
  let width = 2 * entries.length + context.indentation + open.length + base.length + 10;
  if (width + entries.length > context.breakLength) return null;
  for (const entry of entries) width += entry.length;
  if (width > context.breakLength) return null;
  const line = entries.join(', ');
  return line.includes('\n') ? null : line;
}

/** Returns the entries joined row by row, or as they are when columns would not help. */
function inColumns(context: Context, entries: string[], list: ArrayLike<unknown>): string[] {
  const hasRemark = context.maxArrayLength < entries.length;
  const count = hasRemark ? entries.length - 1 : entries.length;
  const widths = entries.slice(0, count).map(displayWidth);
  const total = widths.reduce((sum, width) => sum + width + SEPARATOR, 0);
  const longest = Math.max(...widths);
  const cell = longest + SEPARATOR;
  const worthIt = cell * 3 + context.indentation < context.breakLength && (total / cell > 5 || longest <= 6);
  if (!worthIt) return entries;
  const columns = columnCount(context, { count, cell, average: total / entries.length });
  if (columns <= 1) return entries;
  const columnWidths = Array.from({ length: columns }, (_, column) => {
    let width = 0;
    for (let index = column; index < count; index += columns) width = Math.max(width, widths[index] as number);
    return width + SEPARATOR;
  });
  const rightAligned = allNumbers(list, count);
  const rows: string[] = [];
  for (let start = 0; start < count; start += columns) {
    const row = entries.slice(start, Math.min(start + columns, count));
    rows.push(row.map((entry, column) => padded(entry, columnWidths[column] as number, column === row.length - 1, rightAligned)).join(''));
  }
  if (hasRemark) rows.push(entries[count] as string);
  return rows;
}

function columnCount(context: Context, { count, cell, average }: { count: number; cell: number; average: number }): number {
  const bias = Math.sqrt(cell - average);
  const biased = Math.max(cell - 3 - bias, 1);
  const square = Math.round(Math.sqrt(CHARACTER_HEIGHT * biased * count) / biased);
  const fitting = Math.floor((context.breakLength - context.indentation) / cell);
  return Math.min(square, fitting, context.compact * 4, MOST_COLUMNS);
}

function padded(entry: string, width: number, isLast: boolean, rightAligned: boolean): string {
  const extra = entry.length - displayWidth(entry);
  if (isLast) return rightAligned ? entry.padStart(width - SEPARATOR + extra) : entry;
  return rightAligned ? `${entry}, `.padStart(width + extra) : `${entry}, `.padEnd(width + extra);
}

function allNumbers(list: ArrayLike<unknown>, count: number): boolean {
  for (let index = 0; index < count; index += 1) {
    const kind = typeof list[index];
    if (kind !== 'number' && kind !== 'bigint') return false;
  }
  return true;
}

/** Columns that a text takes on a terminal: East Asian wide characters and emoji take two, combining marks none. */
function displayWidth(text: string): number {
  if (!/[^\x20-\x7e]/.test(text)) return text.length;
  let width = 0;
  for (const character of text.normalize('NFC')) {
    if (/\p{Mark}|\p{Cc}|\u200d/u.test(character)) continue;
    width += /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
      character,
    )
      ? 2
      : 1;
  }
  return width;
}
