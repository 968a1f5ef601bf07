/** A replica on the virtual network: what it gets, what a fault on the way does, and what the trace tells of messages in two places. */
import { describe, expect, test } from 'vitest';
import { redis } from '../../../../sandbox/brokers/redis/redis.ts';
import type { BrokerSpec, Fault } from '../../../../sandbox/engine/cell.ts';
import type { Process } from '../../../../sandbox/engine/process.ts';
import type { RunReport } from '../../../../sandbox/engine/report.ts';
import { lost } from '../../../../sandbox/judge/anomalies.ts';
import { bytesOf, lines, perform, say } from '../../engine/stage.ts';

const MASTER = 6379;
const REPLICA = 6380;
const PAIR: readonly BrokerSpec[] = [{ kind: 'redis' }, { kind: 'redis', name: 'replica', port: REPLICA, replicaOf: 'redis' }];

type Asked = readonly [atMs: number, port: number, command: string];

/** One process asks each command at its time, over a connection of its own, and says what it is answered. */
function performBoth(asked: readonly Asked[], faults: readonly Fault[] = [], brokers = PAIR): Promise<RunReport> {
  const ask = (process: Process): void => {
    for (const [atMs, port, command] of asked) {
      process.schedule(atMs * 1000, () => {
        const endpoint = process.connect('localhost', port, {
          opened: () => endpoint.write(bytesOf(`${command}\r\n`), () => {}),
          received: (bytes) => {
            endpoint.consumed(bytes.length);
            say(new TextDecoder().decode(bytes).trimEnd().replaceAll('\r\n', '|'));
          },
          ended: () => {},
          closed: () => {},
        });
      });
    }
  };
  return perform({ actors: { shop: ask }, broker: redis, brokers, faults });
}

const said = (report: RunReport): string[] => lines(report).map((line) => line.replace(/^\S+ /, ''));

/** What happened to messages at a broker: `messageCopied m1`. */
const at = (report: RunReport, broker: string): string[] =>
  report.events
    .filter(({ process, messageId }) => process === broker && messageId !== undefined)
    .map(({ kind, messageId }) => `${kind} ${messageId}`);

const cutOff = (atMs: number, forMs: number): Fault => ({ kind: 'partition', between: ['redis', 'replica'], when: { atMs }, forMs });

describe('a replica', () => {
  test('gets the very messages of its master, and loses those that are taken there', async () => {
    const report = await performBoth([
      [50, MASTER, 'rpush jobs a b'],
      [100, REPLICA, 'lrange jobs 0 -1'],
      [150, MASTER, 'lpop jobs'],
      [200, REPLICA, 'lrange jobs 0 -1'],
    ]);
    expect(said(report)).toEqual([':2', '*2|$1|a|$1|b', '$1|a', '*1|$1|b']);
    expect(at(report, 'replica')).toEqual(['messageCopied m1', 'messageCopied m2', 'copyRemoved m1']);
  });

  test('does not keep a run alive: nothing is left to do when the processes are done', async () => {
    const report = await performBoth([[50, MASTER, 'set k 1']]);
    expect(report.ended).toMatchObject({ reason: 'quiescent', waiting: [] });
    expect(report.virtualMicros).toBeLessThan(100_000);
  });

  test('that is cut off is behind, and catches up by itself', async () => {
    const report = await performBoth(
      [
        [60, MASTER, 'rpush jobs a'],
        [100, REPLICA, 'llen jobs'],
        [300, REPLICA, 'llen jobs'],
      ],
      [cutOff(50, 200)],
    );
    expect(said(report)).toEqual([':1', ':0', ':1']);
  });

  test('whose connection is cut connects anew and gets what it missed, once', async () => {
    const report = await performBoth(
      [
        [40, MASTER, 'rpush jobs a'],
        [80, MASTER, 'rpush jobs b'],
        [120, REPLICA, 'lrange jobs 0 -1'],
      ],
      [{ kind: 'cut', between: ['redis', 'replica'], when: { atMs: 60 } }],
    );
    expect(said(report).at(-1)).toBe('*2|$1|a|$1|b');
    expect(at(report, 'replica')).toEqual(['messageCopied m1', 'messageCopied m2']);
  });

  test('that was down gets everything when it is back', async () => {
    const report = await performBoth(
      [
        [40, MASTER, 'rpush jobs a'],
        [300, REPLICA, 'llen jobs'],
      ],
      [{ kind: 'restartBroker', broker: 'replica', when: { atMs: 100 }, downForMs: 100 }],
    );
    expect(said(report)).toEqual([':1', ':1']);
    expect(at(report, 'replica')).toEqual(['messageCopied m1', 'copyRemoved m1', 'messageCopied m1']);
  });

  test('is emptied by a master that starts again with nothing', async () => {
    const report = await performBoth(
      [
        [40, MASTER, 'rpush jobs a'],
        [2000, REPLICA, 'llen jobs'],
      ],
      [{ kind: 'restartBroker', broker: 'redis', when: { atMs: 100 }, downForMs: 100 }],
    );
    expect(said(report)).toEqual([':1', ':0']);
    expect(at(report, 'redis')).toContain('messageDropped m1');
    expect(at(report, 'replica')).toEqual(['messageCopied m1', 'copyRemoved m1']);
  });

  test('that is promoted while it is cut off never has what it missed', async () => {
    const report = await performBoth(
      [
        [40, MASTER, 'rpush jobs a'],
        [80, MASTER, 'rpush jobs b'],
        [100, REPLICA, 'replicaof no one'],
        [400, REPLICA, 'lpop jobs 2'],
      ],
      [cutOff(60, 200)],
    );
    expect(said(report).slice(2)).toEqual(['+OK', '*1|$1|a']);
    expect(at(report, 'replica')).toEqual(['messageCopied m1', 'messageDelivered m1']);
  });
});

