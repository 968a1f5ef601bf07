/** Stories of hashes, sets and sorted sets: the mistakes and the limits. */
import { type Program, story } from '../program.ts';

export const collectionStories: readonly Program[] = [
  story(
    'hashes',
    `
    A hset ~h a 1 b 2
    A hset ~h a 3 c
    A hset ~h
    A hmset ~h a 1
    A hmset ~h a
    A hget ~h a
    A3 hget ~h none
    A3 hgetall ~h
    A hgetall ~none
    A3 hgetall ~none
    A hincrby ~h a 5
    A hincrby ~h a x
    A hset ~h t text
    A hincrby ~h t 1
    A hincrby ~h a 9223372036854775807
    A hincrbyfloat ~h a 1.5
    A hincrbyfloat ~h t 1
    A hincrbyfloat ~h a x
    A hincrbyfloat ~h a inf
    A hmget ~h a none
    A hkeys ~h
    A hvals ~h
    A hstrlen ~h t
    A hsetnx ~h a 1
    A hsetnx ~h new 1
    A hexists ~h a
    A hlen ~h
    A hdel ~h a b t new c none
    A exists ~h
    A hscan ~none 0
    A hscan ~h x
    A hset ~h a 1
    A hscan ~h 0
    A hscan ~h 0 count x
    A hscan ~h 0 foo 1
    A del ~h
    A hset ~h a 1
    A hrandfield ~none
    A hrandfield ~none 1
    A3 hrandfield ~h
    A hrandfield ~h 5
    A3 hrandfield ~h 5 withvalues
    A hrandfield ~h x
    A hrandfield ~h 1 foo`,
  ),
  story(
    'sets',
    `
    A sadd ~s a b 1
    A sadd ~s a
    A srem ~s a none
    A3 smembers ~s
    A3 smembers ~none
    A smembers ~none
    A smismember ~s a b
    A smove ~s ~r b
    A smove ~s ~r none
    A set ~t x
    A smove ~s ~t 1
    A sinter ~s ~r
    A3 sunion ~s ~r
    A sdiff ~s ~r ~none
    A sinterstore ~d ~s ~r
    A sunionstore ~d ~s ~r
    A sdiffstore ~d ~s ~r
    A sintercard 2 ~s ~r
    A sintercard 0 ~s
    A sintercard x ~s
    A sintercard 3 ~s
    A sintercard 1 ~s limit -1
    A sintercard 1 ~s limit x
    A sintercard 1 ~s foo
    A spop ~none
    A spop ~none 1
    A spop ~r
    A spop ~s 5
    A spop ~s -1
    A spop ~s x
    A sadd ~s only
    A srandmember ~s
    A srandmember ~s 5
    A srandmember ~none
    A srandmember ~none 1
    A srandmember ~s x
    A srandmember ~s -2
    A sscan ~s 0
    A sscan ~none 0
    A sscan ~s x
    A sscan ~s 0 count 0`,
  ),
  story(
    'sorted sets',
    `
    A zadd ~z 1 a 2 b 2 c
    A zadd ~z nx 5 a
    A zadd ~z xx ch 5 a
    A zadd ~z gt ch 4 a
    A zadd ~z lt ch 4 a
    A zadd ~z incr 1 a
    A zadd ~z nx incr 1 a
    A3 zadd ~z xx incr 1 none
    A zadd ~z nx xx 1 a
    A zadd ~z nx gt 1 a
    A zadd ~z incr 1 a 2 b
    A zadd ~z x a
    A zadd ~z nan a
    A zadd ~z 1
    A zadd ~z inf top -inf bottom
    A zincrby ~z -inf top
    A zincrby ~z x a
    A zincrby ~z 0.1 b
    A3 zscore ~z b
    A zscore ~z none
    A3 zmscore ~z a none
    A3 zrange ~z 0 -1 withscores
    A zrange ~z 0 -1 withscores
    A zrange ~z (1 +inf byscore limit 0 2
    A zrange ~z 0 -1 limit 0 1
    A zrange ~z 0 -1 bylex withscores
    A zrange ~z x y
    A zrange ~z x y byscore
    A zrange ~z a c bylex
    A zrange ~z 0 -1 foo
    A zrangebyscore ~z x 1
    A zrangebyscore ~z -inf +inf limit 1 1
    A zrangebyscore ~z -inf +inf foo
    A zrangebylex ~z a c
    A zrevrangebyscore ~z +inf -inf withscores
    A zrevrangebylex ~z + -
    A zrangestore ~y ~z 0 1
    A zcount ~z x 1
    A zlexcount ~z a b
    A zrank ~z a
    A zrank ~z none
    A zrevrank ~z a
    A zrevrank ~z top
    A3 zrevrank ~z none
    A zremrangebyrank ~z 0 0
    A zremrangebyscore ~z 2 (3
    A zremrangebylex ~z [a [a
    A zremrangebyrank ~z x 0
    A zremrangebyscore ~z x 0
    A zremrangebylex ~z x 0
    A zpopmin ~z
    A3 zpopmin ~z
    A3 zpopmax ~z 2
    A zpopmax ~z 2
    A zpopmin ~z 0
    A zpopmin ~z -1
    A zpopmin ~none
    A zmpop 1 ~y min count 5
    A zmpop 1 ~y min
    A zmpop 0 ~y min
    A zmpop 1 ~y foo
    A zmpop 1 ~y min count 0
    A zadd ~a 1 m 2 n
    A zadd ~b 3 n 4 o
    A zunionstore ~u 2 ~a ~b weights 2 1 aggregate max
    A zinterstore ~u 2 ~a ~b
    A zdiffstore ~u 2 ~a ~b
    A zunion 2 ~a ~b withscores
    A3 zinter 2 ~a ~b withscores
    A zdiff 2 ~a ~b
    A zunion 0 ~a
    A zunion x ~a
    A zunion 2 ~a ~b weights x 1
    A zunion 2 ~a ~b aggregate foo
    A zunionstore ~u 0 ~a
    A zintercard 2 ~a ~b limit 1
    A zintercard 0 ~a
    A zintercard 1 ~a limit -1
    A zrandmember ~none
    A zscan ~a 0
    A zscan ~a x
    A zscan ~none 0`,
  ),
];
