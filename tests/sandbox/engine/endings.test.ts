/** A run ends when nothing more can happen, at its deadline, or when it takes more than it may. */
import { expect, test } from 'vitest';
import { burn, lines, pause, perform, say } from './stage.ts';

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
