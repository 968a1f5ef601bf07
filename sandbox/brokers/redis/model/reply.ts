/** The reply: what a command answers, before it is put into RESP2 or RESP3. */
import { bytesOf } from '../../parts/text.ts';

export type Reply =
  | { readonly kind: 'status'; readonly text: string }
  | { readonly kind: 'error'; readonly text: string }
  | { readonly kind: 'integer'; readonly value: number | bigint }
  /** A score or another fraction: text in RESP2, a number of its own in RESP3. */
  | { readonly kind: 'double'; readonly value: number }
  | { readonly kind: 'bulk'; readonly bytes: Uint8Array }
  /** Text for people, such as INFO; a plain bulk string in RESP2. */
  | { readonly kind: 'verbatim'; readonly text: string }
  | { readonly kind: 'nil' }
  /** What RESP2 writes as an array that is not there; RESP3 has one nil only. */
  | { readonly kind: 'nilArray' }
  | { readonly kind: 'array'; readonly items: readonly Reply[] }
  | { readonly kind: 'set'; readonly items: readonly Reply[] }
  /** Pairs; RESP2 writes them as a flat array. */
  | { readonly kind: 'map'; readonly pairs: readonly (readonly [Reply, Reply])[] }
  /** The same, but RESP3 writes an array of pairs: the order counts, as with members and their scores. */
  | { readonly kind: 'ranking'; readonly pairs: readonly (readonly [Reply, Reply])[] }
  /** Pairs of which RESP2 writes an array of pairs, and RESP3 a map: streams and their entries. */
  | { readonly kind: 'listing'; readonly pairs: readonly (readonly [Reply, Reply])[] }
  /** What nobody asked for just now, such as a message of a channel; an array in RESP2. */
  | { readonly kind: 'push'; readonly items: readonly Reply[] };

export const OK: Reply = { kind: 'status', text: 'OK' };
export const QUEUED: Reply = { kind: 'status', text: 'QUEUED' };
export const NIL: Reply = { kind: 'nil' };
export const NIL_ARRAY: Reply = { kind: 'nilArray' };
export const EMPTY_ARRAY: Reply = { kind: 'array', items: [] };

export function status(text: string): Reply {
  return { kind: 'status', text };
}

export function integer(value: number | bigint): Reply {
  return { kind: 'integer', value };
}

export function double(value: number): Reply {
  return { kind: 'double', value };
}

/** Text as a bulk string, in UTF-8. */
export function word(text: string): Reply {
  return { kind: 'bulk', bytes: bytesOf(text) };
}

export function bulk(bytes: Uint8Array): Reply {
  return { kind: 'bulk', bytes };
}

export function array(items: readonly Reply[]): Reply {
  return { kind: 'array', items };
}

/**
 * Makes a command answer with an error; nothing that it did before is undone. Not an `Error`: it is part of the protocol,
 * and the stack that nobody reads would cost more than the command.
 */
export class CommandError {
  /** It begins with its code: `ERR syntax error`. */
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

export function syntaxError(): CommandError {
  return new CommandError('ERR syntax error');
}

export function wrongType(): CommandError {
  return new CommandError('WRONGTYPE Operation against a key holding the wrong kind of value');
}

/** `name` in lower case, a subcommand as `client|setname`. */
export function wrongArity(name: string): CommandError {
  return new CommandError(`ERR wrong number of arguments for '${name}' command`);
}

/** The reply of `run`, or the error that it threw. */
export function replyOf<R>(run: () => R): R | Reply {
  try {
    return run();
  } catch (error) {
    if (error instanceof CommandError) return { kind: 'error', text: error.message };
    throw error;
  }
}
