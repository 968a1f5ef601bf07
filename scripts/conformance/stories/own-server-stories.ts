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
    A config set databases 1
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
    'keyspace events of every class',
    `
    A config set notify-keyspace-events KEAmn
    B psubscribe __key*__:*
    C3 subscribe __keyevent@0__:lpush __keyspace@0__:~l
    A lpush ~l a b
    A rpoplpush ~l ~m
    A lpop ~l
    A lpop ~l
    D brpop ~l 0
    A rpush ~l c
    A set ~t 1 ex 100
    A getex ~t persist
    A incr ~t
    A append ~t x
    A rename ~t ~u
    A copy ~u ~t
    A move ~t @other
    A get ~none
    A hset ~h a 1
    A hdel ~h a
    A sadd ~s a
    A smove ~s ~r a
    A sunionstore ~s ~r
    A zadd ~z 1 a
    A zincrby ~z 1 a
    A zpopmin ~z
    A xadd ~x 1-1 a 1
    A xadd ~x maxlen 1 1-2 a 1
    A xgroup create ~x ~g 0
    A xreadgroup group ~g ann streams ~x >
    A xdel ~x 1-2
    A multi
    A set ~t 1
    A expire ~t -1
    A exec
    A config set notify-keyspace-events ""
    A set ~t 2`,
    bare,
  ),
  story(
    'keyspace events of some classes',
    `
    A config set notify-keyspace-events Kg
    B psubscribe __key*__:*
    A set ~t 1
    A del ~t
    A config set notify-keyspace-events Ex
    A set ~t 1 px 20
    wait 400
    A config set notify-keyspace-events El$
    A set ~t 1
    A rpush ~l a
    A del ~t ~l
    A config set notify-keyspace-events ""`,
    bare,
  ),
  story(
    'a replica of a master that is not there: what it refuses',
    `
    A replicaof no one
    A replicaof 127.0.0.1 x
    A replicaof 127.0.0.1 65536
    A replicaof 127.0.0.1 -1
    A replicaof 127.0.0.1
    A set ~t 1
    A replicaof 127.0.0.1 1
    A replicaof 127.0.0.1 1
    A slaveof 127.0.0.1 1
    A set ~t 2
    A get ~t
    A del ~none
    A publish ~c 1
    A multi
    A set ~t 2
    A exec
    A wait 0 10
    A blpop ~none 0.01
    A config set timeout 0
    A flushall
    A slaveof no one
    A set ~t 3
    A replicaof no one
    A replconf
    A replconf foo
    A replconf foo bar
    A replconf listening-port x
    A replconf listening-port 7000
    A replconf capa eof
    A psync`,
    bare,
  ),
  story(
    'who waits is sent away when the server becomes a replica, and who listens is not',
    `
    A blpop ~none 0
    B xread block 0 streams ~x $
    C subscribe ~c
    D replicaof 127.0.0.1 1
    D publish ~c 1
    D replicaof no one
    A get ~none`,
    bare,
  ),
];
