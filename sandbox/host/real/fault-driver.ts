/** Drives the faults of a scenario in real time: a kill, a stopped process, a wire that is cut. */
import type { Fault, When } from '../../engine/cell.ts';
import type { Kind } from '../../trace/event.ts';
import type { ChildSettings } from './child-report.ts';
import { RealError } from './real-error.ts';
import type { RealServer } from './real-server.ts';
import type { Wire } from './wire.ts';

/** What the driver can do to the run. */
export interface FaultHands {
  later(delayMs: number, deed: () => unknown): void;
  crash(process: string, restartAfterMs: number | undefined): void;
  pause(process: string, forMs: number): void;
  wires(one: string, other: string): readonly Wire[];
  server(name: string): RealServer | undefined;
}

/** The events that can be seen from outside a real broker. */
const VISIBLE: ReadonlySet<Kind> = new Set(['console', 'effect', 'processStarted', 'processRestarted', 'processCrashed', 'processExited']);

/** Before the run begins nothing happens that a fault could wait for. */
const NO_HANDS: FaultHands = {
  later: () => {},
  crash: () => {},
  pause: () => {},
  wires: () => [],
  server: () => undefined,
};

type Moment = Extract<When, { on: Kind }>;

export class FaultDriver {
  readonly #faults: readonly Fault[];
  readonly #counts = new Map<Fault, number>();
  #hands: FaultHands = NO_HANDS;

  /** Throws a RealError for a fault that cannot be done for real. */
  constructor(faults: readonly Fault[]) {
    this.#faults = faults;
    for (const fault of faults) {
      if (fault.kind === 'slow') {
        throw new RealError(`A real process cannot be made ${fault.factor} times slower. Give the cell a real: 'skipped: …'.`);
      }
      if ('on' in fault.when && !VISIBLE.has(fault.when.on)) {
        throw new RealError(
          `A fault waits for the event ${fault.when.on}, which a real broker does not tell. Give the cell a real: 'skipped: …'.`,
        );
      }
    }
  }

  /** The clock starts: faults at a time are set. Throws a RealError when a server cannot be restarted. */
  begin(hands: FaultHands): void {
    this.#hands = hands;
    for (const fault of this.#faults) {
      if (fault.kind === 'restartBroker' && hands.server(fault.broker)?.restart === null) {
        throw new RealError(`The server of ${fault.broker} was not started by this program, so it cannot be restarted.`);
      }
      if (fault.kind === 'pause' && hands.server(fault.process) !== undefined) {
        throw new RealError(`The real server ${fault.process} cannot be made to stand still. Give the cell a real: 'skipped: …'.`);
      }
      const { when } = fault;
      if ('atMs' in when) hands.later(when.atMs, () => this.#strike(fault));
    }
  }

  /** Crashes that the process does to itself, since nobody else would be quick enough. `nth` is counted from its next event on. */
  ownCrashesOf(process: string): ChildSettings['crashes'] {
    return this.#faults.flatMap((fault) => {
      const nth = isOwnCrash(fault, process) ? (fault.when.nth ?? 1) - this.#countOf(fault) : 0;
      return nth > 0 && 'on' in fault.when ? [{ on: fault.when.on as 'console', nth }] : [];
    });
  }

  /** When a process that killed itself shall start again; undefined if it did not. */
  ownRestartMs(process: string): number | undefined {
    const struck = this.#faults.find((fault) => isOwnCrash(fault, process) && this.#countOf(fault) === (fault.when.nth ?? 1));
    return struck?.kind === 'crash' ? struck.restartAfterMs : undefined;
  }

  /** Counts the event and does what it sets off. Returns whether its process was killed at once. */
  happened(kind: Kind, process: string): boolean {
    let killed = false;
    for (const fault of this.#faults) {
      const { when } = fault;
      if (!('on' in when) || when.on !== kind || (when.process !== undefined && when.process !== process)) continue;
      const count = this.#countOf(fault) + 1;
      this.#counts.set(fault, count);
      if (count !== (when.nth ?? 1) || isOwnCrash(fault, process)) continue;
      if (when.afterMs !== undefined) this.#hands.later(when.afterMs, () => this.#strike(fault));
      else {
        this.#strike(fault);
        killed ||= fault.kind === 'crash' && fault.process === process;
      }
    }
    return killed;
  }

  #countOf(fault: Fault): number {
    return this.#counts.get(fault) ?? 0;
  }

  #strike(fault: Fault): void {
    switch (fault.kind) {
      case 'crash':
        this.#hands.crash(fault.process, fault.restartAfterMs);
        break;
      case 'pause':
        this.#hands.pause(fault.process, fault.forMs);
        break;
      case 'restartBroker':
        this.#hands.later(0, () => this.#hands.server(fault.broker)?.restart?.(fault.downForMs));
        break;
      case 'cut':
        this.#onWires(fault.between, (wire) => wire.cut());
        break;
      case 'partition':
        this.#onWires(fault.between, (wire) => wire.hold(fault.forMs));
        break;
      case 'latency':
        this.#onWires(fault.between, (wire) => wire.slow(fault.latencyMs));
        this.#hands.later(fault.forMs, () => this.#onWires(fault.between, (wire) => wire.slow(null)));
        break;
      case 'loseAck':
        this.#onWires([fault.process, fault.broker], (wire) => wire.loseNext());
        break;
      case 'slow':
        throw new Error('A slow process was refused when the run was set up.');
      default:
        throw new Error(`Unknown fault ${JSON.stringify(fault satisfies never)}.`);
    }
  }

  #onWires(between: readonly [string, string], deed: (wire: Wire) => void): void {
    for (const wire of this.#hands.wires(...between)) deed(wire);
  }
}

/** A crash of the process right after an event of its own that it records itself. */
function isOwnCrash(fault: Fault, process: string): fault is Extract<Fault, { kind: 'crash' }> & { when: Moment } {
  const { when } = fault;
  return (
    fault.kind === 'crash' &&
    fault.process === process &&
    'on' in when &&
    when.on === 'console' &&
    when.process === process &&
    when.afterMs === undefined
  );
}
