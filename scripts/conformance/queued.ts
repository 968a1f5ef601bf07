/** The queued commands of one client: EXEC answers them all at once, and each reply is to be read as that of its command. */
import type { Frame } from './wire/frame.ts';

export interface Told {
  readonly args: readonly string[];
  readonly frame: Frame;
}

export class Queued {
  #commands: (readonly string[])[] = [];

  /** The replies inside that of an EXEC, with their commands; empty for every other reply. */
  hear(args: readonly string[], frame: Frame): Told[] {
    const name = args[0]?.toLowerCase() ?? '';
    if (frame.sign === '+' && frame.text === 'QUEUED') this.#commands.push(args);
    const commands = this.#commands;
    if (['exec', 'discard', 'reset'].includes(name)) this.#commands = [];
    if (name !== 'exec' || frame.items === null) return [];
    return frame.items.map((item, index) => ({ args: commands[index] ?? [], frame: item }));
  }
}
