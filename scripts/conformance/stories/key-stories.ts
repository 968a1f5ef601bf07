/** Stories of keys and strings: expiry, counters, and every option of SET. */
import { type Program, story } from '../program.ts';

export const keyStories: readonly Program[] = [
  story(
    'a key is gone when its time is over',
    `
    A set ~t x px 40
    A rpush ~l a
    A pexpire ~l 40
    A exists ~t ~l
    wait 120
    A exists ~t ~l
    A ttl ~t
    A pttl ~l
    A persist ~l
    A expire ~l 10`,
  ),
  story(
    'a watched key that expires lets EXEC through; one that is changed does not',
    `
    A set ~t 1 px 30
    A watch ~t
    wait 100
    A multi
    A set ~t 2
    A exec
    A watch ~t
    B set ~t 3
    A multi
    A set ~t 4
    A exec
    A get ~t`,
  ),
  story(
    'what keeps a TTL and what clears it',
    `
    A set ~t 1 ex 100000
    A incr ~t
    A append ~t 0
    A ttl ~t
    A set ~t 2 keepttl
    A ttl ~t
    A set ~t 3
    A ttl ~t
    A setex ~t 100000 4
    A getset ~t 5
    A ttl ~t
    A psetex ~t 100000000 4
    A persist ~t
    A persist ~t
    A expire ~t 100000
    A rename ~t ~u
    A pttl ~u
    A expiretime ~u
    A pexpiretime ~u
    A expiretime ~none
    A pexpiretime ~none
    A getex ~u persist
    A ttl ~u`,
  ),
  story(
    'expiry conditions and impossible times',
    `
    A set ~t 1
    A expire ~t 100000 gt
    A expire ~t 100000 xx
    A expire ~t 100000 lt
    A expire ~t 200000 lt
    A expire ~t 200000 gt
    A expire ~t 100000 nx
    A expire ~t 1 nx xx
    A expire ~t 1 gt lt
    A expire ~t 1 foo
    A expire ~t x
    A expire ~t 9223372036854775807
    A pexpire ~t 9223372036854775807
    A expireat ~t 9223372036854775807
    A pexpireat ~t -9223372036854775808
    A set ~t 1 ex 0
    A set ~t 1 px -5
    A set ~t 1 ex x
    A set ~t 1 ex
    A set ~t 1 ex 9223372036854775807
    A set ~t 1 exat 4102444800
    A set ~t 1 pxat 0
    A setex ~t 0 1
    A setex ~t x 1
    A psetex ~t -1 1
    A getex ~t ex 0
    A getex ~t ex 1 px 1
    A expire ~t 0
    A exists ~t
    A set ~t 1
    A pexpireat ~t 1
    A exists ~t
    A expire ~none 10`,
  ),
  story(
    'SET in all its ways',
    `
    A set ~t 1 nx
    A set ~t 2 nx
    A3 set ~t 2 nx
    A set ~t 2 xx
    A set ~none 2 xx
    A set ~t 3 get
    A set ~none 3 get
    A set ~t 4 nx get
    A set ~t 4 nx xx
    A set ~t 4 keepttl ex 5
    A set ~t 4 ex 5 px 5
    A set ~t 4 foo
    A rpush ~l a
    A set ~l 1 get
    A set ~l 1
    A type ~l`,
  ),
  story(
    'counters at their limits, and text that is none',
    `
    A set ~t 9223372036854775807
    A incr ~t
    A decr ~t
    A set ~t -9223372036854775808
    A decr ~t
    A incrby ~t x
    A decrby ~t x
    A decrby ~t -9223372036854775808
    A set ~t " 1"
    A incr ~t
    A set ~t 01
    A decr ~t
    A incrby ~t 1
    A decrby ~t 1
    A incrbyfloat ~t x
    A set ~f 10.50
    A incrbyfloat ~f 0.1
    A incrbyfloat ~f 5.0e3
    A incrbyfloat ~f inf
    A incrbyfloat ~f -5000.6
    A incrbyfloat ~f 1e400`,
  ),
  story(
    'ranges of text',
    `
    A set ~t "Hello World"
    A getrange ~t 0 4
    A getrange ~t -5 -1
    A getrange ~t 5 1
    A getrange ~none 0 1
    A setrange ~t 6 Redis
    A setrange ~u 3 x
    A setrange ~u -1 x
    A setrange ~none 0 ""
    A setrange ~none 536870912 x
    A strlen ~t
    A append ~t !
    A mset ~a 1 ~b 2
    A mset ~a
    A mset ~a 1 ~b
    A mget ~a ~b ~none ~t
    A msetnx ~a 1 ~c 2
    A msetnx ~c 1 ~d 2
    A msetnx ~c
    A getdel ~c
    A getdel ~c
    A setnx ~c 1
    A setnx ~c 1`,
  ),
  story(
    'keys by name and by turns',
    `
    A mset ~a 1 ~b 2 ~ab 3
    A rpush ~l x
    A keys ~*
    A keys ~?
    A keys ~[^a]
    A keys none
    A scan 0 match ~* count 100
    A scan 0 match ~* count 100 type list
    A scan 0 count 0
    A scan 0 count x
    A scan x
    A scan 0 match
    A scan 0 foo bar
    A3 scan 0 match ~l count 100
    A dbsize
    A randomkey
    A rename ~none ~x
    A rename ~a ~a
    A rename ~a ~b
    A renamenx ~b ~l
    A renamenx ~b ~new
    A renamenx ~none ~x
    A copy ~new ~copied
    A copy ~new ~copied
    A copy ~new ~copied replace
    A copy ~none ~copied
    A copy ~new ~new
    A copy ~new ~copied foo
    A copy ~new ~copied db x
    A copy ~new ~copied db 99
    A object encoding ~l
    A object encoding ~new
    A object encoding ~none
    A object freq ~l
    A object refcount ~l
    A object idletime ~l
    A object
    A object foo ~l
    A object help
    A touch ~new ~none
    A del ~new ~none
    A unlink ~copied ~none
    A exists ~l ~l ~none
    A type ~l
    A type ~none
    A flushdb async
    A flushdb foo
    A dbsize
    A3 randomkey`,
  ),
  story(
    'a number that is shared, and a copy of it that is not',
    `
    A set ~t 1
    A object refcount ~t
    A copy ~t ~u
    A object encoding ~u
    A object refcount ~u
    A copy ~u ~v
    A object refcount ~v
    A incr ~u
    A object refcount ~u
    A rename ~v ~u
    A object refcount ~u
    A set ~t 10000
    A object refcount ~t`,
  ),
  story(
    'MOVE to another database; a key by chance',
    `
    A randomkey
    A set ~t 1 ex 100000
    A move ~t @other
    A exists ~t
    A move ~t @other
    A set ~t 2
    A move ~t @other
    A randomkey
    A move ~t 99
    A move ~t x
    A select @other
    A pttl ~t
    A move ~t @other
    A del ~t`,
    { bare: true },
  ),
];
