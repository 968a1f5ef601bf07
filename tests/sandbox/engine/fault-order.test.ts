/** Faults do what they say in whatever order they come, also when they meet a process that is not there or far ahead. */
import { expect, test } from 'vitest';
import type { BrokerDefinition } from '../../../sandbox/engine/broker.ts';
import type { Endpoint } from '../../../sandbox/engine/process.ts';
import { type Actor, burn, bytesOf, lines, pause, perform, say, story, talkative } from './stage.ts';

/** A broker that says nothing and hears everything. */
function silentBroker(heard: string[] = []): BrokerDefinition {
  return {
    port: 7000,
    version: '1',
    create: () => ({
      accept: ({ id }) => ({
        received: (bytes) => heard.push(`${id} sent ${new TextDecoder().decode(bytes)}`),
        closed: () => heard.push(`${id} closed`),
      }),
      waiting: () => [],
      restarted: () => heard.push('restarted'),
    }),
  };
}

/** Connects to the broker at once and says what happens to the connection. */
function connectsTo(process: Parameters<Actor>[0], port = 7000): Endpoint {
  const endpoint: Endpoint = process.connect(
    'localhost',
    port,
    talkative(() => endpoint),
  );
  return endpoint;
}

test('after a pause, what was due first runs first', async () => {
  const report = await perform({
    actors: {
      worker: (process) => {
        process.schedule(20_000, () => say('due at 20'));
        process.schedule(10_000, () => say('due at 10'));
      },
    },
    faults: [{ kind: 'pause', process: 'worker', when: { atMs: 5 }, forMs: 45 }],
  });
  expect(lines(report)).toEqual(['worker@50 due at 10', 'worker@50 due at 20']);
});

test('after computing, what was due first runs first', async () => {
  const report = await perform({
    actors: {
      worker: (process) => {
        process.schedule(20_000, () => say('due at 20'));
        process.schedule(10_000, () => say('due at 10'));
        burn(process, 5_000_000);
      },
    },
  });
  expect(lines(report)).toEqual(['worker@50 due at 10', 'worker@50 due at 20']);
});

test('a crash of a process that is not there yet is forgotten: a later mistake is not restarted because of it', async () => {
  const report = await perform({
    actors: {
      worker: () => {
        throw new Error('a mistake');
      },
    },
    specs: { worker: { startAt: 50 } },
    faults: [{ kind: 'crash', process: 'worker', when: { atMs: 10 }, restartAfterMs: 5 }],
  });
  expect(story(report)).toEqual(['worker fault', 'worker processStarted', 'worker processCrashed']);
});

test('a crash fault that stays down stays down, whatever a supervisor does after other crashes', async () => {
  const report = await perform({
    actors: { worker: () => pause(50) },
    specs: { worker: { restartAfterMs: 5 } },
    faults: [{ kind: 'crash', process: 'worker', when: { atMs: 10 } }],
  });
  expect(story(report)).toEqual(['worker processStarted', 'worker fault', 'worker processCrashed']);
});

test('two crashes at one time are one crash', async () => {
  const report = await perform({
    actors: { worker: () => pause(50) },
    faults: [
      { kind: 'crash', process: 'worker', when: { atMs: 10 }, restartAfterMs: 5 },
      { kind: 'crash', process: 'worker', when: { atMs: 10 }, restartAfterMs: 5 },
    ],
  });
  expect(story(report).filter((line) => line !== 'worker fault')).toEqual([
    'worker processStarted',
    'worker processCrashed',
    'worker processRestarted',
    'worker processExited',
  ]);
});

test('a crash some time after an event strikes in the middle of computing', async () => {
  const report = await perform({
    actors: {
      worker: async (process) => {
        say('begin');
        await pause(5);
        burn(process, 5_000_000);
        say('never');
      },
    },
    faults: [{ kind: 'crash', process: 'worker', when: { on: 'console', process: 'worker', afterMs: 20 } }],
  });
  const crash = report.events.find(({ kind }) => kind === 'processCrashed');
  expect([lines(report), crash?.atMicros]).toEqual([['worker@0 begin'], 20_000]);
});

