/** The program of a comparison: which connection sends which command, in a fixed order, so that both servers see the same. */
import type { Protocol } from './wire/link.ts';

export type Step =
  | { readonly client: number; readonly args: readonly string[] }
  /** Real time that passes. */
  | { readonly waitMs: number };

export interface Program {
  readonly name: string;
  /** The protocol of each connection. */
  readonly clients: readonly Protocol[];
  /** Bare sockets instead of ioredis, for what ioredis refuses or does by itself. */
  readonly bare: boolean;
  readonly steps: readonly Step[];
}

/** All keys and channels of a comparison begin with this. In stories it is written `~`, which by itself means about so many. */
export const PREFIX = 'inflight:';

/** The number of a database in which no other program runs. */
export const OTHER_DATABASE = '@other';

/** The number or the address of another client: `id-of-B`, `address-of-B`. */
export const CLIENT_FACT = /^(id|address)-of-([A-Z])$/;

export function namesClients({ steps }: Program): boolean {
  return steps.some((step) => 'args' in step && step.args.some((word) => CLIENT_FACT.test(word)));
}

/** A story as text: each line is `A lpush ~list x` (connection A), `A3 …` to speak RESP3, or `wait 50`. */
export function story(name: string, text: string, options: { readonly bare?: boolean } = {}): Program {
  const clients: Protocol[] = [];
  const steps = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): Step => {
      const words = [...line.matchAll(/"((?:[^"\\]|\\.)*)"|\S+/g)].map(([word, quoted]) => quoted?.replace(/\\(.)/g, '$1') ?? word);
      const [who = '', ...args] = words;
      if (who === 'wait') return { waitMs: Number(args[0]) };
      const client = who.charCodeAt(0) - 'A'.charCodeAt(0);
      clients[client] ??= who.endsWith('3') ? 3 : 2;
      return { client, args: args.map((word) => (word === '~' ? word : word.replaceAll('~', PREFIX))) };
    });
  return { name, clients: Array.from(clients, (protocol) => protocol ?? 2), bare: options.bare ?? false, steps };
}

/** The program as such a story, to be read or pasted. */
export function storyText({ clients, steps }: Program): string {
  const lines = steps.map((step) => {
    if ('waitMs' in step) return `wait ${step.waitMs}`;
    const who = `${String.fromCharCode('A'.charCodeAt(0) + step.client)}${clients[step.client] === 3 ? '3' : ''}`;
    return [who, ...step.args.map(shownWord)].join(' ');
  });
  return lines.join('\n');
}

function shownWord(word: string): string {
  const short = word.replaceAll(PREFIX, '~');
  return /^[^\s"\\]+$/.test(short) ? short : `"${short.replace(/["\\]/g, '\\$&')}"`;
}
