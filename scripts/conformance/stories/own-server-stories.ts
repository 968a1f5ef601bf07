/** Stories for a server that nobody else uses: what changes its settings, empties it, or ends the connections of others. */
import { type Program, story } from '../program.ts';

const bare = { bare: true };

export const ownServerStories: readonly Program[] = [
  story(
    'FLUSHALL empties every database',
    `
    A set ~t 1
    A select @other
    A set ~u 1
    A flushall
    A dbsize
    A select 0
    A dbsize
    A flushall async
    A flushall sync
    A flushall foo
    A flushall sync x
    A select @other`,
    bare,
  ),
  story(
    'FLUSHALL is a change of every watched key that is there',
    `
    A set ~t 1
    A watch ~t
    B flushall
    A multi
    A exec
    A watch ~none
    B flushall
    A multi
    A exec`,
  ),
  story(
    'SWAPDB exchanges two databases, and who waits is served',
    `
    A set ~t 1
    A blpop ~l 0
    B select @other
    B rpush ~l x
    B swapdb 0 @other
    B dbsize
    B swapdb 0 0
    B swapdb x 1
    B swapdb 1 x
    B swapdb 0 99
    B swapdb -1 0
    B swapdb 0
    A get ~t`,
    bare,
  ),
  story(
    'SWAPDB is a change of a watched key',
    `
    A watch ~t
    B select @other
    B set ~t 1
    B swapdb 0 @other
    A multi
    A exec
    B select 0
    B del ~t`,
    bare,
  ),
  story(
    'CLIENT KILL by address and by filters',
    `
    A client kill 127.0.0.1:1
    A client kill address-of-B
    A client kill addr address-of-C
    A client kill id id-of-D
    A client kill id id-of-D
    A client kill id x
    A client kill id 0
    A client kill type foo
    A client kill type master
    A client kill user nobody
    A client kill addr 127.0.0.1:1 skipme no
    A client kill skipme foo
    A client kill id
    A client kill foo bar
    A client kill id 5 foo
    A client kill
    A client kill id id-of-A
    A client kill id id-of-A skipme no
    B ping
    C ping
    D ping`,
    bare,
  ),
  story(
    'CONFIG SET: kinds of settings',
    `
    A config set maxmemory 100mb
    A config get maxmemory
    A config set maxmemory 0
    A config set maxmemory foo
    A config set maxmemory-policy allkeys-lru
    A config get maxmemory-policy
    A config set maxmemory-policy noeviction
    A config set maxmemory-policy foo
    A config set timeout -1
    A config set timeout x
    A config set timeout 0
    A config set tcp-keepalive 2147483648
    A config set appendonly maybe
    A config set save "x y"
    A config set save ""
    A config set notify-keyspace-events foo
    A config set notify-keyspace-events ""
    A config set port 1
    A config set timeout 0 timeout 0
    A config set timeout 0 nosuch 1
    A config set nosuch 1
    A config set timeout
    A config set timeout 0 foo
    A config rewrite
    A config rewrite x
    A config resetstat
    A config resetstat x`,
  ),
  story(
    'CONFIG SET: how large a small list, set, hash and sorted set is',
    `
    A config set hash-max-listpack-entries 2
    A hset ~h a 1 b 2 c 3
    A object encoding ~h
    A config set hash-max-listpack-entries 512
    A config set zset-max-listpack-entries 2
    A zadd ~z 1 a 2 b 3 c
    A object encoding ~z
    A config set zset-max-listpack-entries 128
    A config set set-max-intset-entries 2
    A sadd ~s 1 2 3
    A object encoding ~s
    A config set set-max-intset-entries 512
    A config set list-max-listpack-size -2
    A config set stream-node-max-entries 2
    A xadd ~x 1-1 f 1
    A xadd ~x 2-1 f 1
    A xadd ~x 3-1 f 1
    A xadd ~x maxlen ~ 1 4-1 f 1
    A xlen ~x
    A config set stream-node-max-entries 100`,
  ),
];
