/** What the simulation has: whether a command is in its table, and whether it would be run. */

import { findCommand } from '../../sandbox/brokers/redis/model/command-table.ts';
import { CommandError } from '../../sandbox/brokers/redis/model/reply.ts';

export function isModelled(args: readonly string[]): boolean {
  const found = lookUp(args);
  return !(found instanceof CommandError) || !/^ERR unknown (?:sub)?command/.test(found.message);
}

/** Whether there is a command of that name, with or without a second word. */
export function isKnown(name: string): boolean {
  const found = lookUp([name, 'foo']);
  return !(found instanceof CommandError) || !found.message.startsWith('ERR unknown command');
}

/** Whether it is refused for its count of arguments alone. */
export function isRefused(args: readonly string[]): boolean {
  return lookUp(args) instanceof CommandError;
}

function lookUp(args: readonly string[]) {
  return findCommand(args.map((word) => Buffer.from(word, 'latin1')));
}
