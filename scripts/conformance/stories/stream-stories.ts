/** Stories of streams and groups. */
import { type Program, story } from '../program.ts';

export const streamStories: readonly Program[] = [
  story(
    'ids: given, half given, and of the clock',
    `
    A xadd ~x 1-1 f 1
    A xadd ~x 1-1 f 2
    A xadd ~x 1-* f 3
    A xadd ~x 5-* f 4
    A xadd ~x 6 f 5
    A xadd ~x 0-0 f 6
    A xadd ~x 3 f 7
    A xadd ~x x f 7
    A xadd ~x 7-1 f
    A xadd ~x * f 8
    A xadd ~none nomkstream * f 1
    A xadd ~x maxlen
    A xadd ~x maxlen x * f 1
    A xadd ~x maxlen -1 * f 1
    A xadd ~x maxlen ~ 10 limit 5 * f 9
    A xadd ~x maxlen 10 limit 5 * f 9
    A xadd ~x minid 1-1 maxlen 5 * f 9
    A xlen ~x
    A xdel ~x 6 9-9
    A xdel ~x x
    A xadd ~full 18446744073709551615-18446744073709551615 f 1
    A xadd ~full * f 1
    A xadd ~full 18446744073709551615-* f 1
    A xsetid ~x 1-1
    A xsetid ~none 1-1
    A xsetid ~x x
    A xsetid ~full 18446744073709551615-18446744073709551615 entriesadded -1 maxdeletedid 0-1`,
  ),
  story(
    'ranges and reading',
    `
    A xadd ~x 1-1 a 1
    A xadd ~x 2-1 a 2 b 2
    A xadd ~x 3-1 a 3
    A xrange ~x - +
    A xrange ~x (1-1 + count 1
    A xrange ~x 2 2
    A xrange ~x x +
    A xrange ~x - + count x
    A xrange ~x - + foo
    A xrange ~x - + count 0
    A xrange ~x (18446744073709551615-18446744073709551615 +
    A xrevrange ~x + - count 2
    A xrevrange ~x + (2-1
    A xrevrange ~none + -
    A xread streams ~x 1-1
    A3 xread count 1 streams ~x ~none 0 0
    A xread streams ~x $
    A xread streams ~x
    A xread streams ~x 0 0
    A xread count x streams ~x 0
    A xread block x streams ~x 0
    A xread block -1 streams ~x 0
    A xread foo streams ~x 0
    A xread streams ~x >
    A set ~t 1
    A xread streams ~t 0
    A xtrim ~x maxlen 2
    A xtrim ~x minid 3
    A xtrim ~x maxlen x
    A xtrim ~x foo 2
    A xtrim ~x maxlen 1 limit 5
    A xtrim ~x maxlen ~ 0 limit -1
    A xtrim ~none maxlen 1
    A xinfo stream ~x
    A3 xinfo stream ~x
    A xinfo stream ~none
    A xinfo stream ~x full count 1
    A xinfo stream ~x full foo
    A xinfo groups ~none
    A xinfo consumers ~x g
    A xinfo foo
    A xinfo
    A xinfo help`,
  ),
  story(
    'a group: new entries, pending ones, acks',
    `
    A xgroup create ~x g 0
    A xgroup create ~x g 0 mkstream
    A xgroup create ~x g 0
    A xgroup create ~x h $
    A xgroup create ~x i x
    A xadd ~x 1-1 f 1
    A xadd ~x 2-1 f 2
    A xadd ~x 3-1 f 3
    A xreadgroup group g ann count 1 streams ~x >
    B3 xreadgroup group g bob streams ~x >
    A xreadgroup group g ann streams ~x 0
    A xreadgroup group g ann streams ~x >
    A xpending ~x g
    A3 xpending ~x g
    A xpending ~x g - + 10
    A xpending ~x g - + 10 bob
    A xpending ~x g idle 3600000 - + 10
    A xpending ~x none
    A xpending ~x g -
    A xpending ~x g - + x
    A xdel ~x 2-1
    B3 xreadgroup group g bob streams ~x 0
    A xack ~x g 1-1 9-9
    A xack ~x none 1-1
    A xack ~x g x
    A xack ~x g
    A xclaim ~x g ann 0 2-1 3-1
    A xclaim ~x g ann 0 3-1 justid
    A xclaim ~x g ann 0 3-1 retrycount 7 idle 5000
    A xclaim ~x g ann 0 3-1 lastid 9-9
    A xclaim ~x g ann x 3-1
    A xclaim ~x g ann 0 3-1 foo
    A xclaim ~x none ann 0 3-1
    A xclaim ~x g ann 3600000 3-1
    A xclaim ~x g ann 0 1-1 force
    A xautoclaim ~x g bob 0 0
    A3 xautoclaim ~x g bob 0 0 count 1 justid
    A xautoclaim ~x g bob 0 0 count 0
    A xautoclaim ~x g bob x 0
    A xautoclaim ~x g bob 0 x
    A xautoclaim ~x none bob 0 0
    A xautoclaim ~x g bob 0 0 foo
    A xinfo groups ~x
    A3 xinfo groups ~x
    A xinfo consumers ~x g
    A3 xinfo consumers ~x g
    A xinfo consumers ~x none
    A3 xinfo stream ~x full
    A xreadgroup group none ann streams ~x >
    A xreadgroup group g ann streams ~none >
    A xreadgroup group g ann streams ~x $
    A xreadgroup group g ann streams ~x
    A xreadgroup g ann streams ~x >
    A xreadgroup group g ann noack streams ~x >
    A xgroup setid ~x g 0
    A xreadgroup group g dan count 1 noack streams ~x >
    A xpending ~x g - + 10 dan
    A xgroup setid ~x g 0
    A xgroup setid ~x none 0
    A xgroup createconsumer ~x g cleo
    A xgroup createconsumer ~x g cleo
    A xgroup delconsumer ~x g cleo
    A xgroup delconsumer ~x g none
    A xgroup delconsumer ~x none cleo
    A xgroup destroy ~x g
    A xgroup destroy ~x g
    A xgroup foo
    A xgroup create ~x
    A xgroup help`,
  ),
  story(
    'readers that wait',
    `
    A xread block 0 streams ~x $
    B3 xread block 0 count 1 streams ~x ~y $ $
    C xadd ~x 1-1 f 1
    C xadd ~x 2-1 f 2
    C xgroup create ~x g $
    A xreadgroup group g ann block 0 streams ~x >
    B3 xreadgroup group g bob block 0 streams ~x >
    C xadd ~x 3-1 f 3
    C xadd ~x 4-1 f 4
    A xread block 10 streams ~x $
    B3 xreadgroup group g bob block 10 streams ~x >
    A xreadgroup group g ann block 0 streams ~x >
    C xgroup destroy ~x g
    C xgroup create ~x g $
    A xreadgroup group g ann block 0 streams ~x >
    C del ~x
    C xgroup create ~y g $ mkstream
    A xreadgroup group g ann block 0 streams ~y >
    C del ~y
    C set ~y 1`,
  ),
  story(
    'reading again counts; a batch in a transaction wakes once',
    `
    A xgroup create ~x g 0 mkstream
    B xreadgroup group g bob block 0 count 10 streams ~x >
    A multi
    A xadd ~x 1-1 f 1
    A xadd ~x 2-1 f 2
    A xadd ~x 3-1 f 3
    A exec
    B xreadgroup group g bob streams ~x 0
    B xreadgroup group g bob streams ~x 1-1
    A xpending ~x g - + 10`,
  ),
];