test('a replica of a replica gets the same, with the same offset', async () => {
  const chain: readonly BrokerSpec[] = [...PAIR, { kind: 'redis', name: 'second', port: 6381, replicaOf: 'replica' }];
  const report = await performBoth(
    [
      [1200, MASTER, 'rpush jobs a'],
      [1300, 6381, 'lrange jobs 0 -1'],
      [1300, 6381, 'role'],
      [1300, REPLICA, 'role'],
    ],
    [],
    chain,
  );
  expect(said(report)[1]).toBe('*1|$1|a');
  const offsets = said(report)
    .slice(2)
    .map((role) => /connected\|:(\d+)$/.exec(role)?.[1]);
  expect(new Set(offsets)).toEqual(new Set(['32']));
  expect(at(report, 'second')).toEqual(['messageCopied m1']);
});

test('a former master loses what only it had when it follows the new one', async () => {
  const report = await performBoth(
    [
      [40, MASTER, 'rpush jobs a'],
      [80, MASTER, 'rpush jobs b'],
      [100, REPLICA, 'replicaof no one'],
      [400, MASTER, `replicaof 127.0.0.1 ${REPLICA}`],
      [500, MASTER, 'lrange jobs 0 -1'],
      [500, MASTER, 'role'],
    ],
    [cutOff(60, 200)],
  );
  expect(said(report).slice(4)[0]).toBe('*1|$1|a');
  expect(said(report).slice(5)[0]).toContain('slave');
  expect(lost(report.events).map(({ said: words }) => words)).toEqual([
    'The message b was lost: jobs was replaced by what another server has, which never had it.',
  ]);
});

test('a message that lies in two places and is taken in one is not lost', async () => {
  const report = await performBoth([
    [40, MASTER, 'rpush jobs a b'],
    [80, MASTER, 'lpop jobs'],
  ]);
  expect(lost(report.events)).toEqual([]);
});

describe('WAIT', () => {
  /** Two commands over one connection: only the second one is about the first. */
  const pushAndWait = (timeoutMs: number): Asked => [60, MASTER, `rpush jobs a\r\nwait 1 ${timeoutMs}`];
  const answers = (report: RunReport): string[] => lines(report).map((line) => line.replace(/^shop@(\d+)\S*/, '$1'));

  test('answers 1 as soon as the replica has it', async () => {
    expect(answers(await performBoth([pushAndWait(100)]))).toEqual(['64 :1', '66 :1']);
  });

  test('answers 0 when its time is up and nobody has acknowledged', async () => {
    expect(answers(await performBoth([pushAndWait(100)], [cutOff(50, 500)]))).toEqual(['64 :1', '164 :0']);
  });

  test('without an end waits until the way is free again', async () => {
    expect(answers(await performBoth([pushAndWait(0)], [cutOff(50, 500)]))).toEqual(['64 :1', '553 :1']);
  });
});

test.each([
  [
    'a port twice',
    [{ kind: 'redis' }, { kind: 'redis', name: 'replica', replicaOf: 'redis' }],
    'The brokers redis and replica both answer at port 6379: give one another port.',
  ],
  ['a name twice', [{ kind: 'redis' }, { kind: 'redis', port: 6380 }], 'Two brokers have the name redis: give one another name.'],
  [
    'no master',
    [{ kind: 'redis', replicaOf: 'main' }],
    'The broker redis cannot be a replica of main: there is no other redis of that name.',
  ],
  [
    'itself',
    [{ kind: 'redis', replicaOf: 'redis' }],
    'The broker redis cannot be a replica of redis: there is no other redis of that name.',
  ],
] as const)('brokers that cannot be there together are refused: %s', async (_, brokers, sentence) => {
  await expect(performBoth([], [], brokers)).rejects.toThrow(sentence);
});
