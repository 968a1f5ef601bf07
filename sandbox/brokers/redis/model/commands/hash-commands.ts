/** Commands on hashes. Fields keep the order in which they came, where Redis promises none. */
import { bytesOf } from '../../../parts/text.ts';
import { binaryBytes, binaryText } from '../binary-text.ts';
import { bulkOrNil, type Call, type Command, requirePairs } from '../command.ts';
import { extendedText, parseExtended, sum } from '../extended-float.ts';
import type { FieldMap } from '../field-map.ts';
import { fitsInteger, parseInteger } from '../number-text.ts';
import { array, bulk, CommandError, integer, OK, type Reply } from '../reply.ts';

export const hashCommands: readonly Command[] = [
  { name: 'hset', arity: -4, flags: ['write'], run: (call) => integer(set(call, 'hset')) },
  { name: 'hmset', arity: -4, flags: ['write'], run: setAll },
  { name: 'hsetnx', arity: 4, flags: ['write'], run: setIfMissing },
  { name: 'hget', arity: 3, flags: ['readonly'], run: (call) => bulkOrNil(fieldsToRead(call)?.get(call.text(2))) },
  { name: 'hmget', arity: -3, flags: ['readonly'], run: getSeveral },
  { name: 'hgetall', arity: 2, flags: ['readonly'], run: getAll },
  { name: 'hkeys', arity: 2, flags: ['readonly'], run: (call) => array(entriesAt(call).map(([field]) => bulk(binaryBytes(field)))) },
  { name: 'hvals', arity: 2, flags: ['readonly'], run: (call) => array(entriesAt(call).map(([, value]) => bulk(value))) },
  { name: 'hdel', arity: -3, flags: ['write'], run: remove },
  { name: 'hlen', arity: 2, flags: ['readonly'], run: (call) => integer(fieldsToRead(call)?.size ?? 0) },
  { name: 'hstrlen', arity: 3, flags: ['readonly'], run: (call) => integer(fieldsToRead(call)?.get(call.text(2))?.length ?? 0) },
  { name: 'hexists', arity: 3, flags: ['readonly'], run: (call) => integer(fieldsToRead(call)?.has(call.text(2)) === true ? 1 : 0) },
  { name: 'hincrby', arity: 4, flags: ['write'], run: increment },
  { name: 'hincrbyfloat', arity: 4, flags: ['write'], run: incrementByFraction },
];

/** Returns how many fields are new. */
function set(call: Call, name: string): number {
  requirePairs(call, 2, name);
  const key = call.text(1);
  const { fields } = call.database.findOrMake(key, 'hash');
  const before = fields.size;
  for (let index = 2; index < call.args.length; index += 2) fields.set(call.text(index), call.bytes(index + 1));
  call.changed('hash', 'hset', key);
  return fields.size - before;
}

function setAll(call: Call): Reply {
  set(call, 'hmset');
  return OK;
}

function setIfMissing(call: Call): Reply {
  if (fieldsAt(call)?.has(call.text(2)) === true) return integer(0);
  put(call, call.bytes(3), 'hset');
  return integer(1);
}

function getSeveral(call: Call): Reply {
  const fields = fieldsToRead(call);
  return array(call.texts(2).map((field) => bulkOrNil(fields?.get(field))));
}

function getAll(call: Call): Reply {
  return { kind: 'map', pairs: entriesAt(call).map(([field, value]) => [bulk(binaryBytes(field)), bulk(value)] as const) };
}

function remove(call: Call): Reply {
  const fields = fieldsAt(call);
  const removed = call.texts(2).filter((field) => fields?.delete(field) === true).length;
  if (removed > 0) call.changed('hash', 'hdel', call.text(1));
  return integer(removed);
}

function increment(call: Call): Reply {
  const amount = call.integer(3);
  const old = fieldsAt(call)?.get(call.text(2));
  const current = old === undefined ? 0n : parseInteger(binaryText(old));
  if (current === undefined) throw new CommandError('ERR hash value is not an integer');
  const value = current + amount;
  if (!fitsInteger(value)) throw new CommandError('ERR increment or decrement would overflow');
  put(call, bytesOf(String(value)), 'hincrby');
  return integer(value);
}

function incrementByFraction(call: Call): Reply {
  const amount = parseExtended(call.text(3));
  if (amount === undefined) throw new CommandError('ERR value is not a valid float');
  if (typeof amount === 'string') throw new CommandError('ERR value is NaN or Infinity');
  const old = fieldsAt(call)?.get(call.text(2));
  const current = parseExtended(old === undefined ? '0' : binaryText(old));
  if (current === undefined) throw new CommandError('ERR hash value is not a float');
  const value = typeof current === 'string' ? undefined : sum(current, amount);
  if (value === undefined) throw new CommandError('ERR increment would produce NaN or Infinity');
  const bytes = bytesOf(extendedText(value));
  put(call, bytes, 'hincrbyfloat');
  return bulk(bytes);
}

/** Sets the field that the second argument names. */
function put(call: Call, value: Uint8Array, event: string): void {
  call.database.findOrMake(call.text(1), 'hash').fields.set(call.text(2), value);
  call.changed('hash', event, call.text(1));
}

function entriesAt(call: Call): readonly (readonly [string, Uint8Array])[] {
  return [...(fieldsToRead(call) ?? [])];
}

function fieldsToRead(call: Call): FieldMap | undefined {
  return call.readAs(call.text(1), 'hash')?.fields;
}

function fieldsAt(call: Call): FieldMap | undefined {
  return call.database.findAs(call.text(1), 'hash')?.fields;
}
