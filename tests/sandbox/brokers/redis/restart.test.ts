/** What a Redis server that was killed comes back with: by its durability, and told message by message. */
import { describe, expect, test } from 'vitest';
import { redis } from '../../../../sandbox/brokers/redis/redis.ts';
import type { Durability } from '../../../../sandbox/engine/broker.ts';
import { FakeClient } from '../fake-client.ts';
import { FakeEnvironment } from '../fake-environment.ts';

function serverWith(durability: Durability) {
  const environment = new FakeEnvironment();
  const broker = redis.create(environment, { durability });
  let client = new FakeClient(broker, 'shop');
  return {
    pass: (milliseconds: number) => environment.pass(milliseconds),
    /** The reply, line ends as `|`. */
    ask(command: string): string {
      client.sent.length = 0;
      client.send(`${command}\r\n`);
      return client.heard.replaceAll('\r\n', '|');
    },
    /** Kills the server, starts it 100 ms later, and returns what became of the messages. */
    restart(): string[] {
      environment.happenings.length = 0;
      client.disconnect();
      broker.killed?.();
      environment.pass(100);
      broker.restarted();
      client = new FakeClient(broker, 'shop');
      return environment.story();
    },
  };
}

describe('a server that was killed', () => {
  test('has nothing when nothing is kept, and each message is told as lost', () => {
    const server = serverWith('none');
    server.ask('RPUSH jobs a b');
    expect(server.restart()).toEqual(['messageDropped m1 jobs processLost', 'messageDropped m2 jobs processLost']);
    expect(server.ask('LRANGE jobs 0 -1')).toBe('*0|');
  });

  test('has everything when each command was brought to the disk', () => {
    const server = serverWith({ appendOnly: 'always' });
    server.ask('RPUSH jobs a b');
    expect(server.restart()).toEqual([]);
    expect(server.ask('LRANGE jobs 0 -1')).toBe('*2|$1|a|$1|b|');
  });

  test('lost at most the last second with everysec', () => {
    const server = serverWith({ appendOnly: 'everysec' });
    server.ask('RPUSH jobs early');
    server.pass(1500);
    server.ask('RPUSH jobs late');
    server.pass(400);
    expect(server.restart()).toEqual(['messageDropped m2 jobs processLost']);
    expect(server.ask('LRANGE jobs 0 -1')).toBe('*1|$5|early|');
  });

  test('hands out again what was taken after the last save', () => {
    const server = serverWith({ appendOnly: 'everysec' });
    server.ask('RPUSH jobs a');
    server.pass(1500);
    expect(server.ask('LPOP jobs')).toBe('$1|a|');
    expect(server.restart()).toEqual(['messageStored m1 jobs']);
    expect(server.ask('LPOP jobs')).toBe('$1|a|');
  });

  test('has streams with their groups and what was pending when it was last saved', () => {
    const server = serverWith({ appendOnly: 'everysec' });
    server.ask('XADD orders 1-1 item tea');
    server.ask('XGROUP CREATE orders mail 0');
    server.ask('XREADGROUP GROUP mail ann STREAMS orders >');
    server.pass(1500);
    server.ask('XACK orders mail 1-1');
    server.ask('XADD orders 1-2 item mug');
    expect(server.restart()).toEqual(['messageDropped m2 orders processLost']);
    expect(server.ask('XPENDING orders mail - + 9')).toBe('*1|*4|$3|1-1|$3|ann|:1600|:1|');
    expect(server.ask('XADD orders 1-2 item pen')).toBe('$3|1-2|');
  });

  test('has what its last snapshot held', () => {
    const server = serverWith({ snapshotEveryMs: 60_000 });
    server.ask('SET paid 1');
    server.pass(60_000);
    server.ask('SET paid 2');
    server.pass(59_000);
    server.restart();
    expect(server.ask('GET paid')).toBe('$1|1|');
  });

  test('forgets keys that expired while it was down, and keeps the others to their time', () => {
    const server = serverWith({ appendOnly: 'everysec' });
    server.ask('SET short x PX 1050');
    server.ask('SET long x EX 100');
    server.pass(1000);
    server.restart();
    expect(server.ask('GET short')).toBe('$-1|');
    expect(server.ask('TTL long')).toBe(':99|');
  });
});
