/** Six kinds of work, each handed on by a call or through a queue: the run shows what each choice does to the customers. */
import type { Exercise } from '../../../../../sandbox/judge/exercise.ts';

export const exercise: Exercise = {
  title: 'Six cases: call or queue?',
  objectives: ['why-not'],
  edits: ['shop.ts'],
  processes: [
    { name: 'customers', file: 'customers.ts', startAt: 600 },
    { name: 'shop', file: 'shop.ts' },
    { name: 'accounts', file: 'accounts.ts' },
    { name: 'catalog', file: 'catalog.ts' },
    { name: 'mailer', file: 'mailer.ts' },
    { name: 'studio', file: 'studio.ts' },
    { name: 'bank', file: 'bank.ts' },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 20] },
  faults: [{ kind: 'crash', process: 'mailer', when: { atMs: 300 }, restartAfterMs: 6000 }],
  deadlineMs: 30_000,
  eventBudget: 50_000,
  seed: 1,
  trials: {
    seeds: 30,
    noCrashes:
      'What is asked is a choice between two ways, and both keep what they are given. That one side is down for a while is part of every run: the mailer crashes.',
  },
  wrong: {
    'everything-queued': {
      said: 'A queue loses nothing, but it answers nothing either. Nobody is logged in, no page has a price, and three customers believe that they own two pieces.',
      fails: ['knows-at-once', 'no-empty-promise'],
    },
    'login-through-a-queue': {
      said: '"We will see to it" is no login. Whoever waits for an answer needs a call.',
      fails: ['knows-at-once'],
    },
    'reserve-later': {
      said: 'Reserving later feels quick at the checkout. But then the shop says yes before it knows, and one customer too many goes home happy.',
      fails: ['no-empty-promise'],
    },
    'mail-in-the-request': {
      said: 'A welcome mail can wait, and here it has to: the mailer is down. By a call it is lost.',
      fails: ['every-mail-sent'],
    },
    'video-in-the-request': {
      said: 'Nobody waits three seconds for a page, and the supplier need not be there when the film is ready.',
      fails: ['nobody-waits-in-vain'],
    },
    'settle-by-calls': {
      said: 'Twelve calls at once are more than the bank takes. In a queue they wait for their turn.',
      fails: ['every-order-settled'],
    },
  },
  hints: [
    'For each case, ask first: does somebody stand there who cannot go on without the answer?',
    'Who needs an answer: the one who logs in, the one who looks at a price, the one who is about to pay for the last piece.',
    'For the others, look at the other side: the mailer is down for six seconds, the film takes three, and the bank takes three orders at a time.',
    'Call for login, price and reserve. The other three can wait in a queue.',
  ],
};
