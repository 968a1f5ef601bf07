/** The RESP reader: commands out of bytes that come cut anywhere, with the limits and errors of Redis 7.0 (networking.c). */
import type { SourceLine } from '../../../trace/event.ts';
import { Inbox } from '../../parts/inbox.ts';
import { binaryText } from '../model/binary-text.ts';
import { isPlainInteger } from '../model/number-text.ts';
import { splitInline } from './inline-command.ts';

export interface RespCommand {
  /** The name and its arguments; never empty. */
  readonly args: readonly Uint8Array[];
  /** The line that sent the command's first byte. */
  readonly source: SourceLine | undefined;
}

/** What was sent cannot be a command; the connection is to be closed with this text. */
export class RespError extends Error {
  constructor(said: string) {
    super(`ERR Protocol error: ${said}`);
    this.name = 'RespError';
  }
}

const MOST_INLINE_BYTES = 64 * 1024;
const MOST_BULK_BYTES = 512 * 1024 * 1024;
const MOST_ARGUMENTS = 2 ** 31 - 1;
const [CARRIAGE_RETURN, LINE_FEED, ASTERISK, DOLLAR, ZERO] = [13, 10, 42, 36, 48];
/** What an array of its own costs beside the bytes in it, about: many empty arguments fill the memory too. */
const BYTES_BESIDE_ARGUMENT = 128;
/** A type byte and nine digits end here: they fit a small integer. */
const SHORT_NUMBER_END = 10;

export class RespReader {
  readonly #inbox = new Inbox();
  /** Arguments still to come of the command that has begun. */
  #missing = 0;
  #args: Uint8Array[] = [];
  #argBytes = 0;
  /** The length of the argument that comes next, -1 when it is not known yet. */
  #bulkLength = -1;
  #source: SourceLine | undefined;

  push(bytes: Uint8Array, sourceAt: (offset: number) => SourceLine | undefined): void {
    this.#inbox.push(bytes, sourceAt);
  }

  /** Bytes that have come and are in no whole command yet. */
  get keptBytes(): number {
    return this.#inbox.length + this.#argBytes;
  }

  /** The next whole command; undefined when it has not come yet. Throws RespError. */
  next(): RespCommand | undefined {
    for (;;) {
      const args = this.#missing > 0 ? this.#readArguments() : this.#begin();
      if (args === undefined) return undefined;
      if (args.length > 0) return { args, source: this.#source };
    }
  }

  /** Begins a command: a whole one when it is inline, none yet when its arguments are to come; undefined when bytes lack. */
  #begin(): Uint8Array[] | undefined {
    if (this.#inbox.length === 0) return undefined;
    this.#source = this.#inbox.source();
    if (this.#inbox.byteAt(0) !== ASTERISK) return this.#readInline();
    const count = this.#readLength('too big mbulk count string');
    if (count === undefined) return undefined;
    if (count === null || count > MOST_ARGUMENTS) throw new RespError('invalid multibulk length');
    this.#missing = Math.max(count, 0);
    return [];
  }

  #readArguments(): Uint8Array[] | undefined {
    while (this.#missing > 0) if (!this.#readArgument()) return undefined;
    this.#argBytes = 0;
    return this.#args.splice(0);
  }

  #readArgument(): boolean {
    if (this.#bulkLength === -1) {
      if (this.#inbox.length === 0) return false;
      if (this.#inbox.indexOf(CARRIAGE_RETURN, 0) !== -1 && this.#inbox.byteAt(0) !== DOLLAR) {
        throw new RespError(`expected '$', got '${String.fromCharCode(this.#inbox.byteAt(0))}'`);
      }
      const length = this.#readLength('too big bulk count string');
      if (length === undefined) return false;
      if (length === null || length < 0 || length > MOST_BULK_BYTES) throw new RespError('invalid bulk length');
      this.#bulkLength = length;
    }
    if (this.#inbox.length < this.#bulkLength + 2) return false;
    this.#args.push(this.#inbox.slice(0, this.#bulkLength));
    this.#argBytes += this.#bulkLength + BYTES_BESIDE_ARGUMENT;
    this.#inbox.skip(this.#bulkLength + 2);
    this.#bulkLength = -1;
    this.#missing -= 1;
    return true;
  }

  /** The number after a type byte up to the end of the line: undefined when it has not come, null when it is none. */
  #readLength(tooLong: string): number | null | undefined {
    const end = this.#inbox.indexOf(CARRIAGE_RETURN, 0);
    if (end === -1) {
      if (this.#inbox.length > MOST_INLINE_BYTES) throw new RespError(tooLong);
      return undefined;
    }
    if (this.#inbox.length < end + 2) return undefined;
    const length = this.#shortNumber(end) ?? this.#number(end);
    this.#inbox.skip(end + 2);
    return length;
  }

  /** The number between a type byte and `end`, when it is a few digits without any ornament, as almost every one is. */
  #shortNumber(end: number): number | null {
    if (end < 2 || end > SHORT_NUMBER_END || (end > 2 && this.#inbox.byteAt(1) === ZERO)) return null;
    let value = 0;
    for (let at = 1; at < end; at += 1) {
      const digit = this.#inbox.byteAt(at) - ZERO;
      if (digit < 0 || digit > 9) return null;
      value = value * 10 + digit;
    }
    return value;
  }

  #number(end: number): number | null {
    const digits = binaryText(this.#inbox.slice(1, end));
    return isPlainInteger(digits) ? Number(digits) : null;
  }

  #readInline(): Uint8Array[] | undefined {
    const end = this.#inbox.indexOf(LINE_FEED, 0);
    if (end === -1) {
      if (this.#inbox.length > MOST_INLINE_BYTES) throw new RespError('too big inline request');
      return undefined;
    }
    const hasReturn = end > 0 && this.#inbox.byteAt(end - 1) === CARRIAGE_RETURN;
    const args = splitInline(binaryText(this.#inbox.slice(0, hasReturn ? end - 1 : end)));
    if (args === undefined) throw new RespError('unbalanced quotes in request');
    this.#inbox.skip(end + 1);
    return args;
  }
}
