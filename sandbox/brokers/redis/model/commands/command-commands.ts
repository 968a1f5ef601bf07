/** COMMAND: what commands there are. Hints, key specifications and documentation are left out. */
import { binaryBytes } from '../binary-text.ts';
import type { Call, Command } from '../command.ts';
import { factsOf } from '../command-facts.ts';
import { keysOf, mayHaveKeys } from '../command-keys.ts';
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

/** That a command has no keys is said before its arguments are counted (getKeysSubcommand in server.c). */
function keys(call: Call): Reply {
  const command = call.server.commands.find(call.args.slice(2));
  const isError = command instanceof CommandError;
  const name = isError ? /^ERR wrong number of arguments for '(.*)' command$/.exec(command.message)?.[1] : command.name;
  if (name === undefined) throw new CommandError('ERR Invalid command specified');
  if (!mayHaveKeys(name)) throw new CommandError('ERR The command has no key arguments');
  if (isError) throw new CommandError('ERR Invalid number of arguments specified for command');
  return array(keysOf(name, call.texts(2)).map((key) => bulk(binaryBytes(key))));
}
