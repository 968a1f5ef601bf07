/** Commands on hashes. Fields keep the order in which they came, where Redis promises none. */
import { bytesOf } from '../../../parts/text.ts';
import { binaryBytes, binaryText } from '../binary-text.ts';
import { bulkOrNil, type Call, type Command, requirePairs } from '../command.ts';
import { fitsInteger, parseInteger } from '../number-text.ts';
import { bulk, CommandError, integer, type Reply } from '../reply.ts';

export const hashCommands: readonly Command[] = [
  { name: 'hset', arity: -4, flags: ['write'], run: set },
  { name: 'hget', arity: 3, flags: ['readonly'], run: (call) => bulkOrNil(fieldsAt(call)?.get(call.text(2))) },
  { name: 'hgetall', arity: 2, flags: ['readonly'], run: getAll },
  { name: 'hdel', arity: -3, flags: ['write'], run: remove },
  { name: 'hlen', arity: 2, flags: ['readonly'], run: (call) => integer(fieldsAt(call)?.size ?? 0) },
  { name: 'hexists', arity: 3, flags: ['readonly'], run: (call) => integer(fieldsAt(call)?.has(call.text(2)) === true ? 1 : 0) },
  { name: 'hincrby', arity: 4, flags: ['write'], run: increment },
];

function set(call: Call): Reply {
  requirePairs(call, 2, 'hset');
  const key = call.text(1);
  const { fields } = call.database.findOrMake(key, 'hash');
  const before = fields.size;
  for (let index = 2; index < call.args.length; index += 2) fields.set(call.text(index), call.bytes(index + 1));
  call.database.changed(key);
  return integer(fields.size - before);
}

function getAll(call: Call): Reply {
  const pairs = [...(fieldsAt(call) ?? [])].map(([field, value]) => [bulk(binaryBytes(field)), bulk(value)] as const);
  return { kind: 'map', pairs };
}

function remove(call: Call): Reply {
  const removed = call.texts(2).filter((field) => fieldsAt(call)?.delete(field) === true).length;
  if (removed > 0) call.database.changed(call.text(1));
  return integer(removed);
}

function increment(call: Call): Reply {
  const amount = call.integer(3);
  const key = call.text(1);
  const field = call.text(2);
  const old = fieldsAt(call)?.get(field);
  const current = old === undefined ? 0n : parseInteger(binaryText(old));
  if (current === undefined) throw new CommandError('ERR hash value is not an integer');
  const value = current + amount;
  if (!fitsInteger(value)) throw new CommandError('ERR increment or decrement would overflow');
  call.database.findOrMake(key, 'hash').fields.set(field, bytesOf(String(value)));
  call.database.changed(key);
  return integer(value);
}

function fieldsAt(call: Call): Map<string, Uint8Array> | undefined {
  return call.database.findAs(call.text(1), 'hash')?.fields;
}
