/** A broker's host for tests: a clock that is moved by hand, and everything that was recorded. */
import type { BrokerEnvironment, OutboundConnection } from '../../../sandbox/engine/broker.ts';
import type { Happening } from '../../../sandbox/trace/event.ts';

interface Scheduled {
  readonly atMicros: number;
  readonly callback: () => void;
}

export class FakeEnvironment implements BrokerEnvironment {
  readonly name = 'server';
  readonly epochMs = 1_700_000_000_000;
  readonly happenings: Happening[] = [];
  #nowMicros = 0;
  #scheduled: Scheduled[] = [];
  #minted = 0;

  nowMicros(): number {
    return this.#nowMicros;
  }

  schedule(delayMicros: number, callback: () => void): () => void {
    const scheduled = { atMicros: this.#nowMicros + delayMicros, callback };
    this.#scheduled.push(scheduled);
    return () => {
      this.#scheduled = this.#scheduled.filter((other) => other !== scheduled);
    };
  }

  record(happening: Happening): void {
    this.happenings.push(happening);
  }

  recordWire(describe: () => Happening): void {
    this.record(describe());
  }

  random(): number {
    return 0.5;
  }

  mintMessageId(): string {
    this.#minted += 1;
    return `m${this.#minted}`;
  }

  connect(): OutboundConnection {
    throw new Error('Nobody else is there.');
  }

  /** Lets so many milliseconds pass; what is due happens at its time, in order. */
  pass(milliseconds: number): void {
    const endMicros = this.#nowMicros + milliseconds * 1000;
    for (;;) {
      const next = this.#scheduled.toSorted((one, other) => one.atMicros - other.atMicros)[0];
      if (next === undefined || next.atMicros > endMicros) break;
      this.#scheduled = this.#scheduled.filter((other) => other !== next);
      this.#nowMicros = next.atMicros;
      next.callback();
    }
    this.#nowMicros = endMicros;
  }

  /** The story so far, one line for each event: `messageStored m1 orders`. */
  story(): string[] {
    return this.happenings.filter(({ level }) => level === 'story').map(lineOf);
  }
}

function lineOf(happening: Happening): string {
  const detail = happening.detail as unknown as Record<string, unknown>;
  const told = ['from', 'to', 'place', 'reason', 'client'].map((name) => detail[name]).filter((value) => value !== undefined);
  const flags = ['redelivered', 'settled'].filter((name) => detail[name] === true);
  return [happening.kind, happening.messageId, ...told, ...flags].join(' ');
}
