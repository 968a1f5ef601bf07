/** MULTI, EXEC, DISCARD, WATCH: several commands as one step. */
import { ANSWERED, BLOCKED, Call, type Command } from '../command.ts';
import { array, CommandError, NIL_ARRAY, OK, type Reply, replyOf } from '../reply.ts';

export const transactionCommands: readonly Command[] = [
  { name: 'multi', arity: 1, flags: ['immediate'], run: begin },
  { name: 'exec', arity: 1, flags: ['immediate'], run: execute },
  { name: 'discard', arity: 1, flags: ['immediate'], run: discard },
  { name: 'watch', arity: -2, flags: ['immediate'], run: watch },
  { name: 'unwatch', arity: 1, flags: [], run: unwatch },
];

function begin({ client }: Call): Reply {
  if (client.transaction.isOpen) throw new CommandError('ERR MULTI calls can not be nested');
  client.transaction.isOpen = true;
  return OK;
}

/** An error of one command is its reply only; the others are done all the same. */
function execute({ client, server }: Call): Reply {
  const { isOpen, isBroken, spoiled } = client.transaction;
  if (!isOpen) throw new CommandError('ERR EXEC without MULTI');
  const queued = client.transaction.close();
  server.forgetWatches(client);
  if (isBroken) throw new CommandError('EXECABORT Transaction discarded because of previous errors.');
  if (spoiled) return NIL_ARRAY;
  return array(
    queued.flatMap(({ command, args, source }) => {
      const reply = replyOf(() => command.run(new Call(server, client, args, source, false)));
      if (reply === BLOCKED) throw new Error(`${command.name} blocked inside a transaction.`);
      return reply === ANSWERED ? [] : [reply];
    }),
  );
}

function discard({ client, server }: Call): Reply {
  if (!client.transaction.isOpen) throw new CommandError('ERR DISCARD without MULTI');
  client.transaction.close();
  server.forgetWatches(client);
  return OK;
}

function watch(call: Call): Reply {
  if (call.client.transaction.isOpen) throw new CommandError('ERR WATCH inside MULTI is not allowed');
  for (const key of call.texts(1)) call.database.watchers.add(key, call.client);
  return OK;
}

function unwatch({ client, server }: Call): Reply {
  server.forgetWatches(client);
  return OK;
}
