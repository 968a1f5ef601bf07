/** Judging, seen from the page: the answer runs in the sandbox, its checks in the judge's worker, joined by a port of their own. */
import type { BrokerSpec } from '../../sandbox/engine/cell.ts';
import type { Program } from '../../sandbox/engine/program.ts';
import type { Grade } from '../../sandbox/judge/grade.ts';
import { librariesOf } from './assets.ts';
import { withoutCode } from './rehearsal.ts';
import { WATCHDOG_MS } from './run.ts';
import { discardFrame, takeWorker } from './sandbox.ts';

export interface JudgeRequest {
  readonly lesson: string;
  readonly exercise: string;
  readonly programs: readonly Omit<Program, 'code' | 'map'>[];
}

export type JudgeReply =
  | { readonly kind: 'progress'; readonly doneCount: number; readonly trialCount: number }
  | { readonly kind: 'graded'; readonly grade: Grade }
  | { readonly kind: 'failed'; readonly said: string };

/** What runs: the reader's programs, on the brokers of the exercise. */
export interface Answer {
  readonly programs: readonly Program[];
  readonly brokers: readonly BrokerSpec[];
}

export interface Judging {
  /** Rejects with a sentence when the answer was cut off or stopped. */
  readonly grade: Promise<Grade>;
  stop(): void;
}

/** More would not be faster: a processor is left for the judge and the page. */
const MOST_SANDBOXES = 3;

/** In how many workers the trials run side by side. */
function sandboxCount(): number {
  return Math.max(1, Math.min(MOST_SANDBOXES, navigator.hardwareConcurrency || 1));
}

/** Grades an answer. The watchdog counts real time without progress: each trial has as long as a run. */
export function startJudging(
  request: Omit<JudgeRequest, 'programs'>,
  { programs, brokers }: Answer,
  onProgress: (done: number, of: number) => void,
): Judging {
  let giveUp: (said: string) => void = () => {};
  const grade = new Promise<Grade>((resolve, reject) => {
    const libraries = librariesOf(
      programs.flatMap(({ imports }) => imports),
      brokers,
    );
    const judge = new Worker(new URL('./judge.worker.ts', import.meta.url), { type: 'module' });
    const closing: (() => void)[] = [() => judge.terminate()];
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      for (const close of closing) close();
      settle();
    };
    giveUp = (said) =>
      finish(() => {
        // What did not end by itself may still hold its process: the next run gets a new frame.
        discardFrame();
        reject(new Error(said));
      });
    const late = () =>
      giveUp(`One run of the answer took more than ${WATCHDOG_MS / 1000} seconds of real time and was cut off. Run it to see where.`);
    let timer = setTimeout(late, WATCHDOG_MS);
    judge.onerror = (event) => giveUp(`The judge could not be loaded: ${event.message || 'check the connection and try again.'}`);
    judge.onmessage = ({ data }: MessageEvent<JudgeReply>) => {
      clearTimeout(timer);
      timer = setTimeout(late, WATCHDOG_MS);
      if (data.kind === 'progress') onProgress(data.doneCount, data.trialCount);
      else finish(() => (data.kind === 'graded' ? resolve(data.grade) : reject(new Error(data.said))));
    };
    const join = async (): Promise<MessagePort> => {
      const worker = await takeWorker(libraries);
      closing.push(() => worker.end());
      worker.listener = {
        said: () => {},
        broke: (said) => giveUp(`The worker that ran the answer broke down, most likely because it used too much memory: ${said}`),
      };
      const { port1, port2 } = new MessageChannel();
      worker.post({ kind: 'programs', codes: programs.map(({ code }) => code) });
      worker.post({ kind: 'listen' }, [port1]);
      return port2;
    };
    Promise.all(Array.from({ length: sandboxCount() }, join)).then(
      (ports) => judge.postMessage({ ...request, programs: programs.map(withoutCode) } satisfies JudgeRequest, ports),
      (error: unknown) => giveUp(error instanceof Error ? error.message : String(error)),
    );
  });
  return { grade, stop: () => giveUp('You stopped the check.') };
}
