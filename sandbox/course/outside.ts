/** The way to the world outside: simulated by default, or wherever the host connects it to. */
import { currentProcess, type Process } from '../engine/process.ts';
import { type Deed, Ledger } from './ledger.ts';

/** Does a deed and resolves with its answer. */
export type Outside = (deed: Deed) => Promise<unknown>;

let outside: Outside = simulatedOutside;

export function perform(deed: Deed): Promise<unknown> {
  return outside(deed);
}

/** For a host on real Node: deeds go to whoever keeps the ledger for all its processes and records the effects. */
export function connectOutside(other: Outside): void {
  outside = other;
}

/** One ledger for each run. */
const ledgers = new WeakMap<object, Ledger>();

/** Each way takes this long, drawn evenly. */
const LEAST_WAY_MICROS = 1_000;
const MOST_WAY_MICROS = 4_000;

/**
 * The deed is done after one way and the answer is there after another, so that a crash can come before the deed or between
 * the deed and its answer.
 */
function simulatedOutside(deed: Deed): Promise<unknown> {
  const process = currentProcess();
  const source = process.sourceOf(process.position());
  return new Promise((resolve) => {
    const arrive = (): void => {
      const { effect, answer } = ledgerOf(process).perform(deed);
      if (effect !== null) process.record({ level: 'story', kind: 'effect', detail: effect, ...(source && { source }) });
      process.schedule(wayMicros(process), () => resolve(answer));
    };
    process.schedule(wayMicros(process), arrive, { quiet: true });
  });
}

function wayMicros(process: Process): number {
  return LEAST_WAY_MICROS + Math.floor(process.random() * (MOST_WAY_MICROS - LEAST_WAY_MICROS));
}

function ledgerOf({ run }: Process): Ledger {
  const ledger = ledgers.get(run) ?? new Ledger();
  ledgers.set(run, ledger);
  return ledger;
}
