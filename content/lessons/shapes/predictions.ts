/** What the reader is asked before the runs of this lesson. */
import type { Prediction } from '../../prediction.ts';
import { eventsOf } from '../../story.ts';
import { ordersOf } from './takers.ts';

const ORDERS = 6;

export const predictions: readonly Prediction[] = [
  {
    id: 'how-many-mails-go-out',
    cell: 'one-queue',
    question: 'The shop sells six orders. stock and mail both consume the queue orders. How many customers get their mail?',
    options: [
      {
        id: 'all',
        text: 'All six: both of them get each order',
        wrong: {
          said: 'It would be so if the queue were a notice board, where everybody reads the same notes. But it is a pile: what one takes, no other finds there.',
          leaves: { on: 'messageAcked', process: 'stock', text: 'order-1' },
          ghost: 'order-1 still waits for mail',
        },
      },
      { id: 'half', text: 'Three: each order goes to one of the two' },
      {
        id: 'none',
        text: 'None: stock was there first and gets them all',
        wrong: {
          said: 'Being first helps for the first order only. After that the server gives the consumers their turns.',
          leaves: { on: 'messageDelivered', process: 'mail', text: 'order-2' },
          ghost: 'order-2 goes to stock too',
        },
      },
    ],
    answer: (trace) => {
      const mails = eventsOf(trace, 'effect').filter(({ detail }) => detail.effect === 'mail').length;
      return mails === ORDERS ? 'all' : mails === 0 ? 'none' : 'half';
    },
    because:
      'A message in a queue goes to one of its consumers. Nothing fails here, so nobody notices: each order just gets half of its work.',
  },
  {
    id: 'what-does-statistics-see',
    cell: 'a-topic',
    question:
      'statistics starts a second after the shop, when some orders are sold already. shop.ts does not mention it. Which orders will it see?',
    options: [
      {
        id: 'none',
        text: 'None, as long as nobody adds it to shop.ts',
        wrong: {
          said: 'A sender that has a list of its readers is natural: that is how we send a mail to a few people. Here the list is on the server, and each reader adds itself.',
          leaves: { on: 'messageRouted', text: 'statistics' },
          ghost: 'no copy for statistics',
        },
      },
      {
        id: 'all',
        text: 'All six: the topic keeps the earlier ones for it',
        wrong: {
          said: 'A topic like this one keeps nothing. It makes its copies at the moment of publishing, for those who have subscribed by then.',
          leaves: { on: 'messageDelivered', process: 'statistics' },
          ghost: 'order-1, order-2 and order-3 come first',
        },
      },
      { id: 'later', text: 'Those that are published after it subscribed' },
    ],
    answer: (trace) => {
      const seen = ordersOf(trace, 'statistics').length;
      return seen === 0 ? 'none' : seen === ORDERS ? 'all' : 'later';
    },
    because: 'The shop publishes once and knows nobody. The server makes a copy for each group that has subscribed up to then.',
  },
  {
    id: 'two-in-the-group-mail',
    cell: 'groups',
    question:
      'mail-1 and mail-2 both subscribe as mail. And stock will stand still for three seconds. How many mails get the six customers in this time?',
    options: [
      {
        id: 'twelve',
        text: 'Twelve: both mail processes get each order',
        wrong: {
          said: '"Group" sounds like a group chat, where everybody reads everything. It is more like a team at one desk: each letter is answered by one of them.',
          leaves: { on: 'messageDelivered', process: 'mail-2' },
          ghost: 'order-1 comes to mail-2 as well',
        },
      },
      { id: 'six', text: 'Six: the two share them' },
      {
        id: 'few',
        text: 'One or two: then all wait for stock',
        wrong: {
          said: 'With one queue for all, a slow reader can hold up the others. Here each group has its own queue, and the copies for stock wait in that of stock.',
          leaves: { on: 'messageDelivered', process: 'mail-1', text: 'order-3' },
          ghost: 'order-3 waits for stock',
        },
      },
    ],
    answer: (trace) => {
      const resumed = eventsOf(trace, 'effect').findLast(({ detail }) => detail.effect === 'row')?.atMicros ?? 0;
      const mails = eventsOf(trace, 'effect').filter(({ detail, atMicros }) => detail.effect === 'mail' && atMicros < resumed).length;
      return mails > ORDERS ? 'twelve' : mails === ORDERS ? 'six' : 'few';
    },
    because:
      'A group gets one copy of each message, and one of its members gets that copy. What happens in another group does not touch it.',
  },
  {
    id: 'how-often-order-3',
    cell: 'fifo/late-packer',
    seed: 6,
    question:
      'From the lesson on the plain queue: Ann and Ben take four orders out of one queue, and Cleo comes when they are done. How often is order-3 packed?',
    options: [
      { id: 'once', text: 'Once' },
      {
        id: 'twice',
        text: 'Twice: by Ann and by Ben',
        wrong: {
          said: 'With a topic and a name for each of them, it would be so. But this is one queue, and what one of them takes is gone for the other.',
          leaves: { on: 'console', text: 'order-4' },
          ghost: 'Ben takes order-3 too',
        },
      },
      {
        id: 'three',
        text: 'Three times: Cleo finds it there as well',
        wrong: {
          said: 'A queue keeps nothing for somebody who comes later. A topic like ours does not either.',
          leaves: { on: 'console', text: 'Cleo packed' },
          ghost: 'Cleo takes order-3',
        },
      },
    ],
    answer: (trace) => {
      const taken = eventsOf(trace, 'console').filter(({ detail }) => detail.text.endsWith(' takes order-3')).length;
      return taken === 1 ? 'once' : taken === 2 ? 'twice' : 'three';
    },
    because: 'Three packers at one queue are competing consumers: point to point. Each order goes to one of them.',
  },
  {
    id: 'through-three-hands',
    cell: 'delivery/three-gaps',
    seed: 2,
    question:
      'From the lesson on acks: worker-1 crashes right after it took an order, worker-2 right after it sent a mail, both before their ack. With this seed order-1 goes through the hands of all three workers, and worker-3 finishes it. How many mails does its buyer get?',
    options: [
      {
        id: '1',
        text: 'One: it was acked once',
        wrong: {
          said: 'It was acked once, and sent twice. A mail that is out does not come back when its worker dies before the ack.',
          leaves: { on: 'effect', process: 'worker-3', text: 'buyer of order-1' },
          ghost: 'no second mail about order-1',
        },
      },
      { id: '2', text: 'Two' },
      {
        id: '3',
        text: 'Three: one from each worker',
        wrong: {
          said: 'worker-1 took the order and died before its work. Taking a message is not yet doing the work.',
          leaves: { on: 'processCrashed', process: 'worker-1' },
          ghost: 'worker-1 sends a mail',
        },
      },
    ],
    answer: (trace) => String(eventsOf(trace, 'effect').filter(({ detail }) => detail.key === 'buyer of order-1').length),
    because:
      'One of the three workers gets the order at a time, but without an ack the next one gets it too. One consumer does not mean one time.',
  },
];
