/** The line of the client list that tells of one client. What the simulation has no measure for, such as buffers, is 0. */
import { shown } from './binary-text.ts';
import type { Client } from './client.ts';
import type { RedisServer } from './redis-server.ts';

export function lineOf(client: Client, { environment, followers, port }: RedisServer): string {
  const { subscriptions, transaction } = client;
  const seconds = (sinceMicros: number) => Math.floor((environment.nowMicros() - sinceMicros) / 1_000_000);
  const facts = {
    id: client.id,
    addr: client.outbox.address,
    laddr: `127.0.0.1:${port}`,
    fd: client.id + 7,
    name: shown(client.name),
    age: seconds(client.connectedAtMicros),
    idle: seconds(client.lastCommand.atMicros),
    flags: flagsOf(client, followers.has(client)),
    db: client.database.index,
    sub: subscriptions.channel.size,
    psub: subscriptions.pattern.size,
    ssub: subscriptions.shard.size,
    multi: transaction.isOpen ? transaction.length : -1,
    qbuf: 0,
    'qbuf-free': 0,
    'argv-mem': 0,
    'multi-mem': 0,
    rbs: 0,
    rbp: 0,
    obl: 0,
    oll: 0,
    omem: 0,
    'tot-mem': 0,
    events: 'r',
    cmd: client.lastCommand.name,
    user: 'default',
    redir: -1,
    resp: client.protocol,
  };
  return `${Object.entries(facts)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')}\n`;
}

/** `type` in upper case. A master is no client here. */
export function isOfType(client: Client, type: string, { followers }: RedisServer): boolean {
  if (type === 'REPLICA' || type === 'SLAVE') return followers.has(client);
  if (type === 'PUBSUB') return client.isListening;
  return type === 'NORMAL' && !client.isListening && !followers.has(client);
}

/** One letter for each: a replica, listening, in a transaction, blocked, its watched keys changed, spared. */
function flagsOf(client: Client, isReplica: boolean): string {
  const { transaction, isListening, wait, isSpared } = client;
  const flags = [
    isReplica && 'S',
    isListening && 'P',
    transaction.isOpen && 'x',
    wait !== null && 'b',
    transaction.spoiled && 'd',
    isSpared && 'e',
  ];
  return flags.filter((flag) => flag !== false).join('') || 'N';
}
