/** What CONFIG answers that changes nothing. */
import type { Stories } from './exchange.ts';

export const settingStories: Stories = {
  'CONFIG GET (redis.io/commands/config-get)': [
    ['config get maxmemory', '*2|$9|maxmemory|$1|0'],
    ['config get max*ory', '*2|$9|maxmemory|$1|0'],
    ['config get appendonly', '*2|$10|appendonly|$2|no'],
    ['config get notify-keyspace-events', '*2|$22|notify-keyspace-events|$0|'],
    ['config get stream-node-max-entries', '*2|$23|stream-node-max-entries|$3|100'],
    ['config get timeout', '*2|$7|timeout|$1|0'],
    ['config get nosuch', '*0'],
    ['config get', "-ERR wrong number of arguments for 'config|get' command"],
    ['config get maxmemory maxmemory', '*2|$9|maxmemory|$1|0'],
    ['config get MAXMEMORY', '*2|$9|MAXMEMORY|$1|0'],
    ['config get MAX*ORY', '*2|$9|maxmemory|$1|0'],
    ['config get databases', '*2|$9|databases|$2|16'],
    ['config get hash-max-listpack-entries', '*2|$25|hash-max-listpack-entries|$3|512'],
    ['config get zset-max-listpack-value', '*2|$23|zset-max-listpack-value|$2|64'],
    ['config get proto-max-bulk-len', '*2|$18|proto-max-bulk-len|$9|536870912'],
    ['config foo', "-ERR unknown subcommand 'foo'. Try CONFIG HELP."],
    ['config', "-ERR wrong number of arguments for 'config' command"],
  ],
  'CONFIG SET refuses (redis.io/commands/config-set, config.c)': [
    ['config set maxmemory 1x', "-ERR CONFIG SET failed (possibly related to argument 'maxmemory') - argument must be a memory value"],
    ['config set maxmemory -1', "-ERR CONFIG SET failed (possibly related to argument 'maxmemory') - argument must be a memory value"],
    ['config set nosuch 1', "-ERR Unknown option or number of arguments for CONFIG SET - 'nosuch'"],
    ['config set NoSuch 1', "-ERR Unknown option or number of arguments for CONFIG SET - 'NoSuch'"],
    [
      'config set timeout x',
      "-ERR CONFIG SET failed (possibly related to argument 'timeout') - argument couldn't be parsed into an integer",
    ],
    [
      'config set timeout -1',
      "-ERR CONFIG SET failed (possibly related to argument 'timeout') - argument must be between 0 and 2147483647 inclusive",
    ],
    [
      'config set TIMEOUT x',
      "-ERR CONFIG SET failed (possibly related to argument 'timeout') - argument couldn't be parsed into an integer",
    ],
    [
      'config set timeout 99999999999',
      "-ERR CONFIG SET failed (possibly related to argument 'timeout') - argument must be between 0 and 2147483647 inclusive",
    ],
    ['config set timeout 5 timeout 6', "-ERR CONFIG SET failed (possibly related to argument 'timeout') - duplicate parameter"],
    ['config set timeout 5 TIMEOUT 6', "-ERR CONFIG SET failed (possibly related to argument 'TIMEOUT') - duplicate parameter"],
    ['config set timeout', "-ERR wrong number of arguments for 'config|set' command"],
    ['config set timeout 0 nosuch 1', "-ERR Unknown option or number of arguments for CONFIG SET - 'nosuch'"],
    ['config set timeout 0 maxmemory', '-ERR syntax error'],
    ['config set appendonly foo', "-ERR CONFIG SET failed (possibly related to argument 'appendonly') - argument must be 'yes' or 'no'"],
    [
      'config set notify-keyspace-events xyz',
      "-ERR CONFIG SET failed (possibly related to argument 'notify-keyspace-events') - Invalid event class character. Use 'Ag$lshzxeKEtmdn'.",
    ],
    ['config set save foo', "-ERR CONFIG SET failed (possibly related to argument 'save') - Invalid save parameters"],
    ['config set save "900"', "-ERR CONFIG SET failed (possibly related to argument 'save') - Invalid save parameters"],
    ['config set save "0 1"', "-ERR CONFIG SET failed (possibly related to argument 'save') - Invalid save parameters"],
    ['config set save "900 -1"', "-ERR CONFIG SET failed (possibly related to argument 'save') - Invalid save parameters"],
    [
      'config set stream-node-max-entries -1',
      "-ERR CONFIG SET failed (possibly related to argument 'stream-node-max-entries') - argument must be between 0 and 9223372036854775807 inclusive",
    ],
    [
      'config set maxmemory-policy foo',
      "-ERR CONFIG SET failed (possibly related to argument 'maxmemory-policy') - argument(s) must be one of the following: volatile-lru, volatile-lfu, volatile-random, volatile-ttl, allkeys-lru, allkeys-lfu, allkeys-random, noeviction",
    ],
    ['config set databases 10', "-ERR CONFIG SET failed (possibly related to argument 'databases') - can't set immutable config"],
    ['config set databases 10 nosuch 1', "-ERR CONFIG SET failed (possibly related to argument 'databases') - can't set immutable config"],
    ['config set databases 10 timeout x', "-ERR CONFIG SET failed (possibly related to argument 'databases') - can't set immutable config"],
    ['config set timeout x databases 10', "-ERR CONFIG SET failed (possibly related to argument 'databases') - can't set immutable config"],
    [
      'config set maxmemory-samples 0',
      "-ERR CONFIG SET failed (possibly related to argument 'maxmemory-samples') - argument must be between 1 and 2147483647 inclusive",
    ],
    [
      'config set slowlog-log-slower-than -2',
      "-ERR CONFIG SET failed (possibly related to argument 'slowlog-log-slower-than') - argument must be between -1 and 9223372036854775807 inclusive",
    ],
    ['config rewrite', '-ERR The server is running without a config file'],
  ],
};
