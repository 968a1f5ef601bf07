/** The player's clock: turns the browser's frames into positions while a run plays. */
import { positionAt } from './pacing.ts';

export class PlayerClock {
  readonly #go: (position: number) => void;
  readonly #ended: () => void;
  #frame = 0;

  /** `go` is called with each new position, `ended` once the last one is reached. */
  constructor(go: (position: number) => void, ended: () => void) {
    this.#go = go;
    this.#ended = ended;
  }

  get isRunning(): boolean {
    return this.#frame !== 0;
  }

  start(pacing: readonly number[], from: number): void {
    this.stop();
    const endMs = (pacing.at(-1) ?? 0) + 1;
    const offsetMs = pacing[from] ?? 0;
    let startedAt: number | null = null;
    let last = from;
    const tick = (now: number): void => {
      startedAt ??= now;
      const ms = offsetMs + now - startedAt;
      const position = positionAt(pacing, ms);
      this.#frame = ms < endMs ? requestAnimationFrame(tick) : 0;
      if (position !== last) this.#go(position);
      last = position;
      if (this.#frame === 0) this.#ended();
    };
    this.#frame = requestAnimationFrame(tick);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }
}