test('a crash that another process causes strikes a computing process when it has computed, never in its past', async () => {
  const report = await perform({
    actors: {
      worker: async (process) => {
        const soon = pause(1).then(() => say('never'));
        burn(process, 5_000_000);
        say('computed');
        await soon;
      },
      other: async () => {
        await pause(20);
        say('trigger');
      },
    },
    faults: [{ kind: 'crash', process: 'worker', when: { on: 'console', process: 'other' } }],
  });
  const kinds = report.events.filter(({ process }) => process === 'worker').map(({ kind, atMicros }) => `${kind}@${atMicros / 1000}`);
  expect(kinds.filter((kind) => /console|Crashed/.test(kind))).toEqual(['console@50', 'processCrashed@50']);
});

test('the end of one slow spell does not end another', async () => {
  const report = await perform({
    actors: {
      worker: async () => {
        await pause(12);
        await pause(10);
        say('done');
      },
    },
    faults: [
      { kind: 'slow', process: 'worker', when: { atMs: 1 }, forMs: 10, factor: 2 },
      { kind: 'slow', process: 'worker', when: { atMs: 5 }, forMs: 100, factor: 3 },
    ],
  });
  expect(lines(report)).toEqual(['worker@42 done']);
});

test('a slow spell that begins while a process computes does not reach into the past', async () => {
  const report = await perform({
    actors: {
      worker: (process) => {
        burn(process, 1_000_000);
        say('first');
        say('second');
      },
    },
    faults: [{ kind: 'slow', process: 'worker', when: { on: 'console', process: 'worker' }, forMs: 100, factor: 10 }],
  });
  expect(lines(report)).toEqual(['worker@10 first', 'worker@10 second']);
});

test('what only ends a fault does not keep a run alive', async () => {
  const report = await perform({
    actors: { worker: () => pause(10) },
    faults: [
      { kind: 'slow', process: 'worker', when: { atMs: 1 }, forMs: 60_000, factor: 1 },
      { kind: 'partition', between: ['worker', 'elsewhere'], when: { atMs: 1 }, forMs: 60_000 },
    ],
  });
  expect([report.ended.reason, report.virtualMicros]).toEqual(['quiescent', 10_000]);
});

test('two outages of a broker that overlap are one long one', async () => {
  const heard: string[] = [];
  const report = await perform({
    broker: silentBroker(heard),
    actors: {
      client: async (process) => {
        await pause(70);
        connectsTo(process);
        await pause(60);
        connectsTo(process);
        await pause(20);
        process.exit(0);
      },
    },
    faults: [
      { kind: 'restartBroker', broker: 'fifo', when: { atMs: 10 }, downForMs: 50 },
      { kind: 'restartBroker', broker: 'fifo', when: { atMs: 30 }, downForMs: 70 },
    ],
  });
  expect([lines(report), heard]).toEqual([
    ['client@72 closed ECONNREFUSED', 'client@132 opened'],
    ['restarted', 'client:2 closed'],
  ]);
});

test('a connection that was asked for while the broker was down can be cut like any other', async () => {
  const report = await perform({
    broker: silentBroker(),
    latencyMs: [5, 5],
    actors: {
      client: async (process) => {
        await pause(18);
        connectsTo(process);
        await pause(50);
      },
    },
    faults: [
      { kind: 'restartBroker', broker: 'fifo', when: { atMs: 10 }, downForMs: 10 },
      { kind: 'cut', between: ['client', 'fifo'], when: { atMs: 40 } },
    ],
  });
  expect(lines(report)).toEqual(['client@28 opened', 'client@40 closed ECONNRESET']);
});

test('a lost ack loses the next bytes only, of whichever connection sends first', async () => {
  const heard: string[] = [];
  await perform({
    broker: silentBroker(heard),
    actors: {
      client: async (process) => {
        const [one, other] = [connectsTo(process), connectsTo(process)];
        await pause(20);
        other.write(bytesOf('lost'), () => {});
        await pause(20);
        one.write(bytesOf('kept'), () => {});
        await pause(20);
      },
    },
    faults: [{ kind: 'loseAck', process: 'client', broker: 'fifo', when: { atMs: 10 } }],
  });
  expect(heard).toEqual(['client:2 closed', 'client:1 sent kept']);
});
