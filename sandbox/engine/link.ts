/** The links between hosts: which are cut off, how long a segment takes, and how long its bytes need to leave. */
import type { NetworkSpec } from './cell.ts';
import { microsOfMs } from './units.ts';

interface LinkState {
  blockedUntilMicros: number;
  latencyUntilMicros: number;
  latencyMs: readonly [number, number];
}

export class Links {
  readonly #usual: readonly [number, number];
  readonly #bytesPerMs: number;
  readonly #states = new Map<string, LinkState>();

  constructor(spec: NetworkSpec) {
    this.#usual = spec.latencyMs;
    this.#bytesPerMs = spec.bytesPerMs ?? Number.POSITIVE_INFINITY;
  }

  /** No segment between the two hosts arrives before `untilMicros`. */
  block(between: readonly [string, string], untilMicros: number): void {
    const state = this.#stateOf(between[0], between[1]);
    state.blockedUntilMicros = Math.max(state.blockedUntilMicros, untilMicros);
  }

  changeLatency(between: readonly [string, string], latencyMs: readonly [number, number], untilMicros: number): void {
    const state = this.#stateOf(between[0], between[1]);
    state.latencyMs = latencyMs;
    state.latencyUntilMicros = untilMicros;
  }

  /** When segments between the two hosts arrive again; at or before now when they do. */
  blockedUntilMicros(left: string, right: string): number {
    if (this.#states.size === 0) return 0;
    return this.#states.get(nameOf(left, right))?.blockedUntilMicros ?? 0;
  }

  /** How long a segment takes, for an even draw from [0, 1). */
  latencyMicros(left: string, right: string, nowMicros: number, draw: number): number {
    const state = this.#states.size === 0 ? undefined : this.#states.get(nameOf(left, right));
    const [least, most] = state !== undefined && nowMicros < state.latencyUntilMicros ? state.latencyMs : this.#usual;
    return Math.max(1, microsOfMs(least + (most - least) * draw));
  }

  /** How long the sender is busy with so many bytes before the last one has left. */
  sendingMicros(byteCount: number): number {
    return microsOfMs(byteCount / this.#bytesPerMs);
  }

  #stateOf(left: string, right: string): LinkState {
    const name = nameOf(left, right);
    let state = this.#states.get(name);
    if (state === undefined) {
      state = { blockedUntilMicros: 0, latencyUntilMicros: 0, latencyMs: this.#usual };
      this.#states.set(name, state);
    }
    return state;
  }
}

function nameOf(left: string, right: string): string {
  return left < right ? `${left}|${right}` : `${right}|${left}`;
}
