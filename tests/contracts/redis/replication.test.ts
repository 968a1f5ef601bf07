/** Master and replica. Sources: redis.io, replication; commands WAIT, ROLE, REPLICAOF, INFO; replication.c and server.c of 7.0. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { later, REAL_TIME } from '../target.ts';
import { Conversation } from './conversation.ts';
import { freePort, pairKinds, type ReplicaServer } from './replica-pair.ts';

describe.each(pairKinds())('replication ($name)', REAL_TIME, ({ start }) => {
  let master: ReplicaServer;
  let replica: ReplicaServer;
  let atMaster: Conversation;
  let atReplica: Conversation;
  const open: Conversation[] = [];

  beforeAll(async () => {
    master = await start(await freePort());
    replica = await start(await freePort());
  }, 20_000);

  afterAll(async () => {
    await master.close();
    await replica.close();
  });

  async function client(server: ReplicaServer): Promise<Conversation> {
    const conversation = await Conversation.open(server.port);
    open.push(conversation);
    return conversation;
  }

  /** Both have nothing, and are one pair. */
  async function pair(): Promise<void> {
    atMaster = await client(master);
    atReplica = await client(replica);
    await atReplica.ask('replicaof no one');
    await atMaster.ask('replicaof no one');
    await atMaster.ask('flushall');
    await until(async () => (await fieldsOf(atMaster)).get('connected_slaves') === '0');
    await atReplica.ask(`replicaof 127.0.0.1 ${master.port}`);
    await until(async () => (await fieldsOf(atReplica)).get('master_link_status') === 'up');
    await until(async () => (await atMaster.ask('role')).includes(String(replica.port)));
  }

  afterEach(() => {
    for (const conversation of open.splice(0)) conversation.close();
  });

  test('what is written at the master is read at the replica (redis.io, replication)', async () => {
    await pair();
    expect(await atMaster.ask('rpush orders a b c')).toBe(':3');
    expect(await atMaster.ask('zadd due 1.5 job')).toBe(':1');
    expect(await atMaster.ask('hset user name ada')).toBe(':1');
    expect(await atMaster.ask('xadd log 5-1 order 1')).toBe('$3|5-1');
    expect(await atMaster.ask('xgroup create log mail 0')).toBe('+OK');
    expect(await atMaster.ask('select 3')).toBe('+OK');
    expect(await atMaster.ask('set there yes')).toBe('+OK');
    expect(await atMaster.ask('wait 1 2000')).toBe(':1');
    expect(await atReplica.ask('lrange orders 0 -1')).toBe('*3|$1|a|$1|b|$1|c');
    expect(await atReplica.ask('zscore due job')).toBe('$3|1.5');
    expect(await atReplica.ask('hget user name')).toBe('$3|ada');
    expect(await atReplica.ask('xrange log - +')).toBe('*1|*2|$3|5-1|*2|$5|order|$1|1');
    expect(await atReplica.ask('xinfo groups log')).toContain('mail');
    await atReplica.ask('select 3');
    expect(await atReplica.ask('get there')).toBe('$3|yes');
  });

  test('a replica refuses writes, also in a transaction (processCommand in server.c)', async () => {
    await pair();
    const refusal = "-READONLY You can't write against a read only replica.";
    expect(await atReplica.ask('set k 1')).toBe(refusal);
    expect(await atReplica.ask('brpop k 0')).toBe(refusal);
    expect(await atReplica.ask('xreadgroup group g c streams k >')).toBe(refusal);
    expect(await atReplica.ask('multi')).toBe('+OK');
    expect(await atReplica.ask('lpush k 1')).toBe(refusal);
    expect(await atReplica.ask('exec')).toBe('-EXECABORT Transaction discarded because of previous errors.');
    expect(await atReplica.ask('get k')).toBe('$-1');
  });

  test('WAIT answers how many have it: at once, when it comes, or when the time is up (redis.io/commands/wait)', async () => {
    await pair();
    expect(await atMaster.ask('set k 1')).toBe('+OK');
    expect(await atMaster.ask('wait 1 2000')).toBe(':1');
    expect(await atMaster.ask('wait 1 0')).toBe(':1');
    // The question to the replicas was written too, and nobody has acknowledged it yet.
    expect(await atMaster.ask('wait 0 0')).toBe(':0');
    expect(await atMaster.ask('wait 2 50')).toBe(':1');
    expect(await atReplica.ask('wait 1 0')).toContain('-ERR WAIT cannot be used with replica instances.');
  });

  test('WAIT in a transaction answers at once (waitCommand in replication.c)', async () => {
    await pair();
    expect(await atMaster.ask('multi')).toBe('+OK');
    expect(await atMaster.ask('set k 1')).toBe('+QUEUED');
    expect(await atMaster.ask('wait 2 0')).toBe('+QUEUED');
    expect(await atMaster.ask('exec')).toMatch(/^\*2\|\+OK\|:[01]$/);
  });

  test('ROLE tells who is who (redis.io/commands/role)', async () => {
    await pair();
    await atMaster.ask('set k 1');
    await atMaster.ask('wait 1 2000');
    expect(withoutOffsets(await atMaster.ask('role'))).toBe(`*3|$6|master|:N|*1|*3|$9|127.0.0.1|$5|${replica.port}|$N|N`);
    expect(withoutOffsets(await atReplica.ask('role'))).toBe(`*5|$5|slave|$9|127.0.0.1|:${master.port}|$9|connected|:N`);
  });

  test('INFO replication tells of both (genRedisInfoString in server.c)', async () => {
    await pair();
    await atMaster.ask('set k 1');
    await atMaster.ask('wait 1 2000');
    const ofMaster = await fieldsOf(atMaster);
    const ofReplica = await fieldsOf(atReplica);
    expect(ofMaster.get('role')).toBe('master');
    expect(ofMaster.get('connected_slaves')).toBe('1');
    expect(ofMaster.get('slave0')).toMatch(new RegExp(`^ip=127.0.0.1,port=${replica.port},state=online,offset=\\d+,lag=[01]$`));
    expect(ofReplica.get('role')).toBe('slave');
    expect(ofReplica.get('master_port')).toBe(String(master.port));
    expect(ofReplica.get('master_link_status')).toBe('up');
    expect(ofReplica.get('slave_read_only')).toBe('1');
    expect(ofReplica.get('master_replid')).toBe(ofMaster.get('master_replid'));
    expect(ofReplica.get('master_repl_offset')).toBe(ofMaster.get('master_repl_offset'));
    expect([...ofReplica.keys()].slice(0, 10)).toEqual([
      'role',
      'master_host',
      'master_port',
      'master_link_status',
      'master_last_io_seconds_ago',
      'master_sync_in_progress',
      'slave_read_repl_offset',
      'slave_repl_offset',
      'slave_priority',
      'slave_read_only',
    ]);
  });

  test('a replica that is promoted keeps what it has and takes writes (redis.io/commands/replicaof)', async () => {
    await pair();
    await atMaster.ask('rpush orders a b');
    await atMaster.ask('wait 1 2000');
    expect(await atReplica.ask('replicaof no one')).toBe('+OK');
    expect(await atReplica.ask('replicaof no one')).toBe('+OK');
    expect(withoutOffsets(await atReplica.ask('role'))).toBe('*3|$6|master|:N|*0');
    expect(await atReplica.ask('rpush orders c')).toBe(':3');
    expect(await atMaster.ask('llen orders')).toBe(':2');
  });

  test('what a new replica had is replaced by what its master has (redis.io, replication)', async () => {
    await pair();
    await atReplica.ask('replicaof no one');
    await atReplica.ask('set mine 1');
    await atMaster.ask('set yours 2');
    expect(await atReplica.ask(`slaveof 127.0.0.1 ${master.port}`)).toBe('+OK');
    expect(await atReplica.ask(`slaveof 127.0.0.1 ${master.port}`)).toBe('+OK Already connected to specified master');
    await until(async () => (await atReplica.ask('get yours')) === '$1|2');
    expect(await atReplica.ask('get mine')).toBe('$-1');
  });

  test('REPLICAOF wants a port (replicaofCommand in replication.c)', async () => {
    await pair();
    expect(await atMaster.ask('replicaof localhost x')).toBe('-ERR Invalid master port');
    expect(await atMaster.ask('replicaof localhost 70000')).toBe('-ERR Invalid master port');
    expect(await atMaster.ask('replicaof localhost')).toBe("-ERR wrong number of arguments for 'replicaof' command");
  });

  test('who is blocked at a server that becomes a replica is sent away (disconnectAllBlockedClients in blocked.c)', async () => {
    await pair();
    await atReplica.ask('replicaof no one');
    const waiting = await client(replica);
    waiting.send('brpop nothing 0\r\n');
    await later(40);
    await atReplica.ask(`replicaof 127.0.0.1 ${master.port}`);
    expect(await waiting.reply()).toBe('-UNBLOCKED force unblock from blocking operation, instance state changed (master -> replica?)');
    expect(await waiting.reply()).toBe('(closed)');
  });

  test('a reader blocked at the replica gets what is added at the master (redis.io/commands/xread)', async () => {
    await pair();
    const reader = await client(replica);
    reader.send('xread block 5000 streams log $\r\n');
    await later(40);
    await atMaster.ask('xadd log 7-7 order 7');
    expect(await reader.reply()).toContain('7-7');
  });

  test('a worker blocked at the master is served, and the replica sees the list empty again', async () => {
    await pair();
    const worker = await client(master);
    worker.send('brpop orders 0\r\n');
    await later(40);
    expect(await atMaster.ask('lpush orders a')).toBe(':1');
    expect(await worker.reply()).toBe('*2|$6|orders|$1|a');
    await atMaster.ask('set done 1');
    await atMaster.ask('wait 1 2000');
    expect(await atReplica.ask('exists orders')).toBe(':0');
  });

  test('what is published at the master is heard at the replica (redis.io, pubsub)', async () => {
    await pair();
    const listener = await client(replica);
    await listener.ask('subscribe news');
    expect(await atMaster.ask('publish news hello')).toBe(':0');
    expect(await listener.reply()).toBe('*3|$7|message|$4|news|$5|hello');
  });

  test('a key that has expired is not seen at the replica either (redis.io, replication: expires)', async () => {
    await pair();
    await atMaster.ask('set other 1');
    await atMaster.ask('wait 1 2000');
    await atMaster.ask('flushall');
    await atMaster.ask('set k 1 px 200');
    await atMaster.ask('wait 1 2000');
    expect(await atReplica.ask('get k')).toBe('$1|1');
    expect(Number((await atReplica.ask('pttl k')).slice(1))).toBeGreaterThan(0);
    await later(230);
    expect(await atReplica.ask('get k')).toBe('$-1');
    await until(async () => (await atReplica.ask('dbsize')) === ':0');
  });

  test('a master that starts again with nothing empties its replica (redis.io, replication: persistence)', async () => {
    await pair();
    await atMaster.ask('set k 1');
    await atMaster.ask('wait 1 2000');
    await master.restart();
    await until(async () => (await atReplica.ask('get k')) === '$-1');
    expect(await atReplica.ask('dbsize')).toBe(':0');
  });

  test('a replica that starts again is a master, unless its settings say otherwise', async () => {
    await pair();
    await replica.restart();
    expect(await (await client(replica)).ask('role')).toBe('*3|$6|master|:0|*0');
  });

  test('the list of clients names the replica (redis.io/commands/client-list)', async () => {
    await pair();
    expect(await atMaster.ask('client list type replica')).toMatch(/ flags=S /);
    expect(await atMaster.ask('client kill type replica')).toBe(':1');
    await until(async () => (await fieldsOf(atMaster)).get('connected_slaves') === '1');
    expect(await atReplica.ask('hello 3')).toContain('replica');
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await holds()) return;
    await later(25);
  }
  throw new Error('It did not come to hold within 5 s.');
}

/** The lines of INFO replication, by their names. */
async function fieldsOf(conversation: Conversation): Promise<Map<string, string>> {
  const lines = (await conversation.ask('info replication')).split('|').slice(2);
  return new Map(lines.filter((line) => line.includes(':')).map((line) => line.split(/:(.*)/).slice(0, 2) as [string, string]));
}

function withoutOffsets(reply: string): string {
  return reply
    .replace(/^(\*3\|\$6\|master\|:)\d+/, '$1N')
    .replace(/\$\d+\|\d+$/, '$N|N')
    .replace(/connected\|:\d+$/, 'connected|:N');
}
