/** What the simulation has: whether a command is in its table. */

import { findCommand } from '../../sandbox/brokers/redis/model/command-table.ts';
import { CommandError } from '../../sandbox/brokers/redis/model/reply.ts';

export function isModelled(args: readonly string[]): boolean {
  const found = findCommand(args.map((word) => Buffer.from(word, 'latin1')));
  return !(found instanceof CommandError) || !/^ERR unknown (?:sub)?command/.test(found.message);
}
