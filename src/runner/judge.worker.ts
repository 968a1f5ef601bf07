/** The judge's worker: asks the sandbox for the trials of an answer and puts every run to the exercise's checks. */
import { plainScenario } from '../../sandbox/engine/cell.ts';
import type { RunReport } from '../../sandbox/engine/report.ts';
import { EVENT_CAP, type RunPlan, type ToWorker } from '../../sandbox/host/protocol.ts';
import type { Check } from '../../sandbox/judge/check.ts';
import type { Exercise } from '../../sandbox/judge/exercise.ts';
import { type Grade, grade } from '../../sandbox/judge/grade.ts';
import { scenarioOf, type Trial } from '../../sandbox/judge/trials.ts';
import type { JudgeReply, JudgeRequest } from './judging.ts';
import { readFromWorker } from './validate.ts';

const exercises = import.meta.glob<{ exercise: Exercise }>('../../content/lessons/*/exercises/*/exercise.ts');
const checks = import.meta.glob<{ checks: readonly Check[] }>('../../content/lessons/*/exercises/*/checks.ts');

/** Each sandbox has so many runs to do: it begins the next while this worker judges the last. */
const RUNS_IN_HAND = 2;

self.onmessage = async ({ data, ports }: MessageEvent<JudgeRequest>) => {
  try {
    reply({ kind: 'graded', grade: await gradeAnswer(data, ports) });
  } catch (error) {
    reply({ kind: 'failed', said: error instanceof Error ? error.message : String(error) });
  }
};

async function gradeAnswer(request: JudgeRequest, ports: readonly MessagePort[]): Promise<Grade> {
  const folder = `../../content/lessons/${request.lesson}/exercises/${request.exercise}`;
  const [asked, judged] = await Promise.all([exercises[`${folder}/exercise.ts`]?.(), checks[`${folder}/checks.ts`]?.()]);
  if (asked === undefined || judged === undefined) throw new Error(`The site has no exercise ${request.exercise}.`);
  const sandboxes = ports.map((port) => new Sandbox(port));
  const run = (trial: Trial) => idlest(sandboxes).run(planOf(request, asked.exercise, trial));
  const onProgress = (doneCount: number, trialCount: number) => reply({ kind: 'progress', doneCount, trialCount });
  return await grade(asked.exercise, judged.checks, run, { onProgress, runsAhead: sandboxes.length * RUNS_IN_HAND - 1 });
}

function planOf({ programs }: JudgeRequest, exercise: Exercise, trial: Trial): RunPlan {
  return {
    scenario: scenarioOf(plainScenario(exercise), trial),
    programs,
    seed: trial.seed,
    hash: false,
    eventCap: EVENT_CAP,
    levels: ['story'],
    reuseClients: true,
  };
}

interface Asked {
  readonly resolve: (report: RunReport) => void;
  readonly reject: (error: Error) => void;
}

/** A sandbox, asked over its port. What comes back was made in the learner's realm and is read as carefully as on the page. */
class Sandbox {
  readonly #port: MessagePort;
  readonly #asked = new Map<number, Asked>();
  #newest = 0;

  constructor(port: MessagePort) {
    this.#port = port;
    port.onmessage = ({ data }) => this.#receive(readFromWorker(data));
  }

  /** How many runs it has been asked for that have not come back. */
  get inHand(): number {
    return this.#asked.size;
  }

  run(plan: RunPlan): Promise<RunReport> {
    this.#newest += 1;
    const run = this.#newest;
    const report = new Promise<RunReport>((resolve, reject) => this.#asked.set(run, { resolve, reject }));
    this.#port.postMessage({ kind: 'run', run, plan, stream: false } satisfies ToWorker);
    return report;
  }

  #receive(message: ReturnType<typeof readFromWorker>): void {
    if (message === null || (message.kind !== 'finished' && message.kind !== 'failed')) return;
    const asked = this.#asked.get(message.run);
    this.#asked.delete(message.run);
    if (message.kind === 'finished') asked?.resolve(message.report);
    else asked?.reject(new Error(`The machine itself failed, which is our mistake: ${message.said}`));
  }
}

function idlest(sandboxes: readonly Sandbox[]): Sandbox {
  const [first, ...others] = sandboxes;
  if (first === undefined) throw new Error('The judge needs a port to a sandbox.');
  return others.reduce((best, other) => (other.inHand < best.inHand ? other : best), first);
}

function reply(message: JudgeReply): void {
  self.postMessage(message);
}
