/** The families in which the table tells of commands: by the type of data that they are about, else by what they are for. */
import { factsOf } from '../../sandbox/brokers/redis/model/command-facts.ts';
import { modelledCommands } from './model-source.ts';

/** By category, in the order of the table. */
const FAMILIES: Readonly<Record<string, string>> = {
  list: 'Lists',
  pubsub: 'Pub/Sub',
  stream: 'Streams and groups',
  sortedset: 'Sorted sets',
  hash: 'Hashes',
  set: 'Sets',
  string: 'Strings',
  keyspace: 'Keys',
  transaction: 'Transactions',
  connection: 'Connections',
};
const SERVER = 'The server';
const NONE = 'What is no command';

export const FAMILY_NAMES: readonly string[] = [...Object.values(FAMILIES), SERVER, NONE];

const modelled = new Set(modelledCommands());

/** Of a command as the coverage names it: `client list`. */
export function familyOf(command: string): string {
  const name = command.replace(' ', '|');
  if (!modelled.has(name)) return NONE;
  const { categories } = factsOf(name);
  const found = Object.keys(FAMILIES).find((category) => categories.includes(category));
  return found === undefined ? SERVER : (FAMILIES[found] as string);
}

/** Every family that has a command, with its commands. */
export function byFamily<Value>(entries: readonly (readonly [command: string, Value])[]): Record<string, Record<string, Value>> {
  const families = FAMILY_NAMES.map((family) => [family, entries.filter(([command]) => familyOf(command) === family)] as const);
  return Object.fromEntries(families.filter(([, of]) => of.length > 0).map(([family, of]) => [family, Object.fromEntries(of)]));
}
