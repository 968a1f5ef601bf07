/** Break it: queue, ack after the work, every publish awaited, and still somebody who was told "signed up" gets no mail. */
import type { BreakIt } from '../../../../break-it.ts';

export const breakIt: BreakIt = {
  title: 'Signed up, and never welcomed',
  objectives: ['why-not'],
  processes: [
    { name: 'visitors', file: 'visitors.ts', startAt: 500 },
    { name: 'shop', file: 'shop.ts' },
    { name: 'mailer', file: 'mailer.ts' },
  ],
  brokers: [{ kind: 'fifo', name: 'broker' }],
  network: { latencyMs: [1, 20] },
  faults: [],
  deadlineMs: 10_000,
  eventBudget: 20_000,
  seed: 1,
  promise: 'Whoever is told "You are signed up" gets a welcome mail. Perhaps twice, but never not at all.',
  offers: ['crashAndRestart', 'pause'],
  targets: ['shop', 'mailer'],
  forMs: 500,
  breaks: ['a-mail-for-everybody'],
  solution: { kind: 'crash', process: 'shop', when: { on: 'console', process: 'shop', nth: 1 }, restartAfterMs: 500 },
  harmless: { kind: 'crash', process: 'mailer', when: { on: 'messageDelivered', process: 'mailer', nth: 1 }, restartAfterMs: 500 },
  because:
    'The shop says yes before the queue has the message. In between, the welcome of this customer is only a thought in the memory of the shop, just like a promise that nobody awaits. The mailer may crash wherever it likes: the queue gives it the message again. So hand over first, wait until the queue has the message, and say yes then.',
  hints: [
    'Let the mailer crash. Why does that do no harm?',
    'The queue keeps what it has. What about that which it does not have yet?',
    'The customer is told before the message is in the queue. Let the shop crash between the two.',
    'Let the shop crash right after it has printed the number of a customer.',
  ],
};
