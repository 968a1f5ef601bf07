/** Processes live on virtual time: they wait, compute, exit, crash and start again. */
import { expect, test } from 'vitest';
import { currentProcess } from '../../../sandbox/engine/process.ts';
import { burn, lines, pause, perform, say, story } from './stage.ts';

test('timers of two processes meet in order of virtual time', async () => {
  const report = await perform({
    actors: {
      slow: async () => {
        await pause(30);
        say('late');
      },
      fast: async () => {
        await pause(10);
        say('early');
      },
    },
  });
  expect(lines(report)).toEqual(['fast@10 early', 'slow@30 late']);
});

test('a process with nothing left to do exits with code 0', async () => {
  const report = await perform({ actors: { web: () => pause(5) } });
  expect(report.processes).toEqual([{ name: 'web', state: 'exited', exitCode: 0 }]);
});

test('a top level that still waits when nothing can happen exits with code 13, as in Node', async () => {
  const report = await perform({ actors: { web: () => new Promise(() => {}) } });
  expect(report.processes[0]?.exitCode).toBe(13);
});

test('an error that nobody catches crashes only its own process', async () => {
  const report = await perform({
    actors: {
      bad: async () => {
        await pause(1);
        throw new Error('no stock');
      },
      good: async () => {
        await pause(2);
        say('still here');
      },
    },
  });
  expect(report.processes.map(({ name, state }) => `${name} ${state}`)).toEqual(['bad crashed', 'good exited']);
});

test('after a crash nothing of the process runs, not even a promise that was on its way', async () => {
  const report = await perform({
    actors: {
      worker: async () => {
        for (;;) {
          await pause(10);
          say('tick');
        }
      },
    },
    faults: [{ kind: 'crash', process: 'worker', when: { atMs: 25 } }],
  });
  expect(lines(report)).toEqual(['worker@10 tick', 'worker@20 tick']);
});

test('a crash after an event strikes before the process does anything more', async () => {
  const report = await perform({
    actors: {
      worker: async () => {
        say('one');
        say('two');
        await pause(1);
      },
    },
    faults: [{ kind: 'crash', process: 'worker', when: { on: 'console', process: 'worker' } }],
  });
  expect(lines(report)).toEqual(['worker@0 one']);
});

test('a crash right after the start comes before the first line of the program', async () => {
  const report = await perform({
    actors: { worker: () => say('never') },
    faults: [{ kind: 'crash', process: 'worker', when: { on: 'processStarted', process: 'worker' } }],
  });
  expect(lines(report)).toEqual([]);
});

test('a restart begins the program afresh', async () => {
  const report = await perform({
    actors: {
      worker: async () => {
        await pause(20);
        say('done');
      },
    },
    faults: [{ kind: 'crash', process: 'worker', when: { atMs: 10 }, restartAfterMs: 5 }],
  });
  expect([lines(report), story(report)]).toEqual([
    ['worker@35 done'],
    ['worker processStarted', 'worker fault', 'worker processCrashed', 'worker processRestarted', 'worker processExited'],
  ]);
});

test('a quiet event happens at its time, and the crash that it causes is a crash', async () => {
  const report = await perform({
    actors: {
      worker: async (process) => {
        process.schedule(10_000, () => say('quiet'), { quiet: true });
        await pause(20);
        say('never');
      },
    },
    faults: [{ kind: 'crash', process: 'worker', when: { on: 'console', process: 'worker' } }],
  });
  expect([lines(report), report.processes[0]?.state]).toEqual([['worker@10 quiet'], 'crashed']);
});

test('exit ends the process at once', async () => {
  const report = await perform({
    actors: {
      worker: () => {
        say('before');
        currentProcess().exit(3);
      },
    },
  });
  expect([lines(report), report.processes[0]?.exitCode]).toEqual([['worker@0 before'], 3]);
});

test('a paused process does what was due only after the pause', async () => {
  const report = await perform({
    actors: {
      worker: async () => {
        await pause(10);
        say('due at 10');
      },
    },
    faults: [{ kind: 'pause', process: 'worker', when: { atMs: 5 }, forMs: 100 }],
  });
  expect(lines(report)).toEqual(['worker@105 due at 10']);
});

test('a slowed process takes so many times as long', async () => {
  const report = await perform({
    actors: {
      worker: async () => {
        await pause(10);
        await pause(10);
        say('done');
      },
    },
    faults: [{ kind: 'slow', process: 'worker', when: { atMs: 5 }, forMs: 1000, factor: 3 }],
  });
  expect(lines(report)).toEqual(['worker@40 done']);
});

test('a process that starts at quiet looks at what the others left', async () => {
  const report = await perform({
    actors: {
      worker: () => pause(50),
      auditor: () => say('all quiet'),
    },
    specs: { auditor: { startAt: 'quiet' } },
  });
  expect(lines(report)).toEqual(['auditor@50 all quiet']);
});

test('ticks run before promises, and again after them', async () => {
  const report = await perform({
    actors: {
      worker: async (process) => {
        await pause(1);
        process.nextTick(() => say('tick 1'));
        Promise.resolve().then(() => {
          say('promise');
          process.nextTick(() => say('tick 2'));
        });
        say('now');
      },
    },
  });
  expect(lines(report).map((line) => line.split(' ').slice(1).join(' '))).toEqual(['now', 'promise', 'tick 1', 'tick 2']);
});

test('computing takes virtual time and delays what was due meanwhile', async () => {
  const report = await perform({
    actors: {
      worker: async (process) => {
        burn(process, 5_000_000);
        await pause(1);
        say('after 50 ms of computing');
      },
      other: async () => {
        await pause(20);
        say('not delayed');
      },
    },
  });
  expect(lines(report)).toEqual(['other@20 not delayed', 'worker@51 after 50 ms of computing']);
});

test('a busy wait on the clock ends, and the trace says how long the loop was blocked', async () => {
  const report = await perform({
    actors: {
      worker: (process) => {
        const start = process.readClockMicros();
        while (process.readClockMicros() - start < 800_000) {
          // burning clock reads
        }
        say('awake');
      },
    },
  });
  const blocked = report.events.find(({ kind }) => kind === 'processBlocked');
  expect([lines(report), blocked?.detail]).toEqual([['worker@800.002 awake'], { forMicros: 800_002 }]);
});

test('a crash whose time is known strikes in the middle of computing', async () => {
  const report = await perform({
    actors: {
      worker: (process) => {
        const start = process.readClockMicros();
        while (process.readClockMicros() - start < 800_000) {
          // burning clock reads
        }
        say('never');
      },
    },
    faults: [{ kind: 'crash', process: 'worker', when: { atMs: 300 } }],
  });
  const crash = report.events.find(({ kind }) => kind === 'processCrashed');
  expect([lines(report), crash?.atMicros]).toEqual([[], 300_000]);
});

test('an exit inside an exit listener ends the process with its code, and the other listeners still hear', async () => {
  const report = await perform({
    actors: {
      worker: (process) => {
        process.onExit(() => process.exit(5));
        process.onExit(() => say('also heard'));
      },
    },
  });
  expect([lines(report), report.processes[0]?.exitCode]).toEqual([['worker@0 also heard'], 5]);
});
