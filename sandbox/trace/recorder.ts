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
    const { level, kind, messageId, source, annotation, detail } = happening;
    const sequence = this.#events.length;
    // Of one shape, spelt out: spreading costs several times as much, and a run has hundreds of thousands of these.
    const event = { sequence, atMicros, process, level, kind, messageId, source, detail } as TraceEvent;
    if (annotation !== undefined) Object.assign(event, { annotation });
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
