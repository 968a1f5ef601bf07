/** Which arguments of a command are keys: by their places, by the number of keys that an argument says, or behind STREAMS. */
import type { BinaryText } from './binary-text.ts';
import { factsOf } from './command-facts.ts';

/** Where the number of keys stands that follow it. */
const KEY_COUNTS: Readonly<Record<string, number>> = {
  lmpop: 1,
  zmpop: 1,
  zunion: 1,
  zinter: 1,
  zdiff: 1,
  zintercard: 1,
  sintercard: 1,
  blmpop: 2,
  bzmpop: 2,
  zunionstore: 2,
  zinterstore: 2,
  zdiffstore: 2,
};

/** Whether any call of the command could name a key. */
export function mayHaveKeys(name: string): boolean {
  return factsOf(name).keys[0] > 0 || KEY_COUNTS[name] !== undefined || name.startsWith('xread');
}

/** `args[0]` is the name of a command that has enough arguments. */
export function keysOf(name: string, args: readonly BinaryText[]): readonly BinaryText[] {
  const [first, last, step] = factsOf(name).keys;
  const keys: BinaryText[] = [];
  const end = last < 0 ? args.length + last : last;
  if (first > 0) for (let index = first; index <= end; index += step) keys.push(args[index] as BinaryText);
  const countAt = KEY_COUNTS[name];
  if (countAt !== undefined) keys.push(...args.slice(countAt + 1, countAt + 1 + Number(args[countAt])));
  const streams = name.startsWith('xread') ? args.findIndex((argument) => argument.toUpperCase() === 'STREAMS') : -1;
  if (streams >= 0) keys.push(...args.slice(streams + 1, streams + 1 + (args.length - streams - 1) / 2));
  return keys;
}
