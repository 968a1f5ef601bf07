/** Commands about the server: what it says of itself, its clock, waiting for replicas, and emptying it. */
import { bytesOf } from '../../../parts/text.ts';
import { BLOCKED, type Call, type Command } from '../command.ts';
import { parseInteger } from '../number-text.ts';
import { array, bulk, CommandError, EMPTY_ARRAY, integer, OK, type Reply, syntaxError, word } from '../reply.ts';
import { infoText } from '../server-info.ts';

export const serverCommands: readonly Command[] = [
  { name: 'info', arity: -1, flags: [], run: (call) => ({ kind: 'verbatim', text: infoText(call.server, call.texts(1)) }) },
  { name: 'role', arity: 1, flags: [], run: () => array([word('master'), integer(0), EMPTY_ARRAY]) },
  { name: 'acl|whoami', arity: 2, flags: [], run: () => word('default') },
  { name: 'wait', arity: 3, flags: ['blocking'], run: waitForReplicas },
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

/** There are no replicas: who wants some waits until the time is over. */
function waitForReplicas(call: Call): Reply | typeof BLOCKED {
  const wanted = call.integer(1);
  const timeoutMs = parseInteger(call.text(2));
  if (timeoutMs === undefined) throw new CommandError('ERR timeout is not an integer or out of range');
  if (timeoutMs < 0n) throw new CommandError('ERR timeout is negative');
  if (wanted <= 0n || !call.mayBlock) return integer(0);
  const { client, database, server, source } = call;
  const onTimeout = integer(0);
  server.waitingRoom.enter(
    { client, database, keys: [], command: 'WAIT', source, wants: 'replica', attempt: () => undefined, onTimeout },
    Number(timeoutMs) * 1_000,
  );
  return BLOCKED;
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
