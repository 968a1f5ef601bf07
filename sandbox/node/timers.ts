/** `node:timers`: timers on virtual time. */
import { currentProcess, type Task } from '../engine/process.ts';
import { MICROS_PER_MS } from '../engine/units.ts';
import { invalidArgument } from './errors.ts';
import { perProcess } from './per-process.ts';
import { emitWarning } from './warnings.ts';

/** Which timers are a library's own housekeeping: they do not keep a run alive. */
export interface TimerRules {
  readonly daemonIntervals: boolean;
  /** What a negative delay becomes; Node makes it 1 ms. */
  readonly negativeDelayMs: number;
}

export const LEARNER_TIMERS: TimerRules = { daemonIntervals: false, negativeDelayMs: 1 };

type Work = (...args: unknown[]) => unknown;

const LONGEST_DELAY_MS = 2 ** 31 - 1;

interface TimerState {
  lastId: number;
  /** Only timers that were turned into a number are kept here. */
  readonly byId: Map<number, Timeout>;
  readonly warned: Set<string>;
}

const timerState = perProcess<TimerState>(() => ({ lastId: 0, byId: new Map(), warned: new Set() }));

/** What `setTimeout` and `setInterval` return. */
export class Timeout {
  readonly #work: Work;
  readonly #args: unknown[];
  readonly #delayMicros: number;
  readonly #repeats: boolean;
  readonly #daemon: boolean;
  #task: Task | null = null;
  #ref = true;
  #isClosed = false;
  #id = 0;

  constructor(work: Work, delayMs: number, args: unknown[], repeats: boolean, daemon: boolean) {
    this.#work = work;
    this.#args = args;
    this.#delayMicros = delayMs * MICROS_PER_MS;
    this.#repeats = repeats;
    this.#daemon = daemon;
    this.#start();
  }

  ref(): this {
    this.#ref = true;
    this.#task?.setRef(true);
    return this;
  }

  unref(): this {
    this.#ref = false;
    this.#task?.setRef(false);
    return this;
  }

  hasRef(): boolean {
    return this.#ref;
  }

  refresh(): this {
    if (this.#isClosed) return this;
    this.#task?.cancel();
    this.#start();
    return this;
  }

  close(): this {
    this.#isClosed = true;
    this.#task?.cancel();
    this.#task = null;
    if (this.#id !== 0) timerState().byId.delete(this.#id);
    return this;
  }

  [Symbol.toPrimitive](): number {
    if (this.#id === 0) {
      const state = timerState();
      state.lastId += 1;
      this.#id = state.lastId;
      state.byId.set(this.#id, this);
    }
    return this.#id;
  }

  #start(fromEventStart = false): void {
    const task = currentProcess().schedule(this.#delayMicros, () => this.#fire(), { daemon: this.#daemon, fromEventStart });
    if (!this.#ref) task.setRef(false);
    this.#task = task;
  }

  /** An interval counts from before its callback and survives its error (lib/internal/timers.js, listOnTimeout). */
  #fire(): void {
    const fired = this.#task;
    if (!this.#repeats) this.#task = null;
    try {
      this.#work.apply(this, this.#args);
    } finally {
      if (this.#repeats && this.#task === fired) this.#start(true);
    }
  }
}

/** What `setImmediate` returns. */
export class Immediate {
  #task: Task;
  #ref = true;

  constructor(work: Work, args: unknown[]) {
    this.#task = currentProcess().schedule(0, () => work(...args));
  }

  ref(): this {
    this.#ref = true;
    this.#task.setRef(true);
    return this;
  }

  unref(): this {
    this.#ref = false;
    this.#task.setRef(false);
    return this;
  }

  hasRef(): boolean {
    return this.#ref;
  }

  close(): void {
    this.#task.cancel();
  }
}

export interface Timers {
  setTimeout(work: Work, delayMs?: number, ...args: unknown[]): Timeout;
  setInterval(work: Work, delayMs?: number, ...args: unknown[]): Timeout;
  setImmediate(work: Work, ...args: unknown[]): Immediate;
  clearTimeout(timer: unknown): void;
  clearInterval(timer: unknown): void;
  clearImmediate(immediate: unknown): void;
}

/** The timer functions as globals, for a learner's code or for one library. */
export function timersWith(rules: TimerRules): Timers {
  const timers: Timers = {
    setTimeout(work, delayMs, ...args) {
      return new Timeout(checked(work), delayOf(delayMs, rules), args, false, false);
    },
    setInterval(work, delayMs, ...args) {
      return new Timeout(checked(work), delayOf(delayMs, rules), args, true, rules.daemonIntervals);
    },
    setImmediate: (work, ...args) => new Immediate(checked(work), args),
    clearTimeout: clearTimer,
    clearInterval: clearTimer,
    clearImmediate(immediate) {
      if (immediate instanceof Immediate) immediate.close();
    },
  };
  Object.defineProperty(timers.setTimeout, CUSTOM_PROMISIFY, {
    value: (delayMs?: number, value?: unknown) => new Promise((resolve) => timers.setTimeout(resolve as Work, delayMs, value)),
  });
  Object.defineProperty(timers.setImmediate, CUSTOM_PROMISIFY, {
    value: (value?: unknown) => new Promise((resolve) => timers.setImmediate(resolve as Work, value)),
  });
  return timers;
}

const CUSTOM_PROMISIFY = Symbol.for('nodejs.util.promisify.custom');

export const learnerTimers = timersWith(LEARNER_TIMERS);

function clearTimer(timer: unknown): void {
  if (timer instanceof Timeout) timer.close();
  else if (typeof timer === 'number' || typeof timer === 'string') timerState().byId.get(Number(timer))?.close();
}

function checked(work: unknown): Work {
  if (typeof work !== 'function') throw invalidArgument('callback', 'of type function', work);
  return work as Work;
}

/** Whole milliseconds from 1 on; what is out of range is warned about once per process and becomes 1 ms, as in Node. */
function delayOf(asked: unknown, rules: TimerRules): number {
  if (asked === undefined) return 1;
  const delayMs = Number(asked);
  if (delayMs >= 1 && delayMs <= LONGEST_DELAY_MS) return Math.trunc(delayMs);
  if (delayMs < 0 && rules.negativeDelayMs !== 1) return rules.negativeDelayMs;
  if (delayMs > LONGEST_DELAY_MS) warnOnce('TimeoutOverflowWarning', `${delayMs} does not fit into a 32-bit signed integer.`);
  else if (delayMs < 0) warnOnce('TimeoutNegativeWarning', `${delayMs} is a negative number.`);
  else if (Number.isNaN(delayMs)) warnOnce('TimeoutNaNWarning', `${String(asked)} is not a number.`);
  return 1;
}

function warnOnce(name: string, what: string): void {
  const { warned } = timerState();
  if (warned.has(name)) return;
  warned.add(name);
  emitWarning(`${what}\nTimeout duration was set to 1.`, name);
}
