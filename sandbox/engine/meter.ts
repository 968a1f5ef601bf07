/** What computing costs: steps and clock reads take virtual time, and one event may take only so many steps. */
import type { Meter } from './program.ts';

/** One step marker costs this many nanoseconds of virtual time, so that fib(35) blocks its loop for most of a second. */
export const STEP_NANOS = 10;
/** A clock read costs this much, so that a busy wait ends and delays what it delayed. */
export const CLOCK_READ_MICROS = 2;
/** More steps than this within one event are an endless loop: two virtual seconds of pure computing. */
export const STEP_BUDGET = 200_000_000;

/** Counts what the running event of one process has cost so far. */
export class EventCost {
  /** Null until the program has started. */
  #meter: Meter | null = null;
  #granted = 0;
  #spentSteps = 0;
  #clockReads = 0;
  #factor = 1;
  /** What was spent before the factor changed within the event: as it cost then, and as it would cost at factor 1. */
  #before = { micros: 0, plainMicros: 0 };

  /** A slowed process pays so many times as much, from now on. */
  get factor(): number {
    return this.#factor;
  }

  set factor(factor: number) {
    this.#before = { micros: this.micros(), plainMicros: this.#plainMicros() };
    this.#factor = factor;
  }

  /** Begins an event with at most `steps` steps before the meter calls `outOfFuel`. */
  begin(steps: number): void {
    this.#spentSteps = 0;
    this.#clockReads = 0;
    this.#before = { micros: 0, plainMicros: 0 };
    this.#granted = steps;
    this.#meter?.grant(steps);
    this.#meter?.clearPosition();
  }

  /** The program of the process has started: its markers are counted from here on. */
  attach(meter: Meter, steps: number): void {
    this.#meter = meter;
    this.begin(steps);
  }

  /** The packed position of the learner's line that runs now, 0 if none. */
  position(): number {
    return this.#meter?.position() ?? 0;
  }

  /** Lets the event go on for so many steps more. */
  grantMore(steps: number): void {
    this.#spentSteps = this.steps();
    this.#granted = steps;
    this.#meter?.grant(steps);
  }

  /** Stops the program at its next marker. */
  starve(): void {
    this.#spentSteps = this.steps();
    this.#granted = 0;
    this.#meter?.grant(0);
  }

  readClock(): void {
    this.#clockReads += 1;
  }

  /** Runs what costs nothing: evaluating a library, which one run does and another finds done. */
  free<Result>(run: () => Result): Result {
    const clockReads = this.#clockReads;
    try {
      return run();
    } finally {
      this.#clockReads = clockReads;
    }
  }

  steps(): number {
    return this.#meter === null ? 0 : this.#spentSteps + this.#granted - this.#meter.fuel();
  }

  /** Whole microseconds that the event has taken. */
  micros(): number {
    const { micros, plainMicros } = this.#before;
    return micros + Math.floor((this.#plainMicros() - plainMicros) * this.#factor);
  }

  #plainMicros(): number {
    return (this.steps() * STEP_NANOS) / 1000 + this.#clockReads * CLOCK_READ_MICROS;
  }
}
