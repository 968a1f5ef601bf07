/** Stories of lists: what random commands seldom meet. */
import { type Program, story } from '../program.ts';

export const listStories: readonly Program[] = [
  story(
    'both ends, a count, and nothing there',
    `
    A lpush ~l x y z
    A rpush ~l w
    A3 lrange ~l 0 -1
    A lpop ~l
    A rpop ~l 2
    A lpop ~l 5
    A lpop ~l
    A lpop ~l 1
    A3 rpop ~l
    A lpop ~l 0
    A lpop ~l -1
    A lpop ~l x
    A lpop ~l 1 2
    A exists ~l`,
  ),
  story(
    'a list that becomes empty is gone, and its expiry with it',
    `
    A rpush ~l a
    A pexpire ~l 100000
    A lpop ~l
    A rpush ~l b
    A pttl ~l
    A ltrim ~l 1 0
    A type ~l`,
  ),
  story(
    'LSET, LINSERT and LPOS',
    `
    A rpush ~l a b c b
    A lset ~l 1 B
    A lset ~l -1 z
    A lset ~l 9 q
    A lset ~none 0 q
    A lset ~l x q
    A linsert ~l before B 1
    A linsert ~l after B 2
    A linsert ~l after none 2
    A linsert ~none before a 2
    A linsert ~l beside a 2
    A rpush ~l a
    A lpos ~l a
    A lpos ~l a rank -1
    A lpos ~l a count 0
    A lpos ~l a rank 2 count 1 maxlen 3
    A lpos ~l none
    A lpos ~l none count 1
    A lpos ~l a rank 0
    A lpos ~l a count -1
    A lpos ~l a maxlen -1
    A lpos ~l a maxlen
    A lpos ~l a rank -9223372036854775808`,
  ),
  story(
    'moves, also onto the same list, and to a wrong type',
    `
    A rpush ~l a b c
    A lmove ~l ~l left right
    A rpoplpush ~l ~l
    A set ~t 1
    A lmove ~l ~t left right
    A rpoplpush ~l ~t
    A lmove ~none ~t left right
    A lmove ~l ~m up right
    A lmpop 2 ~none ~l left count 2
    A lmpop 1 ~none right
    A lmpop 0 ~l left
    A lmpop 1 ~l middle
    A lmpop 1 ~l left count 0
    A lmpop x ~l left`,
  ),
  story(
    'values are bytes',
    `
    A rpush ~l "\xff\x00 x" ""
    A lrange ~l 0 -1
    A lrem ~l 0 ""
    A lindex ~l 0`,
  ),
];
