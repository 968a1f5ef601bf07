/** The command table: every command by its name. A new data type adds one file of commands and one line here. */
import { binaryText } from './binary-text.ts';
import { type Command, matchesArity } from './command.ts';
import { blockingListCommands } from './commands/blocking-list-commands.ts';
import { clientCommands } from './commands/client-commands.ts';
import { clientListCommands } from './commands/client-list-commands.ts';
import { commandCommands } from './commands/command-commands.ts';
import { configCommands } from './commands/config-commands.ts';
import { connectionCommands } from './commands/connection-commands.ts';
import { expiryCommands } from './commands/expiry-commands.ts';
import { groupCommands } from './commands/group-commands.ts';
import { hashCommands } from './commands/hash-commands.ts';
import { hashSampleCommands } from './commands/hash-sample-commands.ts';
import { keyChangeCommands } from './commands/key-change-commands.ts';
import { keyCommands } from './commands/key-commands.ts';
import { listCommands } from './commands/list-commands.ts';
import { listSearchCommands } from './commands/list-search-commands.ts';
import { pendingCommands } from './commands/pending-commands.ts';
import { pubsubCommands } from './commands/pubsub-commands.ts';
import { replicationCommands } from './commands/replication-commands.ts';
import { serverCommands } from './commands/server-commands.ts';
import { setAlgebraCommands } from './commands/set-algebra-commands.ts';
import { setCommands } from './commands/set-commands.ts';
import { sortedSetAlgebraCommands } from './commands/sorted-set-algebra-commands.ts';
import { sortedSetCommands } from './commands/sorted-set-commands.ts';
import { sortedSetPopCommands } from './commands/sorted-set-pop-commands.ts';
import { sortedSetRangeCommands } from './commands/sorted-set-range-commands.ts';
import { sortedSetSampleCommands } from './commands/sorted-set-sample-commands.ts';
import { streamCommands } from './commands/stream-commands.ts';
import { streamInfoCommands } from './commands/stream-info-commands.ts';
import { streamReadCommands } from './commands/stream-read-commands.ts';
import { stringChangeCommands } from './commands/string-change-commands.ts';
import { stringCommands } from './commands/string-commands.ts';
import { transactionCommands } from './commands/transaction-commands.ts';
import { CommandError, wrongArity } from './reply.ts';

const TABLE = new Map<string, Command>(
  [
    ...connectionCommands,
    ...clientCommands,
    ...clientListCommands,
    ...serverCommands,
    ...replicationCommands,
    ...configCommands,
    ...commandCommands,
    ...keyCommands,
    ...keyChangeCommands,
    ...expiryCommands,
    ...stringCommands,
    ...stringChangeCommands,
    ...listCommands,
    ...listSearchCommands,
    ...blockingListCommands,
    ...setCommands,
    ...setAlgebraCommands,
    ...hashCommands,
    ...hashSampleCommands,
    ...sortedSetCommands,
    ...sortedSetRangeCommands,
    ...sortedSetPopCommands,
    ...sortedSetAlgebraCommands,
    ...sortedSetSampleCommands,
    ...streamCommands,
    ...streamReadCommands,
    ...groupCommands,
    ...pendingCommands,
    ...streamInfoCommands,
    ...pubsubCommands,
    ...transactionCommands,
  ].map((command) => [command.name, command]),
);

/** Commands that are found by their first two words. */
const CONTAINERS: ReadonlySet<string> = new Set(
  [...TABLE.keys()].filter((name) => name.includes('|')).map((name) => name.split('|')[0] as string),
);

/** How much of a mistaken command its error repeats, in characters (processCommand in server.c). */
const REPEATED_CHARACTERS = 128;

/** The command that the arguments name, if there are enough of them; otherwise the error to answer. */
export function findCommand(args: readonly Uint8Array[]): Command | CommandError {
  const typed = binaryText(args[0] as Uint8Array);
  const name = typed.toLowerCase();
  const isContainer = CONTAINERS.has(name);
  const sub = isContainer && args[1] !== undefined ? binaryText(args[1]) : undefined;
  const isSub = isContainer && (sub !== undefined || !TABLE.has(name));
  if (isSub && sub === undefined) return wrongArity(name);
  const command = TABLE.get(isSub ? `${name}|${sub?.toLowerCase()}` : name);
  if (command !== undefined) return matchesArity(command, args.length) ? command : wrongArity(command.name);
  return isContainer ? unknownSubcommand(name, sub as string) : unknownCommand(typed, args.slice(1).map(binaryText));
}

/** The table as commands see it that tell of commands. */
export interface CommandTable {
  /** Without subcommands. */
  readonly names: readonly string[];
  /** By their full names: `client|list`. */
  subcommandsOf(name: string): readonly string[];
  /** Undefined when there is no such command. */
  arityOf(name: string): number | undefined;
  find(args: readonly Uint8Array[]): Command | CommandError;
}

export const COMMAND_TABLE: CommandTable = {
  names: [...new Set([...TABLE.keys()].map((name) => name.split('|')[0] as string))],
  subcommandsOf: (name) => [...TABLE.keys()].filter((other) => other.startsWith(`${name}|`)),
  arityOf: (name) => TABLE.get(name)?.arity ?? (CONTAINERS.has(name) ? -2 : undefined),
  find: findCommand,
};

function unknownCommand(typed: string, rest: readonly string[]): CommandError {
  let repeated = '';
  for (const argument of rest) {
    if (repeated.length >= REPEATED_CHARACTERS) break;
    repeated += `'${argument.slice(0, REPEATED_CHARACTERS - repeated.length)}' `;
  }
  return new CommandError(oneLine(`ERR unknown command '${typed.slice(0, REPEATED_CHARACTERS)}', with args beginning with: ${repeated}`));
}

function unknownSubcommand(name: string, typed: string): CommandError {
  return new CommandError(oneLine(`ERR unknown subcommand '${typed.slice(0, REPEATED_CHARACTERS)}'. Try ${name.toUpperCase()} HELP.`));
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]/g, ' ');
}
