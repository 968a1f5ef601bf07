/** The text of INFO: the sections and lines that clients read. */
import type { RedisServer } from './redis-server.ts';
import { REDIS_VERSION } from './version.ts';

const SECTIONS: Readonly<Record<string, (server: RedisServer) => readonly string[]>> = {
  server: ({ environment, nowMs, port }) => [
    `redis_version:${REDIS_VERSION}`,
    'redis_git_sha1:00000000',
    'redis_git_dirty:0',
    'redis_mode:standalone',
    'arch_bits:64',
    'process_id:1',
    `run_id:${'0'.repeat(40)}`,
    `tcp_port:${port}`,
    `server_time_usec:${nowMs * 1000}`,
    `uptime_in_seconds:${Math.floor(environment.nowMicros() / 1_000_000)}`,
    `uptime_in_days:${Math.floor(environment.nowMicros() / 86_400_000_000)}`,
    'hz:10',
  ],
  clients: ({ clients, settings, followers }) => [
    `connected_clients:${clients.size - followers.all.length}`,
    'cluster_connections:0',
    `maxclients:${settings.get('maxclients')}`,
    `blocked_clients:${[...clients].filter((client) => client.wait !== null).length}`,
    'tracking_clients:0',
  ],
  memory: ({ settings }) => [`maxmemory:${settings.get('maxmemory')}`, `maxmemory_policy:${settings.get('maxmemory-policy')}`],
  persistence: ({ settings }) => [
    'loading:0',
    'async_loading:0',
    'rdb_bgsave_in_progress:0',
    'rdb_last_bgsave_status:ok',
    `aof_enabled:${settings.get('appendonly') === 'yes' ? 1 : 0}`,
    'aof_rewrite_in_progress:0',
    'aof_last_write_status:ok',
  ],
  stats: ({ connectionCount, commandCount, pubsub }) => [
    `total_connections_received:${connectionCount}`,
    `total_commands_processed:${commandCount}`,
    'rejected_connections:0',
    'evicted_keys:0',
    `pubsub_channels:${pubsub.names('channel').length}`,
    `pubsub_patterns:${pubsub.names('pattern').length}`,
    `pubsubshard_channels:${pubsub.names('shard').length}`,
  ],
  replication: replicationLines,
  cluster: () => ['cluster_enabled:0'],
  keyspace: ({ databases }) =>
    databases
      .filter((database) => database.size > 0)
      .map((database) => `db${database.index}:keys=${database.size},expires=${database.expiringCount},avg_ttl=0`),
};

/** genRedisInfoString in server.c. */
function replicationLines({ isReplica, following, followers, environment }: RedisServer): readonly string[] {
  const secondsSince = (atMicros: number) => Math.floor((environment.nowMicros() - atMicros) / 1_000_000);
  const { master, state, changedAtMicros } = following;
  const isUp = state === 'connected';
  const asReplica = [
    `master_host:${master?.host}`,
    `master_port:${master?.port}`,
    `master_link_status:${isUp ? 'up' : 'down'}`,
    `master_last_io_seconds_ago:${isUp ? secondsSince(changedAtMicros) : -1}`,
    `master_sync_in_progress:${state === 'sync' ? 1 : 0}`,
    `slave_read_repl_offset:${followers.offset}`,
    `slave_repl_offset:${followers.offset}`,
    ...(isUp ? [] : [`master_link_down_since_seconds:${secondsSince(changedAtMicros)}`]),
    'slave_priority:100',
    'slave_read_only:1',
    'replica_announced:1',
  ];
  const slaves = followers.all.map(({ port, ackedOffset, ackedAtMicros }, index) => {
    const isOnline = ackedOffset !== null;
    return `slave${index}:ip=127.0.0.1,port=${port},state=${isOnline ? 'online' : 'send_bulk'},offset=${ackedOffset ?? 0},lag=${secondsSince(ackedAtMicros)}`;
  });
  return [
    `role:${isReplica ? 'slave' : 'master'}`,
    ...(isReplica ? asReplica : []),
    `connected_slaves:${slaves.length}`,
    ...slaves,
    'master_failover_state:no-failover',
    `master_replid:${followers.id}`,
    `master_replid2:${'0'.repeat(40)}`,
    `master_repl_offset:${followers.offset}`,
    'second_repl_offset:-1',
  ];
}

/** The sections asked for, all of them when none is; unknown ones are left out. Lines end in CRLF. */
export function infoText(server: RedisServer, asked: readonly string[]): string {
  const names = asked.map((name) => name.toLowerCase());
  const wanted = (section: string) => names.length === 0 || names.some((name) => [section, 'all', 'default', 'everything'].includes(name));
  const sections = Object.entries(SECTIONS).filter(([section]) => wanted(section));
  return sections
    .map(([section, lines]) => [`# ${section[0]?.toUpperCase()}${section.slice(1)}`, ...lines(server), ''].join('\r\n'))
    .join('\r\n');
}
