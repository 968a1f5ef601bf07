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
];
