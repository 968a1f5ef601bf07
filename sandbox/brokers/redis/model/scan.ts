/** The scan: one page of a collection, cursor by cursor, for SCAN and its kin. */
import type { Page } from '../../parts/roster.ts';
import type { BinaryText } from './binary-text.ts';
import type { Call } from './command.ts';
import { matchesGlob } from './glob.ts';
import { integerOf } from './number-text.ts';
import { array, CommandError, EMPTY_ARRAY, type Reply, syntaxError, word } from './reply.ts';

export interface ScanOptions {
  readonly cursor: number;
  readonly count: number;
  readonly pattern: BinaryText;
  /** The type that a key must have; null for any. */
  readonly type: BinaryText | null;
}

const DEFAULT_COUNT = 10;

/** Reads cursor and options; the cursor is the argument at `at`. Only SCAN itself knows TYPE. */
export function scanOptions(call: Call, at: number): ScanOptions {
  const cursor = cursorOf(call.text(at));
  const options = { cursor, count: DEFAULT_COUNT, pattern: '*', type: null as BinaryText | null };
  for (let index = at + 1; index < call.args.length; index += 2) {
    if (index + 1 === call.args.length) throw syntaxError();
    const option = call.word(index);
    if (option === 'COUNT') {
      options.count = Number(integerOf(call.text(index + 1)));
      if (options.count < 1) throw syntaxError();
    } else if (option === 'MATCH') {
      options.pattern = call.text(index + 1);
    } else if (option === 'TYPE' && at === 1) {
      options.type = call.text(index + 1).toLowerCase();
    } else {
      throw syntaxError();
    }
  }
  return options;
}

/** HSCAN, SSCAN and ZSCAN: when there is nothing at the key, the options are not even read (scanGenericCommand in db.c). */
export function scanCollection<Value>(
  call: Call,
  find: () => { page(cursor: number, count: number): Page<Value> } | undefined,
  shown: (key: BinaryText, value: Value) => readonly Reply[],
): Reply {
  cursorOf(call.text(2));
  const collection = find();
  if (collection === undefined) return array([word('0'), EMPTY_ARRAY]);
  const options = scanOptions(call, 2);
  return scanReply(options, collection.page(options.cursor, options.count), shown);
}

/** The answer: where to go on, and what of the page fits the pattern. */
export function scanReply<Value>(
  { pattern }: ScanOptions,
  page: Page<Value>,
  shown: (key: BinaryText, value: Value) => readonly Reply[],
): Reply {
  const found = page.entries.filter(([key]) => pattern === '*' || matchesGlob(pattern, key));
  return array([word(String(page.cursor)), array(found.flatMap(([key, value]) => shown(key, value)))]);
}

/** A cursor is any number, nothing at all is 0; a negative one, as in C, is a large one. */
function cursorOf(text: BinaryText): number {
  if (!/^(?:[+-]?\d+)?$/.test(text) || text.replace(/^[+-]/, '').length > 20) throw new CommandError('ERR invalid cursor');
  const cursor = Number(text);
  return cursor < 0 ? Number.POSITIVE_INFINITY : cursor;
}
