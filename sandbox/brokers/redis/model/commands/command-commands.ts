/** COMMAND: what commands there are. Hints, key specifications and documentation are left out. */
import { binaryBytes } from '../binary-text.ts';
import type { Call, Command } from '../command.ts';
import { factsOf } from '../command-facts.ts';
import { keysOf } from '../command-keys.ts';
import type { CommandTable } from '../command-table.ts';
import { matchesGlob } from '../glob.ts';
import { array, bulk, CommandError, EMPTY_ARRAY, integer, NIL, type Reply, status, syntaxError, word } from '../reply.ts';

export const commandCommands: readonly Command[] = [
  { name: 'command', arity: -1, flags: [], run: infoOfAll },
  { name: 'command|count', arity: 2, flags: [], run: ({ server }) => integer(server.commands.names.length) },
  { name: 'command|list', arity: -2, flags: [], run: list },
  { name: 'command|info', arity: -2, flags: [], run: info },
  { name: 'command|docs', arity: -2, flags: [], run: () => ({ kind: 'map', pairs: [] }) },
  { name: 'command|getkeys', arity: -4, flags: [], run: keys },
];

function infoOfAll({ server }: Call): Reply {
  return array(server.commands.names.map((name) => describe(server.commands, name)));
}

function info(call: Call): Reply {
  const names = call.texts(2).map((name) => name.toLowerCase());
  return names.length === 0 ? infoOfAll(call) : array(names.map((name) => describe(call.server.commands, name)));
}

function describe(commands: CommandTable, name: string): Reply {
  const arity = commands.arityOf(name);
  if (arity === undefined) return NIL;
  const { flags, keys: positions, categories } = factsOf(name);
  return array([
    word(name),
    integer(arity),
    array(flags.map(status)),
    ...positions.map(integer),
    array(categories.map((category) => status(`@${category}`))),
    EMPTY_ARRAY,
    EMPTY_ARRAY,
    array(commands.subcommandsOf(name).map((sub) => describe(commands, sub))),
  ]);
}

/** Subcommands too, unlike the count. */
function list(call: Call): Reply {
  const { commands } = call.server;
  const all = commands.names.flatMap((name) => [name, ...commands.subcommandsOf(name)]);
  if (call.args.length === 2) return array(all.map(word));
  if (call.args.length !== 5 || call.word(2) !== 'FILTERBY') throw syntaxError();
  const wanted = call.text(4).toLowerCase();
  switch (call.word(3)) {
    case 'MODULE':
      return EMPTY_ARRAY;
    case 'ACLCAT':
      return array(all.filter((name) => factsOf(name).categories.includes(wanted)).map(word));
    case 'PATTERN':
      return array(all.filter((name) => matchesGlob(wanted, name)).map(word));
    default:
      throw syntaxError();
  }
}

function keys(call: Call): Reply {
  const args = call.args.slice(2);
  const command = call.server.commands.find(args);
  if (command instanceof CommandError) {
    const isKnown = command.message.startsWith('ERR wrong number');
    throw new CommandError(isKnown ? 'ERR Invalid number of arguments specified for command' : 'ERR Invalid command specified');
  }
  const found = keysOf(command.name, call.texts(2));
  if (found.length === 0) throw new CommandError('ERR The command has no key arguments');
  return array(found.map((key) => bulk(binaryBytes(key))));
}
