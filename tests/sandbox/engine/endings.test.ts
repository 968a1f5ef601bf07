/** A run ends when nothing more can happen, at its deadline, or when it takes more than it may. */
import { describe, expect, test } from 'vitest';
import type { Process } from '../../../sandbox/engine/process.ts';
import { type Actor, burn, lines, pause, perform, say, talkative } from './stage.ts';

test('the run ends at its deadline while something is still going on', async () => {
  const report = await perform({
    actors: {
      clock: async () => {
        for (;;) await pause(100);
      },
    },
    deadlineMs: 1000,
  });
  expect([report.ended.reason, report.virtualMicros]).toEqual(['deadline', 1_000_000]);
});

test('the run ends when it takes more events than its budget', async () => {
  const report = await perform({
    actors: {
      spinner: async () => {
        for (;;) await pause(0);
      },
    },
    eventBudget: 100,
  });
  expect(report.ended.reason).toBe('budget');
});

test('a run with only daemons left is quiescent and says who waits for what', async () => {
  const report = await perform({
    actors: {
      worker: async (process) => {
        process.waitFor('a message on the queue orders');
        const heartbeat = (): void => void process.schedule(1000, heartbeat, { daemon: true });
        heartbeat();
        await new Promise(() => {});
      },
    },
  });
  expect(report.ended).toEqual({ reason: 'quiescent', waiting: [{ process: 'worker', what: 'a message on the queue orders' }] });
});

test('a flood of output ends the run', async () => {
  const report = await perform({
    actors: {
      loud: () => {
        for (;;) say('again');
      },
    },
  });
  expect(report.ended.reason).toBe('budget');
});

test('a run is not over before the last computing is, and quiet does not begin earlier', async () => {
  const report = await perform({
    actors: {
      worker: (process) => burn(process, 5_000_000),
      auditor: () => say('all quiet'),
    },
    specs: { auditor: { startAt: 'quiet' } },
  });
  expect([lines(report), report.virtualMicros]).toEqual([['auditor@50 all quiet'], 50_000]);
});

describe('a client that is refused', () => {
  const tries = (process: Process, host: string, port: number): void => {
    const endpoint = process.connect(
      host,
      port,
      talkative(() => endpoint),
    );
  };
  const triesForEver =
    (host: string, port: number): Actor =>
    async (process) => {
      for (;;) {
        tries(process, host, port);
        await pause(100);
      }
    };
  const serves =
    (port: number): Actor =>
    (process) =>
      void process.listen(port, () => talkative(() => undefined as never));

  test('until the deadline: the run says where it tried in vain, how often, and who listens', async () => {
    const report = await perform({ actors: { server: serves(80), client: triesForEver('localhost', 81) }, deadlineMs: 350 });
    const unreached = { process: 'client', host: 'localhost', port: 81, isHostKnown: true, count: 4 };
    expect(report.ended).toMatchObject({ vain: { unreached: [unreached], listening: [{ name: 'server', port: 80 }] } });
  });

  test('because there is no such host', async () => {
    const report = await perform({ actors: { client: triesForEver('sever', 80) }, deadlineMs: 50 });
    expect(report.ended).toMatchObject({ vain: { unreached: [{ host: 'sever', isHostKnown: false, count: 1 }], listening: [] } });
  });

  test('is not told when it was let in at last, or once, or when someone listens there by now', async () => {
    const late: Actor = async (process) => {
      await pause(50);
      process.listen(80, () => talkative(() => undefined as never));
    };
    const early: Actor = async (process) => {
      tries(process, 'localhost', 80);
      await new Promise(() => {});
    };
    const report = await perform({ actors: { late, client: triesForEver('localhost', 80), early }, deadlineMs: 350 });
    expect(report.ended).toEqual({ reason: 'deadline', said: expect.any(String) });
  });

  test('is not told when it ended well all the same', async () => {
    const report = await perform({ actors: { client: (process) => tries(process, 'localhost', 81) } });
    expect(report.ended).toEqual({ reason: 'quiescent', waiting: [] });
  });
});
