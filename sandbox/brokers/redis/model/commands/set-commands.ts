/** Commands on sets. Members keep the order in which they came, where Redis promises none. */
import { binaryBytes } from '../binary-text.ts';
import type { Call, Command } from '../command.ts';
import { bulk, integer, type Reply } from '../reply.ts';

export const setCommands: readonly Command[] = [
  { name: 'sadd', arity: -3, flags: ['write'], run: add },
  { name: 'srem', arity: -3, flags: ['write'], run: remove },
  { name: 'sismember', arity: 3, flags: ['readonly'], run: (call) => integer(membersAt(call)?.has(call.text(2)) === true ? 1 : 0) },
  { name: 'smembers', arity: 2, flags: ['readonly'], run: members },
  { name: 'scard', arity: 2, flags: ['readonly'], run: (call) => integer(membersAt(call)?.size ?? 0) },
];

function add(call: Call): Reply {
  const key = call.text(1);
  const { members: known } = call.database.findOrMake(key, 'set');
  const before = known.size;
  for (const member of call.texts(2)) known.add(member);
  const added = known.size - before;
  if (added > 0) call.database.changed(key);
  return integer(added);
}

function remove(call: Call): Reply {
  const removed = call.texts(2).filter((member) => membersAt(call)?.delete(member) === true).length;
  if (removed > 0) call.database.changed(call.text(1));
  return integer(removed);
}

function members(call: Call): Reply {
  return { kind: 'set', items: [...(membersAt(call) ?? [])].map((member) => bulk(binaryBytes(member))) };
}

function membersAt(call: Call): Set<string> | undefined {
  return call.database.findAs(call.text(1), 'set')?.members;
}
