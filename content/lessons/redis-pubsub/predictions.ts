/** What the reader answers before a run of this lesson, and two questions about earlier ones. */
import type { Prediction } from '../../prediction.ts';
import { delivered, eventsOf, linesAfter } from '../../story.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'what-the-late-display-shows',
    cell: 'late-listener',
    question:
      'Every 400 ms the shop publishes a price: 19, 18, 17, 16, 15. display-1 subscribes after the first one, display-2 after the third. What does display-2 show?',
    options: [
      {
        id: '19 18 17 16 15',
        text: 'All five: first those that it missed, then the new ones',
        wrong: {
          said: 'A queue would have kept them. A channel keeps nothing: it passes on what comes to those who are there at that moment.',
          leaves: { on: 'messageDelivered', process: 'display-2', text: 'lamp 16' },
          ghost: 'first come 19, 18 and 17',
        },
      },
      {
        id: '17 16 15',
        text: '17, 16, 15: the last price and what comes after it',
        wrong: {
          said: 'It would be useful if a new listener got the latest message. But not even that one is kept.',
          leaves: { on: 'messageDelivered', process: 'display-2', text: 'lamp 16' },
          ghost: 'first comes 17',
        },
      },
      { id: '16 15', text: '16 and 15' },
    ],
    answer: (trace) =>
      eventsOf(trace, 'console')
        .flatMap(({ process, detail }) => (process === 'display-2' ? [detail.text.replace('shows lamp ', '')] : []))
        .join(' '),
    because: 'Now or never: whoever has subscribed when the message is published gets it, and nobody else ever will.',
  },
  {
    id: 'how-many-mails-from-a-channel',
    cell: 'two-mailers',
    question:
      'One mailer is too slow, so there are two. Both subscribe to the channel orders. The shop publishes four orders. How many mails go out?',
    options: [
      {
        id: '4',
        text: 'Four: the two share the work',
        wrong: {
          said: 'Two workers at one list share. Two subscribers of one channel do not: each of them asked for everything.',
          leaves: { on: 'messageDelivered', process: 'mailer-2', text: 'order-1' },
          ghost: 'order-1 is for mailer-1 only',
        },
      },
      { id: '8', text: 'Eight: both get every order' },
      {
        id: 'some',
        text: 'It depends on which of them is free',
        wrong: {
          said: 'A channel does not look who is free. It sends a copy to each subscriber, at once.',
          leaves: { on: 'messageDelivered', process: 'mailer-2', text: 'order-1' },
          ghost: 'mailer-2 is busy and is left out',
        },
      },
    ],
    answer: (trace) => {
      const mails = eventsOf(trace, 'effect').length;
      return mails === 4 || mails === 8 ? `${mails}` : 'some';
    },
    because: 'A channel is for telling, not for sharing. A second subscriber is a second audience.',
  },
  {
    id: 'a-moment-without-connection',
    cell: 'a-gap',
    question:
      'Ten prices come, one every 60 ms. After the third one the connection of the display breaks. ioredis connects and subscribes again by itself. How many prices does the display show?',
    options: [
      {
        id: 'all',
        text: 'Ten. Redis sends what it could not deliver',
        wrong: {
          said: 'That would need a place where Redis keeps it, and a name for the display under which it could come back. A channel has neither.',
          leaves: { on: 'messageDropped' },
          ghost: 'this price waits for the display',
        },
      },
      {
        id: 'three',
        text: 'Three. After the break it hears nothing',
        wrong: {
          said: 'With many clients that is so: one has to subscribe again after each break. ioredis does it for you.',
          leaves: { on: 'listenStarted', process: 'display', nth: 2 },
          ghost: 'connected, and not subscribed',
        },
      },
      { id: 'some', text: 'Some are missing, then it goes on' },
    ],
    answer: (trace) => {
      const shown = linesAfter(trace, 'shows price-').length;
      return shown === 10 ? 'all' : shown === 3 ? 'three' : 'some';
    },
    because: 'What was published while the display was away is gone. The client repairs the connection, not the gap.',
  },
  {
    id: 'which-mail-leaves-first',
    cell: 'redis-lists/waiting-workers',
    seed: 6,
    question:
      'From the lesson on lists: LPUSH puts mail-3, mail-4 and mail-5 on an empty list, in one command. worker-1 waits there in BRPOP. Which mail does it get?',
    options: [
      {
        id: 'mail-5',
        text: 'mail-5: it was put in last, so it is in front',
        wrong: {
          said: 'It is at the left end, that is right. But BRPOP takes from the right, where the oldest is.',
          leaves: { on: 'messageDelivered', text: 'mail-3' },
          ghost: 'mail-5 leaves first',
        },
      },
      { id: 'mail-3', text: 'mail-3' },
      {
        id: 'all',
        text: 'All three: it is the only one who waits',
        wrong: {
          said: 'One BRPOP takes one element. The others stay on the list for whoever asks next.',
          leaves: { on: 'messageDelivered', text: 'mail-4' },
          ghost: 'mail-4 is with worker-1 already',
        },
      },
    ],
    answer: (trace) => {
      const texts = new Map(eventsOf(trace, 'messagePublished').map(({ messageId, detail }) => [messageId, detail.text]));
      return texts.get(delivered(trace)[2]) ?? '';
    },
    because: 'In on the left, out on the right: the oldest leaves first, also when several come in one command.',
  },
  {
    id: 'rows-and-mails-in-all',
    cell: 'delivery/lost-ack',
    seed: 3,
    question:
      'From "Take, work, acknowledge": three orders, and one ack is lost on its way. For each delivery the worker adds a row with the order as its key, unless there is one, and sends a mail. How many rows and mails are there in the end?',
    options: [
      {
        id: '3 and 3',
        text: '3 rows and 3 mails',
        wrong: {
          said: 'Without the ack the server has to deliver that order again, although everything was done.',
          leaves: { on: 'messageRequeued' },
          ghost: 'the order counts as done',
        },
      },
      { id: '3 and 4', text: '3 rows and 4 mails' },
      {
        id: '4 and 4',
        text: '4 rows and 4 mails',
        wrong: {
          said: 'The row has a key. The second time it is there already, and nothing is added.',
          leaves: { on: 'messageDelivered', nth: 3 },
          ghost: 'a fourth row',
        },
      },
    ],
    answer: (trace) => {
      const count = (effect: string) => eventsOf(trace, 'effect').filter(({ detail }) => detail.effect === effect).length;
      return `${count('row')} and ${count('mail')}`;
    },
    because:
      'At least once, with work that does not mind in one half and does in the other. A channel is the opposite: at most once, for everybody.',
  },
];
