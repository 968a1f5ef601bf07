/** Twelve orders: two mail processes share them, and two other teams want to see all of them without asking the shop. */
import type { Exercise } from '../../../../../sandbox/judge/exercise.ts';

export const exercise: Exercise = {
  title: 'One topic, two mail processes, and teams that nobody told you about',
  objectives: ['shape-pubsub', 'shape-group'],
  edits: ['shop.ts', 'mail.ts'],
  processes: [
    { name: 'shop', file: 'shop.ts', startAt: 1000 },
    { name: 'mail-1', file: 'mail.ts', env: { WORKER: 'mail-1' } },
    { name: 'mail-2', file: 'mail.ts', startAt: 200, env: { WORKER: 'mail-2' } },
    { name: 'statistics', file: 'team.ts', startAt: 100, env: { TEAM: 'statistics' } },
    { name: 'fraud', file: 'team.ts', startAt: 300, env: { TEAM: 'fraud' } },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 20] },
  faults: [{ kind: 'pause', process: 'mail-1', when: { atMs: 1250 }, forMs: 700 }],
  deadlineMs: 20_000,
  eventBudget: 50_000,
  seed: 1,
  trials: {
    seeds: 40,
    noCrashes:
      'No process crashes here: what a crash does to a message was the subject of the lesson on acks. One of the two stands still for a while instead.',
  },
  wrong: {
    'copies-by-hand': {
      said: 'A copy for each reader that the shop knows works until there is one that it does not know. The team behind fraud got nothing.',
      fails: ['teams-see-everything'],
    },
    'a-name-for-each': {
      said: 'With a name of its own each mail process is a group of its own, and a group gets every order. Members share only under one name.',
      fails: ['no-mail-twice'],
    },
    'every-second-one': {
      said: 'A group is no broadcast to its members. Each order comes to one of them, and whoever acks it without work throws it away.',
      fails: ['every-customer-thanked'],
    },
    'in-their-group': {
      said: 'A name that somebody else uses already makes you a member of their group. You take orders away from each other.',
      fails: ['every-customer-thanked', 'both-work', 'teams-see-everything'],
    },
    'consume-the-topic': {
      said: 'The topic is no queue: it keeps nothing. The queue orders is another thing, and nobody puts anything into it.',
      fails: ['sends-mails', 'every-customer-thanked', 'both-work'],
    },
    'never-acks': {
      said: 'The server gives a consumer the next message when the last one is acked. Each of the two got one order, never acked it, and waits for ever.',
      fails: ['every-customer-thanked', 'both-work'],
    },
  },
  hints: [
    'The shop must not name its readers. What can it publish to that copies for whoever subscribed?',
    "In shop.ts: broker.topic<string>('orders'), and one publish for each order.",
    'The two mail processes should share the orders. So to the server they must be one and the same reader: one group.',
    "In mail.ts: const orders = await broker.topic<string>('orders').subscribe('mail'). Then go through its messages with for await: thank, then ack.",
  ],
};
