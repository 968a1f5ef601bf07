/** What the reader answers before a run of this lesson, and two questions about earlier ones. */
import type { TraceEvent } from '../../../sandbox/trace/event.ts';
import type { Prediction } from '../../prediction.ts';
import { eventsOf, linesAfter } from '../../story.ts';
import { replicaPredictions } from './predictions/replica.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'how-many-for-mail-2',
    cell: 'two-groups',
    question:
      'Six orders are added to a stream. It has two groups: in one is stock, in the other are mail-1 and mail-2. How many orders do stock and mail-2 get?',
    options: [
      {
        id: 'all and all',
        text: 'Six each: a stream is read by everybody',
        wrong: {
          said: 'It is read by every group. Within a group an entry goes to one member, as with workers at one list.',
          leaves: { on: 'console', process: 'mail-2', text: 'got order-2' },
          ghost: 'mail-2 gets order-1 too',
        },
      },
      { id: 'all and some', text: 'stock all six, mail-2 some of them' },
      {
        id: 'some and some',
        text: 'Some each: three readers share six orders',
        wrong: {
          said: 'So it would be at a list, or in one group. But the groups are independent: each has its own position in the stream.',
          leaves: { on: 'console', process: 'mail-1', text: 'got order-1' },
          ghost: 'order-1 is with stock already',
        },
      },
    ],
    answer: (trace) => {
      const word = (reader: string) => (gotBy(trace, reader).length === 6 ? 'all' : 'some');
      return `${word('stock')} and ${word('mail-2')}`;
    },
    because: 'Each group gets everything, and its members share. Both of what a list and a channel can do, each by its own name.',
  },
  {
    id: 'a-group-at-the-dollar',
    cell: 'at-the-dollar',
    question:
      'Three orders are in the stream. Then the group stock is made at 0, and the group mail at $. Later come order-4 and order-5. What does mail get?',
    options: [
      {
        id: '1 2 3 4 5',
        text: 'All five: a stream keeps the earlier ones for it',
        wrong: {
          said: 'The stream has them, that is right. But a group begins where it is made. The dollar says: behind everything that there is now.',
          leaves: { on: 'console', process: 'mail', text: 'got order-4' },
          ghost: 'mail begins with order-1',
        },
      },
      { id: '4 5', text: 'order-4 and order-5' },
      {
        id: 'nothing',
        text: 'Nothing: stock has got them already',
        wrong: {
          said: 'What one group has read is still there for all others.',
          leaves: { on: 'console', process: 'mail', text: 'got order-4' },
          ghost: 'order-4 is for stock only',
        },
      },
    ],
    answer: (trace) =>
      gotBy(trace, 'mail')
        .map((order) => order.replace('order-', ''))
        .join(' ') || 'nothing',
    because: '0 is before the first entry, $ is after the last. Choose $ only if the past does not matter to this group.',
  },
  {
    id: 'charged-by-the-rescuer',
    cell: 'idle-not-dead',
    question:
      'worker-1 dies with order-1. worker-2 lives and charges order-2, but today the bank needs 1.8 s for it. A rescuer claims whatever has been pending for a second, and charges it. How often are the two orders charged?',
    options: [
      {
        id: '1 and 1',
        text: 'Once each: only dead workers are idle for a second',
        wrong: {
          said: 'Redis measures how long nothing was heard about an entry. A slow worker is just as silent as a dead one.',
          leaves: { on: 'console', process: 'rescuer', text: 'claimed order-2' },
          ghost: 'order-2 is left to worker-2',
        },
      },
      { id: '1 and 2', text: 'order-1 once, order-2 twice' },
      {
        id: '0 and 1',
        text: 'order-1 never, order-2 once',
        wrong: {
          said: 'So it is with BRPOP. In a group the entry stays pending under the name of the dead worker, and can be claimed.',
          leaves: { on: 'console', process: 'rescuer', text: 'claimed order-1' },
          ghost: 'order-1 is gone with worker-1',
        },
      },
    ],
    answer: (trace) => `${chargesOf(trace, 'order-1')} and ${chargesOf(trace, 'order-2')}`,
    because: 'Idle is not dead. Claiming is a bet, and when it is lost the work is done twice. So it must not mind.',
  },
  ...replicaPredictions,
  {
    id: 'what-trimming-leaves',
    cell: 'trimmed',
    question:
      'The mailer reads and acks eight orders. Then the shop prints the length of the stream, trims it to three, and after that the group statistics begins at 0. What is the length before trimming, and how many orders does statistics see?',
    options: [
      {
        id: '0 and 0',
        text: '0, and none: what is acked is gone',
        wrong: {
          said: 'In the queues of earlier lessons it would be. In a stream an ack is a note in the group, and the entry stays for the others.',
          leaves: { on: 'console', process: 'shop', text: 'entries' },
          ghost: 'the stream is empty',
        },
      },
      {
        id: '8 and 8',
        text: '8, and eight: trimming waits for groups that have not read yet',
        wrong: {
          said: 'Trimming looks at the length and at nothing else. Redis does not know which groups will come, and asks none of those that are there.',
          leaves: { on: 'console', process: 'shop', text: 'after trimming' },
          ghost: 'eight entries, statistics is still missing',
        },
      },
      { id: '8 and 3', text: '8, and three' },
    ],
    answer: (trace) => {
      const counted = /^\d+/.exec(linesAfter(trace, 'statistics acked ')[0] ?? '')?.[0];
      return `${linesAfter(trace, 'entries: ')[0]} and ${counted}`;
    },
    because: 'XACK settles an entry for one group. Only trimming and XDEL make a stream shorter, and they ask nobody.',
  },
  {
    id: 'what-a-restart-leaves',
    cell: 'restart-everysec',
    question:
      'Redis writes what it does to a file, once a second. The shop adds ten orders, one every 400 ms, and gets an id for each. Soon after the last one the computer loses its power. What is in the stream when Redis is back?',
    options: [
      {
        id: 'nothing',
        text: 'Nothing: Redis is a cache, it lives in memory',
        wrong: {
          said: 'It works in memory. But with an append-only file it reads at the start what was written there.',
          leaves: { on: 'console', process: 'look', text: 'left:' },
          ghost: 'the stream is empty',
        },
      },
      {
        id: 'all',
        text: 'All ten: the answer of XADD means that it is stored',
        wrong: {
          said: 'The answer means that it is in the memory of Redis. Whether it is on the disk too depends on a setting, and once a second is not at once.',
          leaves: { on: 'console', process: 'look', text: 'left:' },
          ghost: 'all ten are there',
        },
      },
      { id: 'most', text: 'Most of them. What came in the last second may be missing' },
    ],
    answer: (trace) => {
      const left = linesAfter(trace, 'left: ')[0] ?? '';
      const count = left === 'nothing' ? 0 : left.split(' ').length;
      return count === 0 ? 'nothing' : count === 10 ? 'all' : 'most';
    },
    because:
      'Never and always are both wrong: what survives is a setting. The default of Redis is snapshots, and they lose more than a second.',
  },
  {
    id: 'three-ways-one-crash',
    cell: 'three-ways',
    question:
      'Four sales go through a list, a channel and a stream at the same time. Each of the three readers dies with sale-2 in its hands and is back after 600 ms; sale-3 comes in between. How many sales are done by list, channel and stream?',
    options: [
      { id: '3, 2, 4', text: '3, 2 and 4' },
      {
        id: '3, 3, 4',
        text: '3, 3 and 4',
        wrong: {
          said: 'List and channel both lose what was in the hands of the reader. But the list keeps sale-3 until it is back, and the channel does not.',
          leaves: { on: 'messageDropped' },
          ghost: 'sale-3 waits on the channel',
        },
      },
      {
        id: '4, 2, 4',
        text: '4, 2 and 4',
        wrong: {
          said: 'This reader takes from the list with BRPOP. What it has popped dies with it.',
          leaves: { on: 'console', process: 'list', text: 'got sale-3' },
          ghost: 'list gets sale-2 again',
        },
      },
    ],
    answer: (trace) => ['list', 'channel', 'stream'].map((way) => rowsOf(trace, `by ${way}/`)).join(', '),
    because: 'The list loses what was taken. The channel loses that and what came meanwhile. The stream loses neither.',
  },
  {
    id: 'published-to-nobody',
    cell: 'redis-pubsub/late-listener',
    seed: 5,
    question:
      'From "Publish and subscribe": the shop publishes its first price before any display is there. What happens to this call of PUBLISH?',
    options: [
      {
        id: 'fails',
        text: 'It fails with an error',
        wrong: {
          said: 'For Redis nothing is wrong. It has told everybody who listens, and that was nobody.',
          leaves: { on: 'console', process: 'shop', text: 'lamp 19' },
          ghost: 'an error: no subscriber',
        },
      },
      { id: '0', text: 'It answers 0, and the message is gone' },
      {
        id: 'waits',
        text: 'It waits until somebody subscribes',
        wrong: {
          said: 'PUBLISH never waits. Now or never holds for both sides.',
          leaves: { on: 'messageDropped' },
          ghost: 'the shop waits',
        },
      },
    ],
    answer: (trace) => (linesAfter(trace, 'lamp 19: heard by ')[0] === '0' ? '0' : 'fails'),
    because: 'A channel keeps nothing. A stream would have kept the price for whoever comes.',
  },
  {
    id: 'where-is-order-3-now',
    cell: 'redis-lists/kept-on-a-list',
    seed: 5,
    question:
      'From "Lists": the worker took order-3 with BLMOVE, wrote its invoice, and died before LREM. Where is order-3 until the worker is back?',
    options: [
      {
        id: 'orders',
        text: 'On the list orders again: Redis noticed that the worker is gone',
        wrong: {
          said: 'Redis knows that a connection broke. It does not know that this connection had anything to do with that list.',
          leaves: { on: 'processCrashed', process: 'worker', nth: 2 },
          ghost: 'order-3 goes back to orders',
        },
      },
      { id: 'processing:worker', text: 'On the list processing:worker' },
      {
        id: 'gone',
        text: 'Nowhere: it was in the memory of the worker',
        wrong: {
          said: 'A copy of it was. BLMOVE left another one in Redis.',
          leaves: { on: 'console', process: 'worker', text: 'still had order-3' },
          ghost: 'order-3 is gone',
        },
      },
    ],
    answer: (trace) => {
      const crash = eventsOf(trace, 'processCrashed')[1]?.sequence ?? 0;
      const id = eventsOf(trace, 'messagePublished').find(({ detail }) => detail.text === 'order-3')?.messageId;
      const stored = eventsOf(trace, 'messageStored').filter(({ messageId, sequence }) => messageId === id && sequence < crash);
      return stored.at(-1)?.detail.place ?? 'gone';
    },
    because:
      'It stays on the processing list until somebody looks there. A group of a stream keeps such a list by itself, and knows since when.',
  },
];

function gotBy(trace: readonly TraceEvent[], reader: string): readonly string[] {
  return eventsOf(trace, 'console').flatMap(({ process, detail }) =>
    process === reader && detail.text.startsWith('got ') ? [detail.text.slice(4)] : [],
  );
}

function chargesOf(trace: readonly TraceEvent[], order: string): number {
  return eventsOf(trace, 'effect').filter(({ detail }) => detail.key === order).length;
}

function rowsOf(trace: readonly TraceEvent[], start: string): number {
  return eventsOf(trace, 'effect').filter(({ detail }) => detail.key.startsWith(start)).length;
}
