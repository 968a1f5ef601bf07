/** Commands on strings: text, bytes and counters. */
import { bytesOf } from '../../../parts/text.ts';
import { binaryText } from '../binary-text.ts';
import { bulkOrNil, type Call, type Command } from '../command.ts';
import { fitsInteger, integerOf } from '../number-text.ts';
import { CommandError, integer, NIL, OK, type Reply, syntaxError } from '../reply.ts';
import { expiryMicros } from './key-commands.ts';

export const stringCommands: readonly Command[] = [
  { name: 'get', arity: 2, flags: ['readonly'], run: (call) => bulkOrNil(call.database.findAs(call.text(1), 'string')?.bytes) },
  { name: 'set', arity: -3, flags: ['write'], run: set },
  { name: 'setnx', arity: 3, flags: ['write'], run: setIfMissing },
  { name: 'getdel', arity: 2, flags: ['write'], run: getAndDelete },
  { name: 'append', arity: 3, flags: ['write'], run: append },
  { name: 'strlen', arity: 2, flags: ['readonly'], run: (call) => integer(stringAt(call).length) },
  { name: 'incr', arity: 2, flags: ['write'], run: (call) => increment(call, 1n) },
  { name: 'decr', arity: 2, flags: ['write'], run: (call) => increment(call, -1n) },
  { name: 'incrby', arity: 3, flags: ['write'], run: (call) => increment(call, call.integer(2)) },
  { name: 'decrby', arity: 3, flags: ['write'], run: decrementBy },
];

interface SetOptions {
  onlyIf: 'missing' | 'present' | null;
  expiresInMicros: number | null;
  keepExpiry: boolean;
  answersOld: boolean;
}

function set(call: Call): Reply {
  const key = call.text(1);
  const options = setOptions(call);
  const old = options.answersOld ? bulkOrNil(call.database.findAs(key, 'string')?.bytes) : null;
  const exists = call.database.find(key) !== undefined;
  if ((options.onlyIf === 'missing' && exists) || (options.onlyIf === 'present' && !exists)) return old ?? NIL;
  call.database.put(key, { type: 'string', bytes: call.bytes(2) }, { keepExpiry: options.keepExpiry, source: call.source });
  if (options.expiresInMicros !== null) call.database.expireAfter(key, options.expiresInMicros);
  return old ?? OK;
}

function setOptions(call: Call): SetOptions {
  const options: SetOptions = { onlyIf: null, expiresInMicros: null, keepExpiry: false, answersOld: false };
  for (let index = 3; index < call.args.length; index += 1) index += takeSetOption(call, index, options);
  return options;
}

/** Reads the option at `index`; returns how many arguments it takes besides its own word. */
function takeSetOption(call: Call, index: number, options: SetOptions): number {
  const hasExpiry = options.expiresInMicros !== null || options.keepExpiry;
  switch (call.word(index)) {
    case 'NX':
    case 'XX': {
      const onlyIf = call.word(index) === 'NX' ? 'missing' : 'present';
      if (options.onlyIf !== null && options.onlyIf !== onlyIf) throw syntaxError();
      options.onlyIf = onlyIf;
      return 0;
    }
    case 'GET':
      options.answersOld = true;
      return 0;
    case 'KEEPTTL':
      if (hasExpiry) throw syntaxError();
      options.keepExpiry = true;
      return 0;
    case 'EX':
    case 'PX':
      if (hasExpiry || index + 1 === call.args.length) throw syntaxError();
      options.expiresInMicros = positiveExpiry(call, index + 1, call.word(index) === 'EX' ? 1_000_000n : 1_000n);
      return 1;
    default:
      throw syntaxError();
  }
}

function positiveExpiry(call: Call, index: number, unitMicros: bigint): number {
  const amount = call.integer(index);
  if (amount <= 0n) throw new CommandError("ERR invalid expire time in 'set' command");
  return expiryMicros(call, amount, unitMicros, 'set');
}

function setIfMissing(call: Call): Reply {
  if (call.database.find(call.text(1)) !== undefined) return integer(0);
  call.database.put(call.text(1), { type: 'string', bytes: call.bytes(2) });
  return integer(1);
}

function getAndDelete(call: Call): Reply {
  const found = call.database.findAs(call.text(1), 'string');
  if (found === undefined) return NIL;
  call.database.remove(call.text(1), 'deleted');
  return { kind: 'bulk', bytes: found.bytes };
}

function append(call: Call): Reply {
  const old = stringAt(call);
  const added = call.bytes(2);
  const bytes = new Uint8Array(old.length + added.length);
  bytes.set(old);
  bytes.set(added, old.length);
  call.database.put(call.text(1), { type: 'string', bytes }, { keepExpiry: true });
  return integer(bytes.length);
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
  return integer(value);
}

function stringAt(call: Call): Uint8Array {
  return call.database.findAs(call.text(1), 'string')?.bytes ?? new Uint8Array(0);
}
