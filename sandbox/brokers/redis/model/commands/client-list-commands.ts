/** CLIENT: who is connected, and what may be done to others. */
import type { Client } from '../client.ts';
import { isOfType, lineOf } from '../client-line.ts';
import type { Call, Command } from '../command.ts';
import { parseInteger } from '../number-text.ts';
import { CommandError, integer, OK, type Reply, syntaxError } from '../reply.ts';
import { wrongSubcommand } from './group-commands.ts';

export const clientListCommands: readonly Command[] = [
  { name: 'client|list', arity: -2, flags: [], run: list },
  { name: 'client|info', arity: 2, flags: [], run: (call) => ({ kind: 'verbatim', text: lineOf(call.client, call.server) }) },
  { name: 'client|no-evict', arity: 3, flags: [], run: spare },
  { name: 'client|unblock', arity: -3, flags: [], run: unblock },
  { name: 'client|kill', arity: -3, flags: [], run: kill },
  { name: 'client|getredir', arity: 2, flags: [], run: () => integer(-1) },
];

function list(call: Call): Reply {
  const fits = call.args.length === 2 ? () => true : listFilter(call);
  const lines = [...call.server.clients].filter(fits).map((client) => lineOf(client, call.server));
  return { kind: 'verbatim', text: lines.join('') };
}

function listFilter(call: Call): (client: Client) => boolean {
  const option = call.word(2);
  if (option === 'TYPE' && call.args.length === 4) return typeFilter(call, 3);
  if (option !== 'ID' || call.args.length === 3) throw syntaxError();
  const ids = new Set(call.texts(3).map((text) => numberOf(text, 'ERR Invalid client ID')));
  return ({ id }) => ids.has(id);
}

function typeFilter(call: Call, index: number): (client: Client) => boolean {
  const type = call.word(index);
  if (!['NORMAL', 'PUBSUB', 'MASTER', 'REPLICA', 'SLAVE'].includes(type)) {
    throw new CommandError(`ERR Unknown client type '${call.text(index)}'`);
  }
  return (client) => isOfType(client, type, call.server);
}

/** Throws when it is no number. */
function numberOf(text: string, complaint: string): number {
  const value = parseInteger(text);
  if (value === undefined) throw new CommandError(complaint);
  return Number(value);
}

function spare(call: Call): Reply {
  const word = call.word(2);
  if (word !== 'ON' && word !== 'OFF') throw syntaxError();
  call.client.isSpared = word === 'ON';
  return OK;
}

function unblock(call: Call): Reply {
  const reason = call.args.length === 3 ? 'TIMEOUT' : call.word(3);
  if (call.args.length > 4) throw wrongSubcommand(call);
  if (reason !== 'TIMEOUT' && reason !== 'ERROR') throw new CommandError('ERR CLIENT UNBLOCK reason should be TIMEOUT or ERROR');
  const id = call.number(2);
  const client = [...call.server.clients].find((other) => other.id === id);
  if (client === undefined) return integer(0);
  const released = call.server.waitingRoom.release(client, ({ onTimeout }) =>
    reason === 'TIMEOUT' ? onTimeout() : { kind: 'error', text: 'UNBLOCKED client unblocked via CLIENT UNBLOCK' },
  );
  return integer(released ? 1 : 0);
}

/** With an address alone, as before there were filters, it is an error when nobody is there. */
function kill(call: Call): Reply {
  if (call.args.length === 3) {
    const address = call.text(2);
    if (killAll(call, ({ outbox }) => outbox.address === address) === 0) throw new CommandError('ERR No such client');
    return OK;
  }
  const filters: ((client: Client) => boolean)[] = [];
  let skipsMe = true;
  for (let index = 2; index < call.args.length; index += 2) {
    if (index + 1 === call.args.length) throw syntaxError();
    if (call.word(index) === 'SKIPME') skipsMe = isYes(call, index + 1);
    else filters.push(killFilter(call, index));
  }
  if (skipsMe) filters.push((client) => client !== call.client);
  return integer(killAll(call, (client) => filters.every((fits) => fits(client))));
}

function isYes(call: Call, index: number): boolean {
  const word = call.word(index);
  if (word !== 'YES' && word !== 'NO') throw syntaxError();
  return word === 'YES';
}

function killFilter(call: Call, index: number): (client: Client) => boolean {
  const text = call.text(index + 1);
  switch (call.word(index)) {
    case 'ID': {
      const complaint = 'ERR client-id should be greater than 0';
      const id = numberOf(text, complaint);
      if (id < 1) throw new CommandError(complaint);
      return (client) => client.id === id;
    }
    case 'TYPE':
      return typeFilter(call, index + 1);
    case 'ADDR':
      return ({ outbox }) => outbox.address === text;
    case 'LADDR':
      return () => text === `127.0.0.1:${call.server.port}`;
    case 'USER':
      if (text !== 'default') throw new CommandError(`ERR No such user '${text}'`);
      return () => true;
    default:
      throw syntaxError();
  }
}

/** Whoever kills itself still gets the answer. */
function killAll(call: Call, fits: (client: Client) => boolean): number {
  const killed = [...call.server.clients].filter(fits);
  for (const client of killed) {
    if (client === call.client) client.outbox.endAfterReply();
    else call.server.kill(client);
  }
  return killed.length;
}
