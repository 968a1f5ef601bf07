/** CLIENT among several clients: the list, and what may be done to others. Sources: redis.io/commands/client-list, client-kill, client-unblock. */
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { redis } from '../../../sandbox/brokers/redis/redis.ts';
import { later, REAL_TIME, targetsOf } from '../target.ts';
import { Conversation } from './conversation.ts';

const targets = await targetsOf(redis);
afterAll(() => Promise.all(targets.map((target) => target.close())));

/** Long enough for a command to have reached the server and be blocked there. */
const SETTLE_MS = 40;

describe.each(targets)('clients ($name)', REAL_TIME, ({ port }) => {
  const open: Conversation[] = [];

  async function client(): Promise<{ conversation: Conversation; id: string }> {
    const conversation = await Conversation.open(port);
    open.push(conversation);
    await conversation.ask('select 10');
    return { conversation, id: (await conversation.ask('client id')).slice(1) };
  }

  /** The facts that CLIENT LIST tells of a client; undefined when it does not know it. */
  async function factsOf(id: string): Promise<Map<string, string> | undefined> {
    const { conversation } = await client();
    const reply = await conversation.ask(`client list id ${id}`);
    const line = reply.slice(reply.indexOf('|') + 1);
    if (line === '') return undefined;
    return new Map(
      line
        .trim()
        .split(' ')
        .map((fact) => fact.split('=') as [string, string]),
    );
  }

  afterEach(() => {
    for (const conversation of open.splice(0)) conversation.close();
  });

  test('the list tells of each client in a line of the same facts', async () => {
    const { conversation, id } = await client();
    await conversation.ask('client setname worker');
    const facts = await factsOf(id);
    expect([...(facts?.keys() ?? [])].join(' ')).toBe(
      'id addr laddr fd name age idle flags db sub psub ssub multi qbuf qbuf-free argv-mem multi-mem rbs rbp obl oll omem tot-mem events cmd user redir resp',
    );
    const told = ['id', 'name', 'age', 'idle', 'flags', 'db', 'sub', 'multi', 'events', 'user', 'redir', 'resp'];
    expect(told.map((name) => facts?.get(name))).toEqual([id, 'worker', '0', '0', 'N', '10', '0', '-1', 'r', 'default', '-1', '2']);
  });

  test.each([
    [
      ['multi', 'ping'],
      ['x', '1', '0', 'ping'],
    ],
    [['subscribe inflight:a'], ['P', '-1', '1', 'subscribe']],
    [['watch k'], ['N', '-1', '0', 'watch']],
    [['client no-evict on'], ['e', '-1', '0', 'client|no-evict']],
  ])('after %j it tells so', async (commands, expected) => {
    const { conversation, id } = await client();
    for (const command of commands) await conversation.ask(command);
    const facts = await factsOf(id);
    expect(['flags', 'multi', 'sub', 'cmd'].map((name) => facts?.get(name))).toEqual(expected);
  });

  test('a blocked client is told as blocked; UNBLOCK lets it out as if its time were up, and it goes on', async () => {
    const waiting = await client();
    waiting.conversation.send('blpop none 0\r\nping\r\n');
    await later(SETTLE_MS);
    const { conversation } = await client();
    expect((await factsOf(waiting.id))?.get('flags')).toBe('b');
    expect(await conversation.ask(`client unblock ${waiting.id}`)).toBe(':1');
    expect([await waiting.conversation.reply(), await waiting.conversation.reply()]).toEqual(['*-1', '+PONG']);
    expect(await conversation.ask(`client unblock ${waiting.id}`)).toBe(':0');
  });

  test.each(['bzpopmin none 0', 'wait 1 0', 'blmove none there left left 0'])(
    'UNBLOCK with ERROR ends %s with an error',
    async (command) => {
      const waiting = await client();
      waiting.conversation.send(`${command}\r\n`);
      await later(SETTLE_MS);
      const { conversation } = await client();
      expect(await conversation.ask(`client unblock ${waiting.id} error`)).toBe(':1');
      expect(await waiting.conversation.reply()).toBe('-UNBLOCKED client unblocked via CLIENT UNBLOCK');
    },
  );

  test('UNBLOCK ends WAIT with the number of replicas that there are', async () => {
    const waiting = await client();
    waiting.conversation.send('wait 1 0\r\n');
    await later(SETTLE_MS);
    await (await client()).conversation.ask(`client unblock ${waiting.id}`);
    expect(await waiting.conversation.reply()).toBe(':0');
  });

  test('KILL by number hangs up on the other, also on one who waits', async () => {
    const killed = await client();
    killed.conversation.send('blpop none 0\r\n');
    await later(SETTLE_MS);
    const { conversation } = await client();
    expect(await conversation.ask(`client kill id ${killed.id}`)).toBe(':1');
    expect(await killed.conversation.reply()).toBe('(closed)');
    expect(await factsOf(killed.id)).toBeUndefined();
  });

  test('KILL by address', async () => {
    const killed = await client();
    const address = (await factsOf(killed.id))?.get('addr');
    expect(await (await client()).conversation.ask(`client kill ${address}`)).toBe('+OK');
    expect(await killed.conversation.reply()).toBe('(closed)');
  });

  test('KILL spares the one who asks, unless it says otherwise, and then it still gets the answer', async () => {
    const { conversation, id } = await client();
    expect(await conversation.ask(`client kill id ${id}`)).toBe(':0');
    expect(await conversation.ask(`client kill id ${id} skipme no`)).toBe(':1');
    expect(await conversation.reply()).toBe('(closed)');
  });

  test('INFO has the sections and lines that clients read', async () => {
    const { conversation } = await client();
    const text = (await conversation.ask('info')).split('|');
    const wanted = ['# Server', 'redis_version:7.0.15', '# Clients', '# Memory', '# Persistence', 'loading:0', '# Stats'];
    const more = ['# Replication', 'role:master', 'connected_slaves:0', '# Cluster', 'cluster_enabled:0', '# Keyspace'];
    expect([...wanted, ...more].filter((line) => !text.includes(line))).toEqual([]);
    expect(await conversation.ask('info nosuch')).toBe('$0|');
  });
});
