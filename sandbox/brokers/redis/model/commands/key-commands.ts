/** Commands on keys of any type: delete, look, list them. */
import { binaryBytes } from '../binary-text.ts';
import type { Call, Command } from '../command.ts';
import { encodingOf } from '../encoding.ts';
import { matchesGlob } from '../glob.ts';
import { array, bulk, CommandError, integer, NIL, type Reply, status, word } from '../reply.ts';
import { scanOptions, scanReply } from '../scan.ts';

export const keyCommands: readonly Command[] = [
  { name: 'del', arity: -2, flags: ['write'], run: remove },
  { name: 'unlink', arity: -2, flags: ['write'], run: remove },
  { name: 'exists', arity: -2, flags: ['readonly'], run: exists },
  { name: 'touch', arity: -2, flags: ['readonly'], run: exists },
  { name: 'type', arity: 2, flags: ['readonly'], run: (call) => status(call.read(call.text(1))?.type ?? 'none') },
  { name: 'keys', arity: 2, flags: ['readonly'], run: keys },
  { name: 'scan', arity: -2, flags: ['readonly'], run: scan },
  { name: 'randomkey', arity: 1, flags: ['readonly'], run: randomKey },
  { name: 'object|encoding', arity: 3, flags: ['readonly'], run: encoding },
  { name: 'object|refcount', arity: 3, flags: ['readonly'], run: referenceCount },
  { name: 'object|freq', arity: 3, flags: ['readonly'], run: frequency },
];

function remove(call: Call): Reply {
  const removed = call.texts(1).filter((key) => {
    const wasThere = call.database.remove(key, 'deleted', call.source);
    if (wasThere) call.tell('generic', 'del', key);
    return wasThere;
  });
  return integer(removed.length);
}

/** A key that is named twice counts twice. */
function exists(call: Call): Reply {
  return integer(call.texts(1).filter((key) => call.read(key) !== undefined).length);
}

function keys(call: Call): Reply {
  const pattern = call.text(1);
  const found: Reply[] = [];
  for (const [key] of call.database.entries()) if (matchesGlob(pattern, key)) found.push(bulk(binaryBytes(key)));
  return array(found);
}

function scan(call: Call): Reply {
  const options = scanOptions(call, 1);
  const { entries, cursor } = call.database.page(options.cursor, options.count);
  const fitting = entries.filter(([, { type }]) => options.type === null || type === options.type);
  return scanReply(options, { entries: fitting, cursor }, (key) => [bulk(binaryBytes(key))]);
}

function randomKey({ database, server }: Call): Reply {
  const key = database.anyKey(() => server.environment.random());
  return key === undefined ? NIL : bulk(binaryBytes(key));
}

function encoding(call: Call): Reply {
  const value = call.database.find(call.text(2));
  return value === undefined ? NIL : word(encodingOf(value));
}

/** The numbers below this are kept once and for all (OBJ_SHARED_INTEGERS), and say that nobody counts who refers to them; copies are not (dupStringObject). */
const SHARED_NUMBERS = 10_000;
const UNCOUNTED = 2 ** 31 - 1;

function referenceCount(call: Call): Reply {
  const value = call.database.find(call.text(2));
  if (value === undefined) return NIL;
  const isShared = value.type === 'string' && value.keptAs !== 'copy' && encodingOf(value) === 'int';
  const number = isShared ? Number(new TextDecoder().decode(value.bytes)) : -1;
  return integer(number >= 0 && number < SHARED_NUMBERS ? UNCOUNTED : 1);
}

function frequency(call: Call): Reply {
  if (call.database.find(call.text(2)) === undefined) return NIL;
  throw new CommandError(
    'ERR An LFU maxmemory policy is not selected, access frequency not tracked. Please note that when switching between policies at runtime LRU and LFU data will take some time to adjust.',
  );
}
