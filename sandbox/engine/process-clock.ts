/** The clock of one process: virtual time, plus what the event that runs now has cost so far. */
import { EventCost, STEP_BUDGET, STEP_NANOS } from './meter.ts';

/** Something that happens to a process at a known time, even in the middle of an event. */
export interface Strike {
  readonly atMicros: number;
  readonly happen: () => void;
}

export class ProcessClock {
  readonly cost = new EventCost();
  /** Events of this process do not run before then: it computes, or it is paused. */
  busyUntilMicros = 0;
  /** Until then it has computed: what it did is recorded up to here, though other processes may not have come so far. */
  computedUntilMicros = 0;
  #strike: Strike | null = null;
  readonly #kernel: { readonly nowMicros: number };
  #eventStartMicros = -1;

  /** `kernel` tells the time of the event taken last. */
  constructor(kernel: { readonly nowMicros: number }) {
    this.#kernel = kernel;
  }

  /** Whether an event of this process runs now. */
  get isRunning(): boolean {
    return this.#eventStartMicros >= 0;
  }

  get isLoopEndless(): boolean {
    return this.cost.steps() >= STEP_BUDGET;
  }

  nowMicros(): number {
    return this.isRunning ? this.#eventStartMicros + this.cost.micros() : this.#kernel.nowMicros;
  }

  /** When the running event began; now, between events. */
  eventStartMicros(): number {
    return this.isRunning ? this.#eventStartMicros : this.#kernel.nowMicros;
  }

  begin(atMicros: number): void {
    this.#eventStartMicros = atMicros;
    this.cost.begin(this.stepsLeft());
  }

  /** Returns how many microseconds the event took. */
  end(): number {
    const micros = this.cost.micros();
    this.computedUntilMicros = this.#eventStartMicros + micros;
    this.stayBusyUntil(this.computedUntilMicros);
    this.#eventStartMicros = -1;
    this.cost.begin(0);
    return micros;
  }

  stayBusyUntil(micros: number): void {
    this.busyUntilMicros = Math.max(this.busyUntilMicros, micros);
  }

  /** Computing costs so many times as much from now on. */
  slowDown(factor: number): void {
    this.cost.factor = factor;
    this.#grantAnew();
  }

  /** The next strike to come. */
  expect(strike: Strike | null): void {
    this.#strike = strike;
    this.#grantAnew();
  }

  /** Takes the strike whose time has come, if it has. */
  takeDueStrike(): Strike | null {
    const strike = this.#strike;
    if (strike === null || this.nowMicros() < strike.atMicros) return null;
    this.#strike = null;
    return strike;
  }

  /** Steps until the loop counts as endless, or until the next strike. */
  stepsLeft(): number {
    const left = STEP_BUDGET - this.cost.steps();
    if (this.#strike === null) return left;
    const stepsUntilStrike = Math.ceil(((this.#strike.atMicros - this.nowMicros()) * 1000) / (STEP_NANOS * this.cost.factor));
    return Math.max(0, Math.min(left, stepsUntilStrike));
  }

  #grantAnew(): void {
    if (this.isRunning) this.cost.grantMore(this.stepsLeft());
  }
}
