/** CLIENT: what the server tells and keeps about a connection. SETINFO came with 7.2, so it is unknown here as in 7.0. */

import { binaryBytes } from '../binary-text.ts';
import type { Client } from '../client.ts';
import type { Call, Command } from '../command.ts';
import { bulk, CommandError, integer, NIL, OK, type Reply } from '../reply.ts';

export const clientCommands: readonly Command[] = [
  { name: 'client|id', arity: 2, flags: [], run: (call) => integer(call.client.id) },
  { name: 'client|getname', arity: 2, flags: [], run: getName },
  { name: 'client|setname', arity: 3, flags: [], run: setName },
];

/** Throws when the name has characters that would break the client list. */
export function setClientName(client: Client, name: string): void {
  if (/[^!-~]/.test(name)) throw new CommandError('ERR Client names cannot contain spaces, newlines or special characters.');
  client.name = name;
}

function setName(call: Call): Reply {
  setClientName(call.client, call.text(2));
  return OK;
}

function getName({ client }: Call): Reply {
  return client.name === '' ? NIL : bulk(binaryBytes(client.name));
}
