/** Orders and prices, both on channels: one of the two does not belong there. */
import type { Exercise } from '../../../../../sandbox/judge/exercise.ts';

export const exercise: Exercise = {
  title: 'Orders and prices',
  objectives: ['redis-pubsub'],
  edits: ['shop.ts', 'packer.ts', 'display.ts'],
  processes: [
    { name: 'shop', file: 'shop.ts' },
    { name: 'packer-1', file: 'packer.ts', startAt: 1000, env: { PACKER: 'packer-1' } },
    { name: 'packer-2', file: 'packer.ts', startAt: 1300, env: { PACKER: 'packer-2' } },
    { name: 'display-1', file: 'display.ts', env: { DISPLAY: 'display-1' } },
    { name: 'display-2', file: 'display.ts', env: { DISPLAY: 'display-2' } },
  ],
  brokers: [{ kind: 'redis' }],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 20_000,
  eventBudget: 10_000,
  seed: 1,
  trials: {
    seeds: 50,
    noCrashes:
      'Nobody crashes here: it is about who gets an order and who is not there yet. What a crash does to a popped order was asked in the lesson on lists.',
  },
  wrong: {
    'everything-on-lists': {
      said: 'A list shares. That is right for the orders. But each display needs every price, and from one list each price goes to one of them.',
      fails: ['every-display'],
    },
    'remembers-what-was-packed': {
      said: 'A key keeps an order from being packed twice. It does not bring back an order that was published while nobody listened.',
      fails: ['no-order-lost'],
    },
    'only-one-subscribes': {
      said: 'One subscriber packs nothing twice. But it was not there for the first orders, and the other packer has nothing to do.',
      fails: ['no-order-lost'],
    },
    'waits-for-a-listener': {
      said: 'Now no order is lost. But as soon as both packers listen, both get each order: two subscribers do not share.',
      fails: ['no-order-twice'],
    },
    'a-list-for-each-packer': {
      said: 'A list for each packer is a copy for each. Both pack every order.',
      fails: ['no-order-twice'],
    },
  },
  hints: [
    'Ask of each of the two: who needs it? And what if nobody is there at that moment?',
    'An order is for one packer, and must wait until one is there. A price is for every display, now.',
    'Put the orders on a list: lpush in the shop, and a loop with brpop in the packer. The prices are fine as they are.',
  ],
};
