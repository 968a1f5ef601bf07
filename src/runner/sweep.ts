/** The sweep: one scenario under many seeds in one worker, for its trace hashes. */
import type { RunReport } from '../../sandbox/engine/report.ts';
import { EVENT_CAP } from '../../sandbox/host/protocol.ts';
import type { Level } from '../../sandbox/trace/event.ts';
import { librariesOf } from './assets.ts';
import { withoutCode } from './rehearsal.ts';
import type { RunRequest } from './run.ts';
import { takeWorker } from './sandbox.ts';

const EVERYTHING: readonly Level[] = ['story', 'wire', 'kernel'];

/**
 * Runs each seed in order, without events in the reports: trace hash and ending. Every other one runs as the judge's sweeps do,
 * which must not be seen in its hash. The caller's code must be the course's own.
 */
export async function sweep({ scenario, programs }: Omit<RunRequest, 'seed'>, seeds: readonly number[]): Promise<RunReport[]> {
  const worker = await takeWorker(
    librariesOf(
      programs.flatMap(({ imports }) => imports),
      scenario.brokers,
    ),
  );
  const reports: RunReport[] = [];
  try {
    worker.post({ kind: 'programs', codes: programs.map(({ code }) => code) });
    for (const seed of seeds) reports.push(await runOne(seed));
    return reports;
  } finally {
    worker.end();
  }

  function runOne(seed: number): Promise<RunReport> {
    return new Promise((resolve, reject) => {
      worker.listener = {
        broke: (said) => reject(new Error(said)),
        said: (message) => {
          if (message.kind === 'finished' && message.run === seed) resolve(message.report);
          if (message.kind === 'failed') reject(new Error(message.said));
        },
      };
      const asTheJudge = seed % 2 === 0 ? { levels: EVERYTHING, reuseClients: true } : {};
      const plan = { scenario, programs: programs.map(withoutCode), seed, hash: true, eventCap: EVENT_CAP, ...asTheJudge };
      worker.post({ kind: 'run', run: seed, stream: false, plan });
    });
  }
}
