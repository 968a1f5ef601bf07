/** The recorder: the one place where events enter a trace. */
import type { Happening, Level, TraceEvent } from './event.ts';

export interface Recording {
  readonly atMicros: number;
  readonly process: string;
}

export class Recorder {
  #events: TraceEvent[] = [];
  #outOfOrder = false;
  #lastMicros = 0;
  #listeners: ((event: TraceEvent) => void)[] = [];
  readonly #levels: ReadonlySet<Level>;

  /** `levels`: what to keep; sweeps leave out what no check reads. */
  constructor(levels: ReadonlySet<Level>) {
    this.#levels = levels;
  }

  /** How many events are kept so far. */
  get size(): number {
    return this.#events.length;
  }

  onRecord(listener: (event: TraceEvent) => void): void {
    this.#listeners.push(listener);
  }

  record(atMicros: number, process: string, happening: Happening): void {
    const event = { sequence: this.#events.length, atMicros, process, ...happening } as TraceEvent;
    if (this.#levels.has(event.level)) {
      if (atMicros < this.#lastMicros) this.#outOfOrder = true;
      else this.#lastMicros = atMicros;
      this.#events.push(event);
    }
    for (const listener of this.#listeners) listener(event);
  }

  /**
   * The trace in order of virtual time. A process that computes runs ahead of the others within one event, so what it
   * recorded then is put where it belongs; equal times keep the order of recording.
   */
  finish(): readonly TraceEvent[] {
    if (!this.#outOfOrder) return this.#events;
    const sorted = this.#events.toSorted((left, right) => left.atMicros - right.atMicros || left.sequence - right.sequence);
    return sorted.map((event, sequence) => ({ ...event, sequence }));
  }
}
