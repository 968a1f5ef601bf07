/** Stories of Pub/Sub: who hears what, and what a listener may still do. */
import { type Program, story } from '../program.ts';

const bare = { bare: true };

export const pubsubStories: readonly Program[] = [
  story(
    'by name, by pattern, and both; in RESP2 and RESP3',
    `
    A subscribe ~news ~mail
    B3 psubscribe ~n* ~?ail
    B3 subscribe ~news
    C publish ~news 1
    C publish ~mail 2
    C publish ~none 3
    C pubsub channels ~*
    C pubsub channels ~n*
    C pubsub channels ~* x
    C pubsub numsub ~news ~none
    C pubsub numsub
    C pubsub numpat
    C pubsub numpat x
    C pubsub foo
    C pubsub
    C3 pubsub help
    A unsubscribe ~news
    C publish ~news 4
    B3 punsubscribe
    C publish ~news 5
    A unsubscribe
    C publish ~news 6`,
    bare,
  ),
  story(
    'a listener in RESP2 may listen, ping and leave; in RESP3 it may do anything',
    `
    A subscribe ~a
    A get ~x
    A publish ~a x
    A multi
    A ping
    A ping x
    A subscribe ~a ~b
    A unsubscribe ~none
    A ssubscribe ~s
    B3 subscribe ~a
    B3 get ~x
    B3 publish ~a me
    B3 ping
    B3 ping x
    A unsubscribe
    A sunsubscribe
    A get ~x`,
    bare,
  ),
  story(
    'who listens to nothing is told so',
    `
    A unsubscribe
    A unsubscribe ~a ~b
    A punsubscribe
    A punsubscribe ~a
    A sunsubscribe
    A3 sunsubscribe ~a
    A subscribe
    A psubscribe
    A ssubscribe`,
    bare,
  ),
  story(
    'shard channels are apart',
    `
    A ssubscribe ~a ~b
    B3 ssubscribe ~a
    C publish ~a x
    C spublish ~a y
    C spublish ~none z
    C pubsub shardchannels
    C pubsub shardchannels ~*
    C pubsub shardchannels ~* x
    C pubsub shardnumsub ~a ~none
    C pubsub shardnumsub
    B3 sunsubscribe ~a
    C spublish ~a w`,
    bare,
  ),
  story(
    'patterns and the characters that mean something',
    `
    A psubscribe ~h[ae]llo ~h?llo ~h*o ~h\\\\*llo ~h[^e]llo ~h[a-c]llo
    B publish ~hello 1
    B publish ~hallo 2
    B publish ~h*llo 3
    B publish ~ho 4
    B publish ~hbllo 5`,
    bare,
  ),
  story(
    'published inside a transaction',
    `
    A subscribe ~a
    B multi
    B publish ~a 1
    B set ~t x
    B publish ~a 2
    B exec`,
    bare,
  ),
];
