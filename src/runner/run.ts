/** One run in the sandbox, watched from outside: it always ends, whatever the code in it does. */
import type { Scenario } from '../../sandbox/engine/cell.ts';
import type { Program } from '../../sandbox/engine/program.ts';
import type { RunReport } from '../../sandbox/engine/report.ts';
import type { FromWorker } from '../../sandbox/host/protocol.ts';
import { EVENT_CAP } from '../../sandbox/host/protocol.ts';
import type { Ended } from '../../sandbox/trace/ended.ts';
import type { TraceEvent } from '../../sandbox/trace/event.ts';
import { librariesOf } from './assets.ts';
import type { FrameWorker } from './frame.ts';
import { withoutCode } from './rehearsal.ts';
import { discardFrame, takeWorker } from './sandbox.ts';

/** Real time that one run may take. The step meter ends endless loops long before; this is for what it cannot see. */
export const WATCHDOG_MS = 10_000;
/** A worker is taken for one run; earlier ones were rehearsals. */
const RUN = 1;
/** How often a run that goes on is looked after. */
const PULSE_MS = 1000;
/** How long a stopped run may take to end by itself before its worker is ended. */
const STOP_WITHIN_MS = 250;

export interface RunRequest {
  readonly scenario: Scenario;
  readonly programs: readonly Program[];
  readonly seed: number;
  readonly hash?: boolean;
}

export interface RunListener {
  /** A batch of events as they are recorded while the run goes on; the report has the final trace. */
  events(events: readonly TraceEvent[]): void;
}

export interface Run {
  /** Resolves once, however the run ends; rejects only when the sandbox itself is broken. */
  readonly report: Promise<RunReport>;
  stop(): void;
}

/** Starts a run in a worker of its own. */
export function startRun(request: RunRequest, listener: RunListener): Run {
  const imports = request.programs.flatMap((program) => program.imports);
  const libraries = librariesOf(imports, request.scenario.brokers);
  let stop = (): void => {
    stopped = true;
  };
  let stopped = false;
  const report = takeWorker(libraries).then((worker) => {
    const watched = watch(worker, request, listener);
    stop = watched.stop;
    if (stopped) stop();
    return watched.report;
  });
  return { report, stop: () => stop() };
}

function watch(worker: FrameWorker, request: RunRequest, listener: RunListener): { report: Promise<RunReport>; stop: () => void } {
  const seen: TraceEvent[] = [];
  const trace: TraceEvent[] = [];
  let stop = (): void => {};
  const report = new Promise<RunReport>((resolve, reject) => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    let isOver = false;
    const finish = (settle: () => void): void => {
      isOver = true;
      for (const timer of timers) clearTimeout(timer);
      worker.end();
      settle();
    };
    const cutOff = (ended: Ended): void => {
      finish(() => resolve(reportOf(request.seed, seen, ended)));
      // What did not end by itself may still hold its process and its memory: the next run gets a new frame.
      if (ended.reason === 'watchdog') discardFrame();
    };
    timers.add(setTimeout(() => cutOff({ reason: 'watchdog', said: tookTooLong(seen) }), WATCHDOG_MS));
    const lookAfter = async (): Promise<void> => {
      const isAlive = await worker.isFrameAlive();
      if (isOver) return;
      if (isAlive) {
        timers.add(setTimeout(() => void lookAfter(), PULSE_MS));
        return;
      }
      cutOff({ reason: 'watchdog', said: broke('its process is gone.', seen) });
    };
    timers.add(setTimeout(() => void lookAfter(), PULSE_MS));
    stop = () => {
      worker.post({ kind: 'stop' });
      timers.add(setTimeout(() => cutOff({ reason: 'stopped', said: 'You stopped the run.' }), STOP_WITHIN_MS));
    };
    worker.listener = {
      broke: (said) => cutOff({ reason: 'watchdog', said: broke(said, seen) }),
      said: (message) => hear(message),
    };
    const hear = (message: FromWorker): void => {
      if (message.kind === 'ready' || message.run !== RUN) return;
      if (message.kind === 'events' && seen.length < EVENT_CAP) {
        seen.push(...message.events);
        listener.events(message.events);
      } else if (message.kind === 'trace' && trace.length <= EVENT_CAP) {
        trace.push(...message.events);
        // Not at once: messages would keep the page from its timers.
        setTimeout(() => worker.post({ kind: 'more' }));
      } else if (message.kind === 'finished') finish(() => resolve({ ...message.report, events: trace }));
      else if (message.kind === 'failed')
        finish(() => reject(new Error(`The machine itself failed, which is our mistake: ${message.said}`)));
    };
    const { scenario, programs, seed, hash = false } = request;
    worker.post({ kind: 'programs', codes: programs.map(({ code }) => code) });
    worker.post({
      kind: 'run',
      run: RUN,
      stream: true,
      plan: { scenario, programs: programs.map(withoutCode), seed, hash, eventCap: EVENT_CAP, reuseClients: true },
    });
  });
  return { report, stop: () => stop() };
}

function reportOf(seed: number, events: readonly TraceEvent[], ended: Ended): RunReport {
  return { seed, ended, virtualMicros: events.at(-1)?.atMicros ?? 0, events, traceHash: '', processes: [] };
}

function tookTooLong(seen: readonly TraceEvent[]): string {
  return `The run took more than ${WATCHDOG_MS / 1000} seconds of real time and was cut off. Something in it takes too long or too much memory: perhaps a loop, a regular expression, or a list that grows without end. ${lastSign(seen)}`;
}

function broke(said: string, seen: readonly TraceEvent[]): string {
  return `The sandbox that ran the cell broke down, most likely because the cell used too much memory: ${said} ${lastSign(seen)}`;
}

function lastSign(seen: readonly TraceEvent[]): string {
  const source = seen.findLast((event) => event.source !== undefined)?.source;
  return source === undefined ? 'It had not done anything yet.' : `The last sign of it was at ${source.file}:${source.line}.`;
}
