/** Commands about the server: what it says of itself, its clock, and emptying it. */
import { bytesOf } from '../../../parts/text.ts';
import type { Call, Command } from '../command.ts';
import { array, bulk, integer, OK, type Reply, syntaxError, word } from '../reply.ts';
import { infoText } from '../server-info.ts';

export const serverCommands: readonly Command[] = [
  { name: 'info', arity: -1, flags: [], run: (call) => ({ kind: 'verbatim', text: infoText(call.server, call.texts(1)) }) },
  { name: 'acl|whoami', arity: 2, flags: [], run: () => word('default') },
  { name: 'time', arity: 1, flags: [], run: time },
  { name: 'dbsize', arity: 1, flags: ['readonly'], run: (call) => integer(call.database.size) },
  { name: 'flushdb', arity: -1, flags: ['write'], run: flushDatabase },
  { name: 'flushall', arity: -1, flags: ['write'], run: flushAll },
];

function time({ server }: Call): Reply {
  const micros = Math.floor(server.environment.epochMs * 1000 + server.environment.nowMicros());
  const seconds = Math.floor(micros / 1_000_000);
  return array([bulk(bytesOf(String(seconds))), bulk(bytesOf(String(micros - seconds * 1_000_000)))]);
}

function flushDatabase(call: Call): Reply {
  requireFlushMode(call);
  call.database.clear('deleted', call.source);
  return OK;
}

function flushAll(call: Call): Reply {
  requireFlushMode(call);
  for (const database of call.server.databases) database.clear('deleted', call.source);
  return OK;
}

function requireFlushMode(call: Call): void {
  const isMode = call.args.length === 2 && (call.word(1) === 'ASYNC' || call.word(1) === 'SYNC');
  if (call.args.length !== 1 && !isMode) throw syntaxError();
}
