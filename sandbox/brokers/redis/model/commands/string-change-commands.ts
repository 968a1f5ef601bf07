/** Commands that change or read a part of a string, and those that count in it. */
import { bytesOf } from '../../../parts/text.ts';
import { binaryText } from '../binary-text.ts';
import type { Call, Command } from '../command.ts';
import { extendedText, parseExtended, sum } from '../extended-float.ts';
import { fitsInteger, integerOf } from '../number-text.ts';
import { bulk, CommandError, integer, type Reply } from '../reply.ts';

export const stringChangeCommands: readonly Command[] = [
  { name: 'append', arity: 3, flags: ['write'], run: append },
  { name: 'strlen', arity: 2, flags: ['readonly'], run: (call) => integer(stringToRead(call).length) },
  { name: 'getrange', arity: 4, flags: ['readonly'], run: range },
  { name: 'substr', arity: 4, flags: ['readonly'], run: range },
  { name: 'setrange', arity: 4, flags: ['write'], run: overwrite },
  { name: 'incr', arity: 2, flags: ['write'], run: (call) => increment(call, 1n) },
  { name: 'decr', arity: 2, flags: ['write'], run: (call) => increment(call, -1n) },
  { name: 'incrby', arity: 3, flags: ['write'], run: (call) => increment(call, call.integer(2)) },
  { name: 'decrby', arity: 3, flags: ['write'], run: decrementBy },
  { name: 'incrbyfloat', arity: 3, flags: ['write'], run: incrementByFraction },
];

/** How long a string may become (proto-max-bulk-len). */
const MOST_BYTES = 512 * 1024 * 1024;

function append(call: Call): Reply {
  const found = call.database.findAs(call.text(1), 'string');
  const old = stringAt(call);
  const added = call.bytes(2);
  requireRoom(old.length + added.length);
  const bytes = new Uint8Array(old.length + added.length);
  bytes.set(old);
  bytes.set(added, old.length);
  if (found === undefined) call.database.put(call.text(1), { type: 'string', bytes });
  else call.database.put(call.text(1), { type: 'string', bytes, keptAs: 'raw' }, { keepExpiry: true });
  call.tell('string', 'append', call.text(1));
  return integer(bytes.length);
}

function range(call: Call): Reply {
  const [start, stop] = [call.number(2), call.number(3)];
  const bytes = stringToRead(call);
  if (start < 0 && stop < 0 && start > stop) return bulk(new Uint8Array(0));
  const first = Math.max(start < 0 ? bytes.length + start : start, 0);
  const last = Math.min(Math.max(stop < 0 ? bytes.length + stop : stop, 0), bytes.length - 1);
  return bulk(first > last ? new Uint8Array(0) : bytes.slice(first, last + 1));
}

/** What lies between the old end and the offset becomes zero bytes. */
function overwrite(call: Call): Reply {
  const offset = call.number(2);
  if (offset < 0) throw new CommandError('ERR offset is out of range');
  const old = stringAt(call);
  const written = call.bytes(3);
  if (written.length === 0) return integer(old.length);
  requireRoom(offset + written.length);
  const bytes = new Uint8Array(Math.max(old.length, offset + written.length));
  bytes.set(old);
  bytes.set(written, offset);
  call.database.put(call.text(1), { type: 'string', bytes, keptAs: 'raw' }, { keepExpiry: true });
  call.tell('string', 'setrange', call.text(1));
  return integer(bytes.length);
}

function requireRoom(byteCount: number): void {
  if (byteCount > MOST_BYTES) throw new CommandError('ERR string exceeds maximum allowed size (proto-max-bulk-len)');
}

function decrementBy(call: Call): Reply {
  const amount = call.integer(2);
  if (!fitsInteger(-amount)) throw new CommandError('ERR decrement would overflow');
  return increment(call, -amount);
}

function increment(call: Call, amount: bigint): Reply {
  const found = call.database.findAs(call.text(1), 'string');
  const value = (found === undefined ? 0n : integerOf(binaryText(found.bytes))) + amount;
  if (!fitsInteger(value)) throw new CommandError('ERR increment or decrement would overflow');
  call.database.put(call.text(1), { type: 'string', bytes: bytesOf(String(value)) }, { keepExpiry: true });
  call.tell('string', 'incrby', call.text(1));
  return integer(value);
}

function incrementByFraction(call: Call): Reply {
  const found = call.database.findAs(call.text(1), 'string');
  const [old, amount] = [parseExtended(found === undefined ? '0' : binaryText(found.bytes)), parseExtended(call.text(2))];
  if (old === undefined || amount === undefined) throw new CommandError('ERR value is not a valid float');
  const value = typeof old === 'string' || typeof amount === 'string' ? undefined : sum(old, amount);
  if (value === undefined) throw new CommandError('ERR increment would produce NaN or Infinity');
  const bytes = bytesOf(extendedText(value));
  call.database.put(call.text(1), { type: 'string', bytes, keptAs: 'text' }, { keepExpiry: true });
  call.tell('string', 'incrbyfloat', call.text(1));
  return bulk(bytes);
}

function stringToRead(call: Call): Uint8Array {
  return call.readAs(call.text(1), 'string')?.bytes ?? new Uint8Array(0);
}

function stringAt(call: Call): Uint8Array {
  return call.database.findAs(call.text(1), 'string')?.bytes ?? new Uint8Array(0);
}
