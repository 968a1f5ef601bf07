/** Stories of what is refused seldom: error texts that no usual program meets. */
import { type Program, story } from '../program.ts';

export const refusalStories: readonly Program[] = [
  story(
    'streams: what XADD, XTRIM and XSETID refuse',
    `
    A xadd ~x 5-18446744073709551615 f 1
    A xadd ~x 5-* f 2
    A xadd ~x maxlen 5 minid 1 * f 1
    A xadd ~x limit 5 * f 1
    A xtrim ~x limit 5
    A xtrim ~x limit 0 limit 0
    A xtrim ~x limit 0
    A xtrim ~x limit 0 =
    A xtrim ~x maxlen 1 maxlen 1
    A xtrim ~x maxlen ~ 1 limit x
    A xadd ~y 1-1 f 1
    A xadd ~y 2-1 f 1
    A xsetid ~y 3-1 entriesadded 1 maxdeletedid 1-1
    A xsetid ~y 3-1 entriesadded 5 maxdeletedid 4-1
    A xsetid ~y 1-1 entriesadded 5 maxdeletedid 0-1
    A xsetid ~y 3-1 entriesadded 5 maxdeletedid 2-1
    A xinfo stream ~y
    A xrange ~y - (0-0
    A xrange ~y - (
    A xrevrange ~y (0 -
    A xrevrange ~y + (18446744073709551615-18446744073709551615`,
  ),
  story(
    'streams: what readers and groups refuse',
    `
    A xread group g ann streams ~x >
    A xread noack streams ~x 0
    A xreadgroup streams ~x >
    A xreadgroup count 1 noack streams ~x >
    A xreadgroup count 1 streams ~x 0
    A xreadgroup group g ann count 1 foo streams ~x >
    A xgroup create ~x g 0 mkstream entriesread -2
    A xgroup create ~x g 0 mkstream entriesread -1
    A xgroup create ~x h 0 entriesread x
    A xgroup create ~x h 0 mkstream mkstream mkstream mkstream
    A xgroup setid ~x g 0 entriesread -5
    A xgroup setid ~x g 0 mkstream
    A xautoclaim ~x g ann 0 0 count 576460752303423487
    A xautoclaim ~x g ann 0 0 count 576460752303423488
    A xautoclaim ~x g ann 0 0 count -1
    A xclaim ~x g ann 0 1-1 idle x
    A xclaim ~x g ann 0 1-1 time x
    A xclaim ~x g ann 0 1-1 retrycount x
    A xclaim ~x g ann 0 1-1 retrycount -1
    A xclaim ~x g ann 0 1-1 lastid x
    A xpending ~x g idle x - + 10
    A xinfo stream ~x full count x
    A xinfo stream ~x foo`,
  ),
  story(
    'samples of which too many are asked for',
    `
    A hset ~h f 1
    A hrandfield ~h -9223372036854775808
    A hrandfield ~h 9223372036854775807 withvalues
    A hrandfield ~h -4611686018427387904 withvalues
    A hrandfield ~h x
    A hrandfield ~h 1 foo
    A hrandfield ~h 5 withvalues
    A3 hrandfield ~h 5 withvalues
    A hrandfield ~h
    A hrandfield ~none 5
    A zadd ~z 1 a
    A zrandmember ~z -9223372036854775808
    A zrandmember ~z 9223372036854775807 withscores
    A zrandmember ~z x
    A zrandmember ~z 1 foo
    A zrandmember ~z 5 withscores
    A zrandmember ~z
    A zrandmember ~none 5
    A sadd ~s a
    A srandmember ~s -9223372036854775808
    A srandmember ~s x
    A srandmember ~s
    A srandmember ~none 5
    A set ~t 1
    A hrandfield ~t 1
    A zrandmember ~t 1
    A srandmember ~t 1`,
  ),
  story(
    'COMMAND and its keys',
    `
    A command getkeys ping a
    A command getkeys get a b
    A command getkeys nosuch a
    A command getkeys multi a
    A command getkeys mset ~a 1 ~b 2
    A command getkeys xreadgroup group g ann streams ~x ~y > >
    A command getkeys zunionstore ~z 2 ~a ~b
    A command getkeys subscribe ~a
    A command list filterby pattern x[ac]*
    A command list filterby module none
    A command list filterby aclcat nosuch
    A command list filterby foo x
    A command list foo
    A command info get xgroup nosuch
    A command docs nosuch`,
  ),
  story(
    'empty texts',
    `
    A set ~t ""
    A get ~t
    A append ~t ""
    A getex ~t
    A getset ~t ""
    A getdel ~t
    A append ~none ""
    A rpush ~l "" "" "" "" ""
    A lindex ~l 0
    A lmove ~l ~m left left
    A blmove ~l ~m left left 0
    A rpoplpush ~l ~m
    A lpop ~m
    A rpop ~m`,
  ),
  story(
    'numbers that are none, or too large',
    `
    A set ~t 9223372036854775807
    A incrby ~t 1
    A decrby ~t -1
    A expireat ~t x
    A pexpire ~t 100 x
    A rpush ~l a
    A lindex ~l x
    A lmpop 0 ~l left
    A blmpop 0 0 ~l left
    A bzmpop 0 0 ~z min
    A lmpop 1 ~t left
    A bzmpop 0 1 ~t min
    A zadd ~z 1 a
    A zpopmin ~z -1
    A zpopmax ~z -1
    A zpopmax ~z x
    A zscan ~z 0 foo bar
    A zinterstore ~y x ~z
    A zinterstore ~y 1 ~z foo
    A zunionstore ~y x ~z
    A zunionstore ~y 1 ~z foo
    A zdiffstore ~y x ~z
    A zdiffstore ~y 1 ~z foo
    A zrangestore ~y ~z 0 -1 foo
    A xgroup create ~x g 0 mkstream
    A xgroup setid ~x g x
    A xadd ~x 1-1 f 1
    A xreadgroup group g ann streams ~x x
    A xreadgroup group g ann block x streams ~x >
    A xreadgroup group g ann streams ~x >
    A xgroup delconsumer ~x g ann
    A xtrim ~x maxlen -1`,
  ),
];
