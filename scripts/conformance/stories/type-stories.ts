/** Stories that are written out of the templates of random commands: each command once on a key of every type. */
import fc from 'fast-check';
import { PREFIX, type Program } from '../program.ts';
import { commandOf, type Vocabulary } from '../random/grammar.ts';
import { TEMPLATES } from '../random/templates.ts';
import { vocabulary } from '../random/vocabulary.ts';

const KEY = `${PREFIX}k`;

/** How a key of each type is made. */
const MAKERS: Readonly<Record<string, readonly string[] | null>> = {
  'nothing at all': null,
  'a string': ['set', KEY, 'a'],
  'a list': ['rpush', KEY, 'a'],
  'a hash': ['hset', KEY, 'f', '1'],
  'a set': ['sadd', KEY, 'a'],
  'a sorted set': ['zadd', KEY, '1', 'a'],
  'a stream': ['xadd', KEY, '1-1', 'f', '1'],
};

/** Plain words that no command refuses; whatever stands for a key is the one. */
const PLAIN: Readonly<Record<string, string>> = {
  VALUE: 'a',
  MEMBER: 'a',
  FIELD: 'f',
  N: '1',
  COUNT: '1',
  INCREMENT: '1',
  SCORE: '1',
  MIN: '-inf',
  MAX: '+inf',
  LEXMIN: '-',
  LEXMAX: '+',
  FAR: '100000',
  FAR_AT: '4102444800',
  FAR_AT_MS: '4102444800000',
  ID: '9-9',
  FROM: '-',
  TO: '+',
  AFTER: '0',
  NEXT: '>',
  GROUP: 'g',
  CONSUMER: 'ann',
  IDLE: '0',
  GLOB: `${PREFIX}*`,
};
const words: Vocabulary = Object.fromEntries(Object.keys(vocabulary).map((name) => [name, fc.constant(PLAIN[name] ?? KEY)]));

/** The transactions and the connection have no keys. */
const templates = Object.entries(TEMPLATES).flatMap(([topic, of]) => (topic === 'transaction' || topic === 'connection' ? [] : of));

export const typeStories: readonly Program[] = Object.entries(MAKERS).map(([type, maker]) => ({
  name: `every command on ${type}`,
  clients: [2],
  bare: false,
  steps: templates
    .flatMap((template) => [['del', KEY], ...(maker === null ? [] : [maker]), plainCommand(template)])
    .map((args) => ({ client: 0, args })),
}));

/** Without what may be left out. */
function plainCommand(template: string): readonly string[] {
  const [command] = fc.sample(commandOf(template.replace(/\[[^[\]]*\]/g, ''), words), { seed: 1, numRuns: 1 });
  return command ?? [];
}
