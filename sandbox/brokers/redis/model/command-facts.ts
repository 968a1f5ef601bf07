/** What COMMAND tells of each command besides its arity: flags, where its keys stand, categories. Measured on Redis 7.0.15. */

export interface CommandFacts {
  readonly flags: readonly string[];
  /** The first key, the last one (negative: counted from the end), and the step between keys; zeros when there is none. */
  readonly keys: readonly [first: number, last: number, step: number];
  readonly categories: readonly string[];
}

/** Names, flags, keys, categories. */
const ROWS: readonly (readonly [string, string, string, string])[] = [
  ['acl client config object pubsub xgroup xinfo', '', '0 0 0', 'slow'],
  ['acl|whoami', 'noscript loading stale', '0 0 0', 'slow'],
  ['append decr decrby getset incr incrby incrbyfloat setnx', 'write denyoom fast', '1 1 1', 'write string fast'],
  ['auth hello quit reset', 'noscript loading stale fast no_auth allow_busy', '0 0 0', 'fast connection'],
  ['blmove brpoplpush', 'write denyoom noscript blocking', '1 2 1', 'write list slow blocking'],
  ['blmpop', 'write blocking movablekeys', '0 0 0', 'write list slow blocking'],
  ['blpop brpop', 'write noscript blocking', '1 -2 1', 'write list slow blocking'],
  ['bzmpop', 'write blocking movablekeys', '0 0 0', 'write sortedset slow blocking'],
  ['bzpopmax bzpopmin', 'write noscript blocking fast', '1 -2 1', 'write sortedset fast blocking'],
  ['client|getname client|getredir client|id client|info client|setname', 'noscript loading stale', '0 0 0', 'slow connection'],
  ['client|kill client|list client|no-evict client|unblock', 'admin noscript loading stale', '0 0 0', 'admin slow dangerous connection'],
  ['command command|count command|docs command|getkeys command|info command|list', 'loading stale', '0 0 0', 'slow connection'],
  ['config|get config|resetstat config|rewrite config|set', 'admin noscript loading stale', '0 0 0', 'admin slow dangerous'],
  ['copy', 'write denyoom', '1 2 1', 'keyspace write slow'],
  ['dbsize', 'readonly fast', '0 0 0', 'keyspace read fast'],
  ['del', 'write', '1 -1 1', 'keyspace write slow'],
  ['discard multi unwatch', 'noscript loading stale fast allow_busy', '0 0 0', 'fast transaction'],
  ['echo select', 'loading stale fast', '0 0 0', 'fast connection'],
  ['exec', 'noscript loading stale skip_slowlog', '0 0 0', 'slow transaction'],
  ['exists touch', 'readonly fast', '1 -1 1', 'keyspace read fast'],
  ['expire expireat move persist pexpire pexpireat', 'write fast', '1 1 1', 'keyspace write fast'],
  ['expiretime pexpiretime pttl ttl type', 'readonly fast', '1 1 1', 'keyspace read fast'],
  ['flushall flushdb', 'write', '0 0 0', 'keyspace write slow dangerous'],
  ['get strlen', 'readonly fast', '1 1 1', 'read string fast'],
  ['getdel getex', 'write fast', '1 1 1', 'write string fast'],
  ['getrange substr', 'readonly', '1 1 1', 'read string slow'],
  ['hdel', 'write fast', '1 1 1', 'write hash fast'],
  ['hexists hget hlen hmget hstrlen', 'readonly fast', '1 1 1', 'read hash fast'],
  ['hgetall hkeys hrandfield hscan hvals', 'readonly', '1 1 1', 'read hash slow'],
  ['hincrby hincrbyfloat hmset hset hsetnx', 'write denyoom fast', '1 1 1', 'write hash fast'],
  ['info', 'loading stale', '0 0 0', 'slow dangerous'],
  ['keys', 'readonly', '0 0 0', 'keyspace read slow dangerous'],
  ['lindex lpos lrange', 'readonly', '1 1 1', 'read list slow'],
  ['linsert lset', 'write denyoom', '1 1 1', 'write list slow'],
  ['llen', 'readonly fast', '1 1 1', 'read list fast'],
  ['lmove rpoplpush', 'write denyoom', '1 2 1', 'write list slow'],
  ['lmpop', 'write movablekeys', '0 0 0', 'write list slow'],
  ['lpop rpop', 'write fast', '1 1 1', 'write list fast'],
  ['lpush lpushx rpush rpushx', 'write denyoom fast', '1 1 1', 'write list fast'],
  ['lrem ltrim', 'write', '1 1 1', 'write list slow'],
  ['mget', 'readonly fast', '1 -1 1', 'read string fast'],
  ['mset msetnx', 'write denyoom', '1 -1 2', 'write string slow'],
  ['object|encoding object|freq object|refcount', 'readonly', '2 2 1', 'keyspace read slow'],
  ['ping', 'fast', '0 0 0', 'fast connection'],
  ['psetex set setex setrange', 'write denyoom', '1 1 1', 'write string slow'],
  ['psubscribe punsubscribe subscribe unsubscribe', 'pubsub noscript loading stale', '0 0 0', 'pubsub slow'],
  ['publish', 'pubsub loading stale fast', '0 0 0', 'pubsub fast'],
  ['pubsub|channels pubsub|numpat pubsub|numsub pubsub|shardchannels pubsub|shardnumsub', 'pubsub loading stale', '0 0 0', 'pubsub slow'],
  ['randomkey scan', 'readonly', '0 0 0', 'keyspace read slow'],
  ['rename', 'write', '1 2 1', 'keyspace write slow'],
  ['renamenx', 'write fast', '1 2 1', 'keyspace write fast'],
  ['psync', 'admin noscript no_async_loading no_multi', '0 0 0', 'admin slow dangerous'],
  ['replconf', 'admin noscript loading stale allow_busy', '0 0 0', 'admin slow dangerous'],
  ['replicaof slaveof', 'admin noscript stale no_async_loading', '0 0 0', 'admin slow dangerous'],
  ['role', 'noscript loading stale fast', '0 0 0', 'admin fast dangerous'],
  ['sadd', 'write denyoom fast', '1 1 1', 'write set fast'],
  ['scard sismember smismember', 'readonly fast', '1 1 1', 'read set fast'],
  ['sdiff sinter sunion', 'readonly', '1 -1 1', 'read set slow'],
  ['sdiffstore sinterstore sunionstore', 'write denyoom', '1 -1 1', 'write set slow'],
  ['sintercard', 'readonly movablekeys', '0 0 0', 'read set slow'],
  ['smembers srandmember sscan', 'readonly', '1 1 1', 'read set slow'],
  ['smove', 'write fast', '1 2 1', 'write set fast'],
  ['spop srem', 'write fast', '1 1 1', 'write set fast'],
  ['spublish', 'pubsub loading stale fast', '1 1 1', 'pubsub fast'],
  ['ssubscribe sunsubscribe', 'pubsub noscript loading stale', '1 -1 1', 'pubsub slow'],
  ['swapdb', 'write fast', '0 0 0', 'keyspace write fast dangerous'],
  ['time', 'loading stale fast', '0 0 0', 'fast'],
  ['unlink', 'write fast', '1 -1 1', 'keyspace write fast'],
  ['wait', 'noscript', '0 0 0', 'slow connection'],
  ['watch', 'noscript loading stale fast allow_busy', '1 -1 1', 'fast transaction'],
  ['xack xautoclaim xclaim xdel', 'write fast', '1 1 1', 'write stream fast'],
  ['xadd xsetid', 'write denyoom fast', '1 1 1', 'write stream fast'],
  ['xgroup|create xgroup|createconsumer', 'write denyoom', '2 2 1', 'write stream slow'],
  ['xgroup|delconsumer xgroup|destroy xgroup|setid', 'write', '2 2 1', 'write stream slow'],
  ['xinfo|consumers xinfo|groups xinfo|stream', 'readonly', '2 2 1', 'read stream slow'],
  ['xlen', 'readonly fast', '1 1 1', 'read stream fast'],
  ['xpending xrange xrevrange', 'readonly', '1 1 1', 'read stream slow'],
  ['xread', 'readonly blocking movablekeys', '0 0 0', 'read stream slow blocking'],
  ['xreadgroup', 'write blocking movablekeys', '0 0 0', 'write stream slow blocking'],
  ['xtrim', 'write', '1 1 1', 'write stream slow'],
  ['zadd zincrby', 'write denyoom fast', '1 1 1', 'write sortedset fast'],
  ['zcard zcount zlexcount zmscore zrank zrevrank zscore', 'readonly fast', '1 1 1', 'read sortedset fast'],
  ['zdiff zinter zintercard zunion', 'readonly movablekeys', '0 0 0', 'read sortedset slow'],
  ['zdiffstore zinterstore zunionstore', 'write denyoom movablekeys', '1 1 1', 'write sortedset slow'],
  ['zmpop', 'write movablekeys', '0 0 0', 'write sortedset slow'],
  ['zpopmax zpopmin zrem', 'write fast', '1 1 1', 'write sortedset fast'],
  [
    'zrandmember zrange zrangebylex zrangebyscore zrevrange zrevrangebylex zrevrangebyscore zscan',
    'readonly',
    '1 1 1',
    'read sortedset slow',
  ],
  ['zrangestore', 'write denyoom', '1 2 1', 'write sortedset slow'],
  ['zremrangebylex zremrangebyrank zremrangebyscore', 'write', '1 1 1', 'write sortedset slow'],
];

const FACTS: ReadonlyMap<string, CommandFacts> = new Map(
  ROWS.flatMap(([names, flags, keys, categories]) => {
    const [first = 0, last = 0, step = 0] = keys.split(' ').map(Number);
    const facts: CommandFacts = { flags: wordsOf(flags), keys: [first, last, step], categories: wordsOf(categories) };
    return names.split(' ').map((name) => [name, facts] as const);
  }),
);

const NOTHING: CommandFacts = { flags: [], keys: [0, 0, 0], categories: [] };

/** By the full name, a subcommand as `client|list`. */
export function factsOf(name: string): CommandFacts {
  return FACTS.get(name) ?? NOTHING;
}

function wordsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}
