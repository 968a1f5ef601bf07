/** Stories of transactions: WATCH between several clients, mistakes, and errors that undo nothing. */
import { type Program, story } from '../program.ts';

export const transactionStories: readonly Program[] = [
  story(
    'a conflict does nothing and answers nil',
    `
    A set ~stock 5
    A watch ~stock
    B watch ~stock
    A get ~stock
    B get ~stock
    A multi
    A decr ~stock
    B multi
    B decr ~stock
    A exec
    B exec
    B3 get ~stock`,
  ),
  story(
    'a watch ends with EXEC, whatever comes of it',
    `
    A set ~t 1
    A watch ~t
    A multi
    A get ~t
    A exec
    B set ~t 2
    A multi
    A get ~t
    A exec
    A watch ~t
    B set ~t 3
    A multi
    A exec
    B set ~t 4
    A multi
    A get ~t
    A exec`,
  ),
  story(
    'what counts as a change of a watched key',
    `
    A set ~t 1
    A watch ~t
    A3 set ~t 1
    A multi
    A exec
    A watch ~none
    A del ~none
    A multi
    A exec
    A watch ~t
    B expire ~t 100000
    A multi
    A exec
    A watch ~t
    B expire ~none 100000
    A multi
    A exec
    A watch ~s
    B sadd ~s a
    A multi
    A exec
    A watch ~s
    B sadd ~s a
    A multi
    A exec
    A watch ~s
    B flushdb
    A multi
    A exec
    A watch ~s
    A unwatch
    B sadd ~s a
    A multi
    A exec
    A watch ~s
    A watch ~s ~t
    B srem ~s a
    A multi
    A discard
    B sadd ~s z
    A multi
    A exec`,
  ),
  story(
    'errors: while queuing and while running',
    `
    A exec
    A discard
    A multi
    A multi
    A watch ~a
    A unwatch
    A set ~t x
    A incr ~t
    A lpush ~t y
    A set ~t 2
    A exec
    A multi
    A nosuch
    A exec
    A multi
    A get
    A set ~t 9
    A discard
    A multi
    A set ~t 3
    A exec x
    A get ~t
    A watch
    A multi x
    A discard x
    A unwatch x`,
  ),
  story(
    'RESP3 and an aborted transaction',
    `
    A3 watch ~t
    B set ~t 1
    A3 multi
    A3 get ~t
    A3 exec
    A3 multi
    A3 exec
    A3 multi
    A3 hgetall ~h
    A3 smembers ~s
    A3 get ~none
    A3 exec`,
  ),
];
