/** `inflight run --against real`: the same outcomes as in the simulation, on the servers that are here. */
import { join } from 'node:path';
import { describe, test } from 'vitest';
import type { RunResult } from '../../scripts/inflight/run-command.ts';
import { inflight, MACHINE_LESSON } from './inflight.ts';

const PATIENCE_MS = 120_000;

/** What counts: never the interleaving of processes. */
function outcomeOf(stdout: string) {
  const { ended, console, effects, exits } = JSON.parse(stdout) as RunResult;
  const lines = Object.keys(exits).map((process) => [process, console.filter((line) => line.process === process).map(({ text }) => text)]);
  return { ended, lines: Object.fromEntries(lines), effects: effects.map(({ atMicros: _, ...effect }) => effect), exits };
}

describe.concurrent('against real brokers', () => {
  // A machine that is very busy may stop a process for longer than the pauses in the cells; another try is then quieter.
  test.for(['in-process-queue', 'two-workers', 'redis-list', 'rabbit-ack'])(
    '%s',
    { retry: 2, timeout: PATIENCE_MS },
    async (name, { expect, skip }) => {
      const folder = join(MACHINE_LESSON, 'cells', name);
      const real = await inflight('run', folder, '--against', 'real', '--json');
      if (real.code === 2) {
        // Only a server that is not here is a reason to skip; anything else that is wrong fails below.
        expect(real.stderr).toMatch(/^(There is no redis-server|No RabbitMQ answers|The run needs a virtual host)/);
        skip(real.stderr.trim());
      }
      const simulated = await inflight('run', folder, '--json');
      expect(outcomeOf(real.stdout)).toEqual(outcomeOf(simulated.stdout));
    },
  );
});
