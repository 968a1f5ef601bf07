/** The transaction of one client: commands that MULTI queues until EXEC, and the keys that WATCH guards. */
import type { SourceLine } from '../../../trace/event.ts';
import type { Command } from './command.ts';

export interface QueuedCommand {
  readonly command: Command;
  readonly args: readonly Uint8Array[];
  readonly source: SourceLine | undefined;
}

export class Transaction {
  /** Between MULTI and EXEC or DISCARD. */
  isOpen = false;
  /** A command was refused while it was queued: EXEC will refuse all. */
  isBroken = false;
  /** A watched key has changed: EXEC will do nothing and answer nil. */
  spoiled = false;
  readonly #queued: QueuedCommand[] = [];

  /** How many commands are queued. */
  get length(): number {
    return this.#queued.length;
  }

  add(command: QueuedCommand): void {
    this.#queued.push(command);
  }

  /** Takes the queued commands and closes the transaction. */
  close(): QueuedCommand[] {
    this.isOpen = false;
    this.isBroken = false;
    this.spoiled = false;
    return this.#queued.splice(0);
  }
}
