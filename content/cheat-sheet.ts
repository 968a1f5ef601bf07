/** The tables of the cheat sheet: what a reader looks up at work. */

export interface CheatTable {
  /** The part on whose sheet it stands. */
  readonly part: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const cheatTables: readonly CheatTable[] = [
  {
    part: 'why',
    title: 'Queue or call?',
    columns: ['Queue it when', 'Call when'],
    rows: [
      ['the other side may be down while you are up', 'the answer is needed now'],
      ['traffic comes in bursts', 'the call is fast, about 100 ms'],
      ['the work is slow', 'following one request matters more'],
      ['several others want the same event', 'the system is small'],
    ],
  },
  {
    part: 'delivery',
    title: 'Delivery: the order of two lines',
    columns: ['Level', 'Order', 'A crash between the two', 'What the work needs'],
    rows: [
      ['At most once', 'ack, then work', 'The work is never done.', 'Nothing. Loss must be acceptable.'],
      ['At least once', 'work, then ack', 'The work is done again.', 'It must not mind being done twice.'],
      [
        '“Exactly once”',
        'work and a note of it together, then ack',
        'It comes again and is recognised.',
        'A key for each message, kept with the effect.',
      ],
    ],
  },
  {
    part: 'delivery',
    title: 'Shapes',
    columns: ['Shape', 'Who gets a message', 'Use it when'],
    rows: [
      ['Point to point', 'One of the consumers of the queue', 'any worker can do the job'],
      ['Publish and subscribe', 'Every subscriber gets a copy; the producer does not know them', 'several others want to know'],
      [
        'Groups',
        'Every group gets all messages; the members of a group share them',
        'stock and mail both need each order, and each has several workers',
      ],
    ],
  },
  {
    part: 'delivery',
    title: 'When a bounded queue is full',
    columns: ['Policy', 'What happens', 'Fits'],
    rows: [
      ['Block the producer', 'It waits until there is room; the pressure goes upstream.', 'money: nothing may be lost'],
      ['Drop the newest', 'The producer gets an error and may try again later.', 'requests that can be repeated'],
      ['Drop the oldest', 'What waited longest is forgotten.', 'sensors: only the newest value counts'],
      ['Spill to disk', 'It goes on, more slowly, until the disk is full too.', 'rare and long bursts'],
    ],
  },
  {
    part: 'redis',
    title: 'Redis lists: one need, one command',
    columns: ['You want', 'Command', 'Remember'],
    rows: [
      ['put a job in', 'LPUSH list job', 'Nobody has to create the list.'],
      ['wait for a job', 'BRPOP list seconds', 'It is gone from Redis: at most once. 0 seconds means for ever.'],
      ['wait, and keep it', 'BLMOVE list processing:me RIGHT LEFT seconds', 'A processing list for each worker.'],
      ['ack', 'LREM processing:me 1 job', 'After the work.'],
      ['look back after a crash', 'LRANGE processing:me 0 -1', 'First thing at the start. The job may be done already.'],
      ['do it later', 'ZADD set due-time job', 'ZRANGEBYSCORE set 0 now finds it, ZREM says whose it is.'],
      ['look and change in one step', 'one command, or WATCH, look, MULTI … EXEC', 'EXEC answers null when somebody was quicker.'],
    ],
  },
  {
    part: 'redis',
    title: 'Redis Pub/Sub',
    columns: ['Question', 'Answer'],
    rows: [
      ['Who gets a message?', 'Everybody who has subscribed at that moment, each of them all of it.'],
      ['Who shares the work?', 'Nobody. Two subscribers do it twice.'],
      ['What does PUBLISH answer?', 'How many subscriptions it was sent to. 0 is no error, and the message is gone.'],
    ],
  },
  {
    part: 'redis',
    title: 'Redis streams: one need, one command',
    columns: ['You want', 'Command', 'Remember'],
    rows: [
      ['add', 'XADD s MAXLEN ~ 10000 * field value', 'Without MAXLEN it grows for ever.'],
      ['make a group', 'XGROUP CREATE s g 0 MKSTREAM', '0: everything. $: only what comes from now on.'],
      ['read', 'XREADGROUP GROUP g me COUNT 10 BLOCK 2000 STREAMS s >', 'A name of its own for each member.'],
      ['ack', 'XACK s g id', 'After the work. It deletes nothing.'],
      ['what I had before a crash', 'XREADGROUP GROUP g me STREAMS s 0', 'First thing at the start.'],
      ['what others left behind', 'XAUTOCLAIM s g me idle-ms 0', 'Idle is not dead: longer than the longest work.'],
    ],
  },
];
