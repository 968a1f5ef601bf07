/** The text of INFO: the sections and lines that clients read. */
import type { RedisServer } from './redis-server.ts';
import { REDIS_VERSION } from './version.ts';

const SECTIONS: Readonly<Record<string, (server: RedisServer) => readonly string[]>> = {
  server: ({ environment }) => [
    `redis_version:${REDIS_VERSION}`,
    'redis_mode:standalone',
    'arch_bits:64',
    'process_id:1',
    'tcp_port:6379',
    `uptime_in_seconds:${Math.floor(environment.nowMicros() / 1_000_000)}`,
  ],
  clients: ({ clients }) => [
    `connected_clients:${clients.size}`,
    `blocked_clients:${[...clients].filter((client) => client.wait !== null).length}`,
  ],
  persistence: () => ['loading:0', 'rdb_bgsave_in_progress:0', 'aof_enabled:0'],
  replication: () => ['role:master', 'connected_slaves:0'],
  keyspace: ({ databases }) =>
    databases
      .filter((database) => database.size > 0)
      .map((database) => `db${database.index}:keys=${database.size},expires=${database.expiringCount},avg_ttl=0`),
};

/** The sections asked for, all of them when none is; unknown ones are left out. Lines end in CRLF. */
export function infoText(server: RedisServer, asked: readonly string[]): string {
  const names = asked.map((name) => name.toLowerCase());
  const wanted = (section: string) => names.length === 0 || names.some((name) => [section, 'all', 'default', 'everything'].includes(name));
  const sections = Object.entries(SECTIONS).filter(([section]) => wanted(section));
  if (sections.length === 0) return '';
  return sections
    .map(([section, lines]) => [`# ${section[0]?.toUpperCase()}${section.slice(1)}`, ...lines(server), ''].join('\r\n'))
    .join('\r\n');
}
