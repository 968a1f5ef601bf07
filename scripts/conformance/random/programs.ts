/** Random programs: sequences of commands of one client, of several, and of listeners and publishers. */
import fc from 'fast-check';
import { PREFIX, type Program, type Step } from '../program.ts';
import type { Protocol } from '../wire/link.ts';
import { commandOf, type Words } from './grammar.ts';
import { LISTENING, PUBLISHING, TEMPLATES, WAITING } from './templates.ts';
import { vocabulary } from './vocabulary.ts';

const LONGEST = 24;

/** Without its count it would draw one by chance. */
const DRAWS = /^(?:spop|[shz]rand)/;

/** In half of the programs there is something to begin with: what meets nothing shows little. */
const FURNISHED: readonly Words[] = [
  ['rpush', `${PREFIX}l1`, 'a', 'b', 'c', 'a'],
  ['set', `${PREFIX}t1`, '1'],
  ['hset', `${PREFIX}h1`, 'f', '1', 'g', 'b'],
  ['sadd', `${PREFIX}s1`, 'a', 'b', 'c'],
  ['sadd', `${PREFIX}s2`, 'b', 'd'],
  ['zadd', `${PREFIX}z1`, '1', 'a', '2', 'b', '3', 'c'],
  ['zadd', `${PREFIX}e1`, '0', 'a', '0', 'b', '0', 'c'],
  ['xadd', `${PREFIX}x1`, '1-1', 'f', '1'],
  ['xadd', `${PREFIX}x1`, '1-2', 'f', '2'],
  ['xadd', `${PREFIX}x1`, '2-1', 'f', '3'],
  ['xgroup', 'create', `${PREFIX}x1`, 'g', '0'],
  ['xreadgroup', 'group', 'g', 'ann', 'count', '2', 'streams', `${PREFIX}x1`, '>'],
];

/** `isModelled` says whether the simulation has the command at all. */
export function randomPrograms(isModelled: (args: Words) => boolean): fc.Arbitrary<Program> {
  const of = (templates: readonly string[]) => commands(templates.filter((template) => isModelled(template.split(' '))));
  const topics = Object.values(TEMPLATES).filter((templates) => templates.some((template) => isModelled(template.split(' '))));
  const anything = fc.oneof(...topics.map(of));
  const waiting = of(WAITING);
  /** A program keeps to one or two topics most of the time, so that its commands meet. */
  const focus = fc.constantFrom(...topics.flatMap((one, index) => [...topics.slice(index).map((other) => [...one, ...other]), one, one]));
  const focused = focus.chain((templates) => fc.constant(of(templates)));
  return fc.oneof(
    { arbitrary: furnished(focused.chain((command) => single(command, waiting))), weight: 6 },
    { arbitrary: furnished(single(anything, waiting)), weight: 1 },
    { arbitrary: furnished(focused.chain((command) => several(command, waiting))), weight: 3 },
    { arbitrary: listeners(of(LISTENING), of(PUBLISHING)), weight: 1 },
  );
}

function furnished(programs: fc.Arbitrary<Program>): fc.Arbitrary<Program> {
  const furniture = FURNISHED.map((args) => ({ client: 0, args }));
  return fc
    .tuple(programs, fc.boolean())
    .map(([program, has]) => (has ? { ...program, steps: [...furniture, ...program.steps] } : program));
}

/** One client, in one go; some of it in transactions. */
function single(command: fc.Arbitrary<Words>, waiting: fc.Arbitrary<Words>): fc.Arbitrary<Program> {
  const transaction = fc
    .array(fc.oneof({ arbitrary: command, weight: 5 }, { arbitrary: waiting, weight: 1 }), { minLength: 1, maxLength: 5 })
    .map((inside) => [['multi'], ...inside, ['exec']]);
  const part = fc.oneof({ arbitrary: command.map((words) => [words]), weight: 12 }, { arbitrary: transaction, weight: 1 });
  return fc.tuple(protocol(), fc.array(part, { minLength: 1, maxLength: LONGEST, size: 'max' })).map(([version, parts]) => ({
    name: 'one client',
    clients: [version],
    bare: false,
    steps: parts.flat().map((args) => ({ client: 0, args })),
  }));
}

/** Two or three clients, one after the other in a fixed order; some of them wait for what others bring. */
function several(command: fc.Arbitrary<Words>, waiting: fc.Arbitrary<Words>): fc.Arbitrary<Program> {
  const transactions = commands(TEMPLATES.transaction ?? []);
  const any = fc.oneof({ arbitrary: command, weight: 6 }, { arbitrary: waiting, weight: 2 }, { arbitrary: transactions, weight: 2 });
  return fc
    .tuple(fc.array(protocol(), { minLength: 2, maxLength: 3 }))
    .chain(([clients]) =>
      fc
        .array(fc.tuple(fc.nat(clients.length - 1), any), { minLength: 2, maxLength: LONGEST, size: 'max' })
        .map((steps) => ({ name: 'several clients', clients, bare: false, steps: steps.map(([client, args]) => ({ client, args })) })),
    );
}

function listeners(listening: fc.Arbitrary<Words>, publishing: fc.Arbitrary<Words>): fc.Arbitrary<Program> {
  const step = fc.oneof(fc.tuple(fc.constantFrom(0, 1), listening), fc.tuple(fc.constant(2), publishing));
  return fc.tuple(protocol(), protocol(), fc.array(step, { minLength: 2, maxLength: LONGEST, size: 'max' })).map(([one, other, steps]) => ({
    name: 'listeners',
    clients: [one, other, 2 as Protocol],
    bare: true,
    steps: steps.map(([client, args]): Step => ({ client, args })),
  }));
}

function commands(templates: readonly string[]): fc.Arbitrary<Words> {
  return fc
    .tuple(fc.oneof(...templates.map((template) => commandOf(template, vocabulary))), fc.nat(60), fc.nat(5))
    .map(([words, slip, at]) => slipped(words, slip, at));
}

/** Now and then a word is forgotten, added, or wrong. */
function slipped(words: Words, slip: number, at: number): Words {
  switch (slip) {
    case 1:
      return words.length > 1 && !DRAWS.test(words[0] ?? '') ? words.slice(0, -1) : words;
    case 2:
      return [...words, 'x'];
    case 3:
      return words.map((word, index) => (index > 1 && index === at ? 'x' : word));
    default:
      return words;
  }
}

function protocol(): fc.Arbitrary<Protocol> {
  return fc.constantFrom<Protocol>(2, 3);
}
