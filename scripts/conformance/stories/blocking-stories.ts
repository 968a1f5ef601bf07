/** Stories of blocking commands with several clients: who gets what, and when. */
import { type Program, story } from '../program.ts';

export const blockingStories: readonly Program[] = [
  story(
    'the longest waiter first; what is left stays',
    `
    A blpop ~l 0
    B3 blpop ~l 0
    C lpush ~l x y z
    C lrange ~l 0 -1`,
  ),
  story(
    'keys in the order of the arguments, on timeout nil',
    `
    A rpush ~b 1 2
    A blpop ~a ~b 0
    A3 brpop ~a ~b 0
    A blpop ~a 0.01
    B3 blmove ~a ~b left right 0.01
    A brpoplpush ~a ~b 0.01`,
  ),
  story(
    'timeouts that are none',
    `
    A blpop ~a -1
    A blpop ~a x
    A blpop ~a nan
    A blpop ~a inf
    A blpop ~a 1e2x
    A blpop ~a
    A brpop ~a 99999999999999999
    A brpop ~a x
    A blmove ~a ~b left right x
    A blmove ~a ~b left up 0
    A brpoplpush ~a ~b -0.5
    A brpoplpush ~a ~b x
    A bzpopmin ~a x
    A bzpopmax ~a -1
    A blmpop x 1 ~a left
    A blmpop -1 1 ~a left
    A bzmpop x 1 ~a min`,
  ),
  story(
    'inside MULTI nothing waits',
    `
    A multi
    A blpop ~l 0
    A brpop ~l 0
    A blmove ~l ~m left right 0
    A brpoplpush ~l ~m 0
    A exec
    A3 multi
    A blmpop 0 1 ~l left
    A bzpopmin ~z 0
    A bzpopmax ~z 0
    A bzmpop 0 1 ~z min
    A exec`,
  ),
  story(
    'a waiter is served after EXEC, with what is then there',
    `
    A blpop ~l 0
    B multi
    B lpush ~l a
    B lpush ~l b
    B del ~l
    B exec
    B multi
    B rpush ~l c
    B rpush ~l d
    B exec`,
  ),
  story(
    'a push of another type wakes nobody, and stays',
    `
    A blpop ~l 0
    B set ~l x
    B del ~l
    B sadd ~l x
    B del ~l
    B zadd ~l 1 x
    B del ~l
    B xadd ~l 1-1 f v
    B del ~l
    B rpush ~l a`,
  ),
  story(
    'one wake-up leads to the next',
    `
    A brpop ~c 0
    B blmove ~b ~c left right 0
    C blmove ~a ~b left right 0
    D rpush ~a job`,
  ),
  story(
    'RENAME and COPY onto a key that is waited for',
    `
    A blpop ~l 0
    B rpush ~m a b
    B rename ~m ~l
    A blpop ~k 0
    B copy ~l ~k`,
  ),
  story(
    'a mover whose target is of another type gets the error when the element comes',
    `
    A set ~t x
    A blmove ~l ~t left right 0
    B rpush ~l a
    B lrange ~l 0 -1`,
  ),
  story(
    'what was sent behind a blocking command comes after it',
    `
    A blpop ~l 0
    A lpush ~m 1
    A llen ~m
    B lpush ~m 2
    B rpush ~l a
    B rpush ~m 3
    B lrange ~m 0 -1`,
  ),
  story(
    'sorted sets are waited for too',
    `
    A bzpopmin ~z 0
    B3 bzpopmax ~z ~y 0
    C zadd ~z 1 a 2 b 3 c
    A bzpopmin ~y 0.01
    A bzmpop 0 2 ~z ~y max count 2
    B3 bzmpop 0 1 ~y min
    C zadd ~y 5 e
    A blmpop 0 1 ~l left count 2
    C rpush ~l a b c
    A blmpop 0.01 1 ~none left
    A bzmpop 0.01 1 ~none min
    A set ~t x
    A bzpopmin ~t 0
    A bzpopmax ~t 0`,
  ),
  story(
    'a push in another database wakes nobody here',
    `
    A blpop ~l 0
    B select @other
    B rpush ~l there
    B lrange ~l 0 -1
    B del ~l
    C rpush ~l here`,
  ),
];
