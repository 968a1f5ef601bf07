/** A timer of a process: an event to come that can be cancelled, and that keeps its process alive unless told otherwise. */
import type { Task } from './process.ts';

/** What a timer tells its process. */
export interface TaskOwner {
  countHandle(change: number): void;
}

export class VirtualTask implements Task {
  readonly #owner: TaskOwner;
  readonly #tasks: Set<VirtualTask>;
  #cancelEvent: (() => void) | null = null;
  #ref = false;

  constructor(owner: TaskOwner, tasks: Set<VirtualTask>) {
    this.#owner = owner;
    this.#tasks = tasks;
  }

  arm(cancelEvent: () => void): void {
    this.#cancelEvent = cancelEvent;
    this.#tasks.add(this);
    this.setRef(true);
  }

  cancel(): void {
    this.#cancelEvent?.();
    this.forget();
  }

  /** It has run or will not run. */
  forget(): void {
    this.setRef(false);
    this.#cancelEvent = null;
    this.#tasks.delete(this);
  }

  setRef(ref: boolean): void {
    if (ref === this.#ref || (ref && this.#cancelEvent === null)) return;
    this.#ref = ref;
    this.#owner.countHandle(ref ? 1 : -1);
  }
}
