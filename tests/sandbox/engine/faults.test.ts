/** Every fault is a sentence that a reader understands, and strikes once. */
import { expect, test } from 'vitest';
import { spokenFault } from '../../../sandbox/engine/fault-words.ts';
import type { Endpoint } from '../../../sandbox/engine/process.ts';
import { bytesOf, lines, pause, perform, say, story, talkative } from './stage.ts';

test.each([
  [spokenFault({ kind: 'crash', process: 'worker-1', when: { atMs: 40 } }), 'worker-1 crashes at 40 ms and stays down'],
  [
    spokenFault({ kind: 'crash', process: 'worker-1', when: { on: 'effect', process: 'worker-1', nth: 3 }, restartAfterMs: 1500 }),
    'worker-1 crashes right after it did its 3rd outside effect and starts again 1,500 ms later',
  ],
  [
    spokenFault({ kind: 'crash', process: 'worker-1', when: { on: 'effect', process: 'worker-1', nth: 3 } }, 'charged order-1'),
    'worker-1 crashes right after it charged order-1 and stays down',
  ],
  [spokenFault({ kind: 'pause', process: 'worker-1', when: { atMs: 40 }, forMs: 8000 }), 'worker-1 stands still at 40 ms, for 8 s'],
  [
    spokenFault({ kind: 'partition', between: ['web', 'redis'], when: { atMs: 40 }, forMs: 100 }),
    'web and redis cannot reach each other for 100 ms at 40 ms',
  ],
])('%s', (said, expected) => {
  expect(said).toBe(expected);
});

test('a fault on the second event of a kind strikes once, at the second', async () => {
  const report = await perform({
    actors: {
      worker: async () => {
        for (let round = 0; round < 4; round += 1) {
          await pause(10);
          say('tick');
        }
      },
    },
    faults: [{ kind: 'pause', process: 'worker', when: { on: 'console', process: 'worker', nth: 2 }, forMs: 5 }],
  });
  expect(story(report).filter((line) => line.endsWith('fault'))).toEqual(['worker fault']);
});

test('a crash that comes too late says that it finds nobody', async () => {
  const report = await perform({
    actors: { worker: async () => pause(5) },
    faults: [{ kind: 'crash', process: 'worker', when: { atMs: 10 }, restartAfterMs: 5 }],
  });
  const told = report.events.flatMap((event) => (event.kind === 'fault' ? [event.detail.said] : []));
  expect(told).toEqual(['the crash finds nobody: worker is not running']);
});

test('a broker restart refuses connections while it is down', async () => {
  const heard: string[] = [];
  const report = await perform({
    broker: {
      port: 7000,
      version: '1',
      create: () => ({
        accept: () => ({ received: () => {}, closed: () => heard.push('closed') }),
        waiting: () => [],
        restarted: () => heard.push('restarted'),
      }),
    },
    actors: {
      client: async (process) => {
        const handler = {
          opened: () => say('opened'),
          received: () => {},
          ended: () => say('ended'),
          closed: (error: unknown) => say(error === null ? 'closed' : 'refused'),
        };
        process.connect('localhost', 7000, handler);
        await pause(20);
        process.connect('localhost', 7000, handler);
        await pause(100);
        process.connect('localhost', 7000, handler);
      },
    },
    faults: [{ kind: 'restartBroker', broker: 'fifo', when: { atMs: 10 }, downForMs: 50 }],
  });
  const said = report.events.flatMap((event) => (event.kind === 'console' ? event.detail.text : []));
  expect([said, heard]).toEqual([
    ['opened', 'ended', 'closed', 'refused', 'opened'],
    ['closed', 'restarted'],
  ]);
});

test('a fault says in the trace what it strikes and for how long', async () => {
  const report = await perform({
    actors: { web: async () => pause(50), worker: async () => pause(50) },
    faults: [
      { kind: 'partition', between: ['web', 'worker'], when: { atMs: 10 }, forMs: 20 },
      { kind: 'slow', process: 'worker', when: { atMs: 20 }, forMs: 5, factor: 2 },
      { kind: 'cut', between: ['web', 'worker'], when: { atMs: 30 } },
    ],
  });
  const told = report.events.flatMap((event) => (event.kind === 'fault' ? [event.detail] : []));
  expect(told.map(({ at, other, forMicros }) => [at, other, forMicros])).toEqual([
    ['web', 'worker', 20_000],
    ['worker', null, 5000],
    ['web', 'worker', null],
  ]);
});

test('a broker that stands still answers what came meanwhile, in order, also before what comes at the very end', async () => {
  const report = await perform({
    actors: {
      client: (process) => {
        const endpoint: Endpoint = process.connect(
          'localhost',
          6300,
          talkative(() => endpoint),
        );
        process.schedule(100_000, () => endpoint.write(bytesOf('one'), () => {}));
        process.schedule(120_000, () => endpoint.write(bytesOf('two'), () => {}));
        process.schedule(300_000, () => endpoint.destroy());
      },
    },
    // The second is on its way before the first is held, and arrives at the very end of the pause.
    latencyMs: [30, 30],
    faults: [{ kind: 'pause', process: 'fifo', when: { atMs: 125 }, forMs: 25 }],
    broker: {
      port: 6300,
      version: '1',
      create: () => ({
        accept: ({ send }) => ({ received: (bytes) => send(bytes), closed: () => {} }),
        waiting: () => [],
        restarted: () => {},
      }),
    },
  });
  expect(lines(report).filter((line) => line.includes('received'))).toEqual(['client@180 received onetwo']);
});
