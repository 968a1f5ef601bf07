/** Commands that rename, copy and move whole keys, or exchange whole databases. */
import type { Call, Command } from '../command.ts';
import type { Database } from '../database.ts';
import { putCopy, rename } from '../key-change.ts';
import { parseInteger } from '../number-text.ts';
import { CommandError, integer, OK, type Reply, syntaxError } from '../reply.ts';

export const keyChangeCommands: readonly Command[] = [
  { name: 'rename', arity: 3, flags: ['write'], run: renameAlways },
  { name: 'renamenx', arity: 3, flags: ['write'], run: renameIfFree },
  { name: 'copy', arity: -3, flags: ['write'], run: copy },
  { name: 'move', arity: 3, flags: ['write'], run: move },
  { name: 'swapdb', arity: 3, flags: ['write'], run: swap },
];

function renameAlways(call: Call): Reply {
  const [from, to] = [call.text(1), call.text(2)];
  requireKey(call, from);
  if (from !== to) rename(call, from, to);
  return OK;
}

function renameIfFree(call: Call): Reply {
  const [from, to] = [call.text(1), call.text(2)];
  requireKey(call, from);
  if (call.database.find(to) !== undefined) return integer(0);
  rename(call, from, to);
  return integer(1);
}

function requireKey(call: Call, key: string): void {
  if (call.database.find(key) === undefined) throw new CommandError('ERR no such key');
}

function copy(call: Call): Reply {
  const [from, to] = [call.text(1), call.text(2)];
  let target = call.database;
  let replaces = false;
  for (let index = 3; index < call.args.length; index += 1) {
    if (call.word(index) === 'REPLACE') {
      replaces = true;
    } else if (call.word(index) === 'DB' && index + 1 < call.args.length) {
      index += 1;
      target = databaseAt(call, call.number(index));
    } else {
      throw syntaxError();
    }
  }
  requireApart(target !== call.database || from !== to);
  const value = call.read(from);
  if (value === undefined || (!replaces && target.find(to) !== undefined)) return integer(0);
  const remaining = call.database.remainingMicros(from);
  putCopy(call, value, target, to);
  if (remaining >= 0) target.expireAfter(to, remaining);
  call.tell('generic', 'copy_to', to, target);
  return integer(1);
}

function move(call: Call): Reply {
  const key = call.text(1);
  const target = databaseAt(call, call.number(2));
  requireApart(target !== call.database);
  if (call.database.find(key) === undefined || target.find(key) !== undefined) return integer(0);
  call.database.carry(key, target, key);
  call.server.waitingRoom.signal(target, key);
  call.tell('generic', 'move_from', key);
  call.tell('generic', 'move_to', key, target);
  return integer(1);
}

function swap(call: Call): Reply {
  const [one, other] = [parseInteger(call.text(1)), parseInteger(call.text(2))];
  if (one === undefined) throw new CommandError('ERR invalid first DB index');
  if (other === undefined) throw new CommandError('ERR invalid second DB index');
  const [first, second] = [databaseAt(call, Number(one)), databaseAt(call, Number(other))];
  if (first === second) return OK;
  first.swapWith(second);
  for (const database of [first, second]) call.server.waitingRoom.signalAll(database);
  return OK;
}

function databaseAt(call: Call, index: number): Database {
  const database = call.server.databases[index];
  if (database === undefined) throw new CommandError('ERR DB index is out of range');
  return database;
}

function requireApart(areApart: boolean): void {
  if (!areApart) throw new CommandError('ERR source and destination objects are the same');
}
