/** Bugs in transactions, Pub/Sub and on the wire. */
import type { Bug } from './bug.ts';

const TRANSACTION = 'model/commands/transaction-commands.ts';
const SERVER = 'model/redis-server.ts';
const WRITER = 'protocol/resp-writer.ts';

export const sessionBugs: readonly Bug[] = [
  { said: 'EXEC does not look at watched keys', file: TRANSACTION, text: '  if (spoiled) return NIL_ARRAY;\n', replacement: '' },
  {
    said: 'EXEC runs in spite of a mistake while queuing',
    file: SERVER,
    text: 'if (transaction.isOpen) transaction.isBroken = true;',
    replacement: '',
  },
  {
    said: 'WATCH outlives EXEC',
    file: TRANSACTION,
    text: '  const queued = client.transaction.close();\n  server.forgetWatches(client);',
    replacement: '  const queued = client.transaction.close();',
  },
  {
    said: 'DISCARD keeps the watches',
    file: TRANSACTION,
    text: '  client.transaction.close();\n  server.forgetWatches(client);\n  return OK;',
    replacement: '  client.transaction.close();\n  return OK;',
  },
  {
    said: 'MULTI may be nested',
    file: TRANSACTION,
    text: "  if (client.transaction.isOpen) throw new CommandError('ERR MULTI calls can not be nested');\n",
    replacement: '',
  },
  {
    said: 'a listener in RESP2 may send anything',
    file: SERVER,
    text: 'client.protocol === 2 && client.isListening',
    replacement: 'client.protocol === 1 && client.isListening',
  },
  {
    said: 'a mistaken EXEC leaves the transaction open',
    file: SERVER,
    text: '    transaction.close();\n    this.forgetWatches(client);\n    return new',
    replacement: '    return new',
  },
  { said: 'a set is an array in RESP3', file: WRITER, text: "set: '~'", replacement: "set: '*'" },
  {
    said: 'a map is flat in RESP3',
    file: WRITER,
    text: "    case 'map':\n",
    replacement: "    case 'map':\n      if (protocol === 3) return write({ kind: 'array', items: reply.pairs.flat() }, protocol);\n",
  },
  {
    said: 'an unknown command is quoted in lower case with its arguments unquoted',
    file: 'model/command-table.ts',
    text: "repeated += `'${",
    replacement: 'repeated += `"${',
  },
];
