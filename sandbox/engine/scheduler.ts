/** The scheduler: what happens next in virtual time, and whether anything but daemons is left. */
import { EventHeap } from './event-heap.ts';

/** Something that will happen. `owner` is the process whose code it runs, null for brokers, network and faults. */
export interface KernelEvent<Owner> {
  atMicros: number;
  /** When it was to happen first: earlier than `atMicros` once it was put back. */
  readonly dueMicros: number;
  readonly sequence: number;
  readonly owner: Owner | null;
  readonly run: () => void;
  readonly daemon: boolean;
  /** Leaves no promise or tick behind. */
  readonly quiet: boolean;
  cancelled: boolean;
}

export class Scheduler<Owner> {
  #heap = new EventHeap<KernelEvent<Owner>>();
  #nowMicros = 0;
  #sequence = 0;
  #liveCount = 0;

  /** Time of the event taken last. */
  get nowMicros(): number {
    return this.#nowMicros;
  }

  /** How many events that are neither daemons nor cancelled are still to come. */
  get liveCount(): number {
    return this.#liveCount;
  }

  /** Schedules `run` at a virtual time, in whole microseconds, that must not lie in the past. */
  at(atMicros: number, owner: Owner | null, run: () => void, daemon = false, quiet = false): KernelEvent<Owner> {
    if (!(atMicros >= this.#nowMicros)) throw new Error(`An event was scheduled at ${atMicros} µs, before now (${this.#nowMicros} µs).`);
    const event = { atMicros, dueMicros: atMicros, sequence: this.#sequence++, owner, run, daemon, quiet, cancelled: false };
    if (!daemon) this.#liveCount += 1;
    this.#heap.push(event);
    return event;
  }

  cancel(event: KernelEvent<Owner>): void {
    if (event.cancelled) return;
    event.cancelled = true;
    if (!event.daemon) this.#liveCount -= 1;
  }

  /** Puts the next event back to a later time, before the others of that time that were due later. */
  postponeNext(atMicros: number): void {
    const event = this.#heap.pop();
    if (event === undefined) throw new Error('There is no event to postpone.');
    event.atMicros = atMicros;
    this.#heap.push(event);
  }

  /** The next event, not taken yet. */
  peek(): KernelEvent<Owner> | undefined {
    let first = this.#heap.peek();
    while (first?.cancelled) {
      this.#heap.pop();
      first = this.#heap.peek();
    }
    return first;
  }

  /** Takes the next event and moves the clock to it; a taken event can no longer be cancelled. */
  take(): KernelEvent<Owner> | undefined {
    const event = this.peek();
    if (event === undefined) return undefined;
    this.#heap.pop();
    event.cancelled = true;
    if (!event.daemon) this.#liveCount -= 1;
    this.#nowMicros = event.atMicros;
    return event;
  }
}
