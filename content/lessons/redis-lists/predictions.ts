/** What the reader answers before a run of this lesson, and two questions about earlier ones. */
import type { TraceEvent } from '../../../sandbox/trace/event.ts';
import type { Prediction } from '../../prediction.ts';
import { eventsOf, linesAfter } from '../../story.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'how-often-does-it-ask',
    cell: 'waiting-workers',
    question: 'worker-1 starts at 0 ms. The first mail is put on the list at about 700 ms. How often does worker-1 ask Redis until then?',
    options: [
      {
        id: 'many',
        text: 'Many times: it asks again and again whether something has come',
        wrong: {
          said: 'That is how it is done with RPOP, which answers at once. BRPOP has a B in front, for "blocking": while there is nothing, there is no answer either.',
          leaves: { on: 'console', process: 'shop', text: 'put mail-1' },
          ghost: 'worker-1 asks for the tenth time',
        },
      },
      { id: 'once', text: 'Once, and it waits for the answer' },
      {
        id: 'never',
        text: 'Never: Redis calls the worker when there is something',
        wrong: {
          said: 'Redis has to know who is interested. Without the question it would call nobody.',
          leaves: { on: 'console', process: 'worker-1', text: 'asks for a mail' },
          ghost: 'no question, Redis calls first',
        },
      },
    ],
    answer: (trace) => {
      const put = eventsOf(trace, 'console').find(({ detail }) => detail.text === 'put mail-1')?.sequence ?? 0;
      const asked = eventsOf(trace, 'console').filter(
        ({ process, sequence, detail }) => process === 'worker-1' && sequence < put && detail.text === 'asks for a mail',
      ).length;
      return asked === 1 ? 'once' : asked === 0 ? 'never' : 'many';
    },
    because: 'One question, and the answer comes when there is one. A worker that has nothing to do costs nothing.',
  },
  {
    id: 'what-is-billed-after-a-pop',
    cell: 'popped-and-gone',
    question:
      'Three orders are on the list. The worker takes one, and 100 ms later it writes the invoice. With order-2 in its hands it dies, and 300 ms later it is started again. Which orders get an invoice?',
    options: [
      {
        id: '1, 2, 3',
        text: 'All three: Redis keeps what is not done',
        wrong: {
          said: 'The queue server of the earlier lessons does so, because it waits for an ack. A list of Redis knows no ack. To pop means to take away.',
          leaves: { on: 'processRestarted', process: 'worker' },
          ghost: 'order-2 is on the list again',
        },
      },
      { id: '1, 3', text: 'order-1 and order-3' },
      {
        id: '1',
        text: 'Only order-1: the crash loses what is on the list',
        wrong: {
          said: 'The list is not in the memory of the worker. What nobody has popped yet is safe from its crash.',
          leaves: { on: 'messageDelivered', text: 'order-3' },
          ghost: 'the list is empty',
        },
      },
    ],
    answer: (trace) => ['1', '2', '3'].filter((number) => invoicesFor(trace, `order-${number}`) > 0).join(', '),
    because: 'Between the pop and the invoice an order exists in one place only, and that place is gone.',
  },
  {
    id: 'two-crashes-and-a-list',
    cell: 'kept-on-a-list',
    question:
      'The same orders. The worker dies twice: after it took order-2, before the invoice; and after the invoice for order-3, before LREM. How many invoices do the two orders get?',
    options: [
      {
        id: '1 and 1',
        text: 'One each',
        wrong: {
          said: 'order-2 is rescued, that is right. But the list says only that order-3 was taken, not what has been done with it.',
          leaves: { on: 'console', process: 'worker', text: 'still had order-3' },
          ghost: 'order-3 counts as done',
        },
      },
      { id: '1 and 2', text: 'order-2 one, order-3 two' },
      {
        id: '0 and 1',
        text: 'order-2 none, order-3 one',
        wrong: {
          said: 'So it was with BRPOP. BLMOVE leaves the order in Redis, on another list, and the worker looks there when it comes back.',
          leaves: { on: 'console', process: 'worker', text: 'still had order-2' },
          ghost: 'order-2 is gone',
        },
      },
    ],
    answer: (trace) => `${invoicesFor(trace, 'order-2')} and ${invoicesFor(trace, 'order-3')}`,
    because:
      'The processing list turns "at most once" into "at least once". The price is the same as everywhere: something may be done twice.',
  },
  {
    id: 'two-watchmen-one-order',
    cell: 'two-watchmen',
    question:
      'packer-1 died with order-1. Two watchmen notice it at about the same time. Each looks what is on its list, and puts it back on the list of orders. Redis has one thread and does one command after the other. How often is order-1 packed?',
    options: [
      {
        id: '1',
        text: 'Once: the watchman who comes second finds nothing',
        wrong: {
          said: 'He would, if he looked again. One thread means that each single command is not interrupted. Between two commands of yours there is room for those of everybody else.',
          leaves: { on: 'console', process: 'watchman-2', text: 'sees order-1' },
          ghost: 'the list is empty',
        },
      },
      { id: '2', text: 'Twice: both look before one of them has moved it' },
      {
        id: '0',
        text: 'Never: they get into each other’s way, and one removes what the other one put back',
        wrong: {
          said: 'LREM takes the order off the list of packer-1, not off the list of orders. The second LREM finds nothing, and says so, but nobody listens.',
          leaves: { on: 'console', process: 'packer-2', text: 'took order-1' },
          ghost: 'no order for packer-2',
        },
      },
    ],
    answer: (trace) => `${linesAfter(trace, 'packed order-1').length}`,
    because: 'What was seen may be no longer true when it is acted upon. Look and move must be one step.',
  },
  {
    id: 'four-reminders',
    cell: 'due-times',
    question:
      'Three reminders go into a sorted set, with the times at which they are due: order-1 after 1600 ms, order-2 after 800 ms, order-3 after 1200 ms. For order-4 the shop sets a key that expires after 1000 ms. Which mails go out?',
    options: [
      {
        id: '1, 2, 3',
        text: 'order-1, order-2, order-3: as they were put in',
        wrong: {
          said: 'That would be a list. A sorted set forgets in which order things came. It is sorted by the score, and here the score is the time.',
          leaves: { on: 'console', process: 'mailer', text: 'order-2 is due' },
          ghost: 'order-1 is first',
        },
      },
      {
        id: '2, 4, 3, 1',
        text: 'order-2, order-4, order-3, order-1',
        wrong: {
          said: 'An expiry looks like an alarm clock. But it delivers nothing: when its time has come the key is deleted, without a word to anybody.',
          leaves: { on: 'console', process: 'mailer', text: 'order-3 is due' },
          ghost: 'order-4 is due before it',
        },
      },
      { id: '2, 3, 1', text: 'order-2, order-3, order-1' },
    ],
    answer: (trace) =>
      eventsOf(trace, 'effect')
        .map(({ detail }) => detail.key.replace('buyer of order-', ''))
        .join(', '),
    because: 'The due time is the score, so the earliest is first. Somebody has to look, though: Redis sorts, the mailer asks.',
  },
  {
    id: 'who-still-has-order-2',
    cell: 'delivery/two-lines',
    seed: 4,
    question:
      'From "Take, work, acknowledge": the worker acks, then charges. It dies between the two lines with order-2, and is started again. How many of the four orders are charged, and where is the missing one?',
    options: [
      {
        id: 'all',
        text: 'Four. None is missing',
        wrong: {
          said: 'The server would send it again if the ack were missing. But the ack was the first line.',
          leaves: { on: 'messageDelivered', text: 'order-3' },
          ghost: 'order-2 comes again',
        },
      },
      {
        id: 'on the server',
        text: 'Three. order-2 is still on the server and waits for a worker',
        wrong: {
          said: 'It waited there until the ack. Then the server forgot it, as it was told to.',
          leaves: { on: 'messageDelivered', text: 'order-3' },
          ghost: 'order-2 is next',
        },
      },
      { id: 'nowhere', text: 'Three. order-2 is nowhere any more' },
    ],
    answer: (trace) => {
      if (eventsOf(trace, 'effect').length === 4) return 'all';
      const order2 = eventsOf(trace, 'messagePublished').find(({ detail }) => detail.text === 'order-2')?.messageId;
      return eventsOf(trace, 'messageAcked').some(({ messageId }) => messageId === order2) ? 'nowhere' : 'on the server';
    },
    because: 'Ack first is "at most once". BRPOP is the same: the pop and the ack are one step, before the work.',
  },
  {
    id: 'who-thanks-for-order-5',
    cell: 'shapes/one-queue',
    seed: 3,
    question: 'stock and mail both consume the queue orders. stock has just taken order-5. Who sends the mail for order-5?',
    options: [
      {
        id: 'mail',
        text: 'mail does: it gets each order too',
        wrong: {
          said: 'Then it would be a topic with two groups. In one queue a message is for one consumer.',
          leaves: { on: 'messageDelivered', process: 'stock', text: 'order-5' },
          ghost: 'a copy for mail',
        },
      },
      {
        id: 'later',
        text: 'mail does, as soon as stock has acked it',
        wrong: {
          said: 'An ack does not pass a message on. It says that the message is done and may be forgotten.',
          leaves: { on: 'messageAcked', process: 'stock', text: 'order-5' },
          ghost: 'order-5 goes on to mail',
        },
      },
      { id: 'nobody', text: 'Nobody' },
    ],
    answer: (trace) => (eventsOf(trace, 'effect').some(({ detail }) => detail.key === 'customer of order-5') ? 'mail' : 'nobody'),
    because: 'Competing consumers share. Two jobs for each order need two queues, and with Redis lists two lists.',
  },
];

function invoicesFor(trace: readonly TraceEvent[], order: string): number {
  return eventsOf(trace, 'effect').filter(({ detail }) => detail.key === `invoices/${order}`).length;
}
