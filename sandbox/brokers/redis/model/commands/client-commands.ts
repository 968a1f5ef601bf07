/**
 * CLIENT: what the server tells and keeps about a connection. SETINFO came with 7.2 and is answered as there: every newer client
 * sends it first, and ignores the error that 7.0 answers.
 */

import { binaryBytes } from '../binary-text.ts';
import type { Client } from '../client.ts';
import type { Call, Command } from '../command.ts';
import { bulk, CommandError, integer, NIL, OK, type Reply } from '../reply.ts';

export const clientCommands: readonly Command[] = [
  { name: 'client|id', arity: 2, flags: [], run: (call) => integer(call.client.id) },
  { name: 'client|getname', arity: 2, flags: [], run: getName },
  { name: 'client|setname', arity: 3, flags: [], run: setName },
  { name: 'client|setinfo', arity: 4, flags: [], run: setInfo },
];

/** What a library may say of itself (clientSetinfoCommand in networking.c of 7.2). */
const LIBRARY_FACTS: ReadonlySet<string> = new Set(['LIB-NAME', 'LIB-VER']);

/** Throws when the name has characters that would break the client list. */
export function setClientName(client: Client, name: string): void {
  if (/[^!-~]/.test(name)) throw new CommandError('ERR Client names cannot contain spaces, newlines or special characters.');
  client.name = name;
}

function setName(call: Call): Reply {
  setClientName(call.client, call.text(2));
  return OK;
}

function setInfo(call: Call): Reply {
  const option = call.text(2);
  if (!LIBRARY_FACTS.has(option.toUpperCase())) throw new CommandError(`ERR Unrecognized option '${option}'`);
  if (/[^!-~]/.test(call.text(3))) {
    throw new CommandError(`ERR ${option.toLowerCase()} cannot contain spaces, newlines or special characters.`);
  }
  return OK;
}

function getName({ client }: Call): Reply {
  return client.name === '' ? NIL : bulk(binaryBytes(client.name));
}
