/** Commands about the connection itself: HELLO, AUTH, PING and their kin. */

import type { Call, Command } from '../command.ts';
import { parseInteger } from '../number-text.ts';
import { array, bulk, CommandError, integer, OK, type Reply, status, syntaxError, word, wrongArity } from '../reply.ts';
import { REDIS_VERSION } from '../version.ts';
import { setClientName } from './client-commands.ts';

export const connectionCommands: readonly Command[] = [
  { name: 'hello', arity: -1, flags: [], run: hello },
  { name: 'auth', arity: -2, flags: [], run: auth },
  { name: 'ping', arity: -1, flags: ['listening'], run: ping },
  { name: 'echo', arity: 2, flags: [], run: (call) => bulk(call.bytes(1)) },
  { name: 'select', arity: 2, flags: [], run: select },
  { name: 'quit', arity: -1, flags: ['immediate', 'listening'], run: quit },
  { name: 'reset', arity: 1, flags: ['immediate', 'listening'], run: reset },
];

function hello(call: Call): Reply {
  let protocol: number = call.client.protocol;
  if (call.args.length > 1) {
    const asked = parseInteger(call.text(1));
    if (asked === undefined) throw new CommandError('ERR Protocol version is not an integer or out of range');
    if (asked < 2n || asked > 3n) throw new CommandError('NOPROTO unsupported protocol version');
    protocol = Number(asked);
  }
  let index = 2;
  let name: string | undefined;
  while (index < call.args.length) {
    const left = call.args.length - index - 1;
    const option = call.word(index);
    if (option === 'AUTH' && left >= 2) {
      authenticate(call.text(index + 1));
      index += 3;
    } else if (option === 'SETNAME' && left >= 1) {
      name = call.text(index + 1);
      index += 2;
    } else {
      throw new CommandError(`ERR Syntax error in HELLO option '${call.text(index)}'`);
    }
  }
  if (name !== undefined) setClientName(call.client, name);
  call.client.protocol = protocol === 3 ? 3 : 2;
  return {
    kind: 'map',
    pairs: [
      [word('server'), word('redis')],
      [word('version'), word(REDIS_VERSION)],
      [word('proto'), integer(protocol)],
      [word('id'), integer(call.client.id)],
      [word('mode'), word('standalone')],
      [word('role'), word(call.server.isReplica ? 'replica' : 'master')],
      [word('modules'), array([])],
    ],
  };
}

function auth(call: Call): Reply {
  if (call.args.length > 3) throw syntaxError();
  if (call.args.length === 2) {
    throw new CommandError(
      'ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?',
    );
  }
  authenticate(call.text(1));
  return OK;
}

/** The default user has no password and takes any; there is no other user. */
function authenticate(user: string): void {
  if (user !== 'default') throw new CommandError('WRONGPASS invalid username-password pair or user is disabled.');
}

function ping(call: Call): Reply {
  if (call.args.length > 2) throw wrongArity('ping');
  // To a RESP2 client that listens it looks like a message.
  if (call.client.protocol === 2 && call.client.isListening) return array([word('pong'), bulk(call.args[1] ?? new Uint8Array(0))]);
  return call.args.length === 2 ? bulk(call.bytes(1)) : status('PONG');
}

function select(call: Call): Reply {
  const index = call.number(1);
  const database = call.server.databases[index];
  if (database === undefined) throw new CommandError('ERR DB index is out of range');
  call.client.database = database;
  return OK;
}

function quit(call: Call): Reply {
  call.client.outbox.endAfterReply();
  return OK;
}

function reset(call: Call): Reply {
  const { client, server } = call;
  client.transaction.close();
  server.pubsub.leave(client);
  server.forgetWatches(client);
  client.protocol = 2;
  client.name = '';
  client.database = server.database(0);
  return status('RESET');
}
