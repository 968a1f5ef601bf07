/** One connection of a program: real ioredis, or a bare socket for what ioredis does not let through; every frame is kept as it came. */
import { once } from 'node:events';
import net from 'node:net';
import { Redis } from 'ioredis';
import { type Frame, frameAt } from './frame.ts';
import type { Heard } from './heard.ts';

export type Protocol = 2 | 3;

/** A command that was sent, and what has come for it so far. */
interface Slot {
  readonly args: readonly string[];
  readonly frames: Frame[];
}

/** A command with its replies: one, or one for each channel that it names. */
export interface Answer {
  readonly args: readonly string[];
  readonly frames: readonly Frame[];
}

/** A server that needs longer has forgotten us. */
const PATIENCE_MS = 10_000;

/** Instead of a command's name: the rest is sent as it is, which may be no command at all. */
export const RAW = '@raw';

const MESSAGES: ReadonlySet<string> = new Set(['message', 'pmessage', 'smessage']);
const CONFIRMED = /^[ps]?(?:un)?subscribe$/i;

export class Link {
  readonly #redis: Redis | null;
  readonly #socket: net.Socket;
  readonly #subscriptions = { '': new Set<string>(), p: new Set<string>(), s: new Set<string>() };
  #unread = '';
  #slots: Slot[] = [];
  #answers: Answer[] = [];
  #messages: Heard[] = [];
  #answered = 0;
  #wakes: (() => void)[] = [];
  isClosed = false;
  /** The server did not answer in time. */
  isStuck = false;

  /** Through ioredis, in a database of its own number. */
  static async open(port: number, protocol: Protocol, db: number): Promise<Link> {
    const redis = new Redis({
      port,
      host: '127.0.0.1',
      db,
      protocol,
      lazyConnect: true,
      retryStrategy: () => null,
      maxRetriesPerRequest: null,
    });
    redis.on('error', () => {});
    await redis.connect();
    await redis.ping();
    return new Link(redis.stream as net.Socket, redis);
  }

  /** A bare socket that has sent nothing but its choice of protocol and database. */
  static async openBare(port: number, protocol: Protocol, db: number): Promise<Link> {
    const socket = net.connect({ host: '127.0.0.1', port, noDelay: true });
    await once(socket, 'connect');
    const link = new Link(socket, null);
    if (protocol === 3) link.send([['hello', '3']]);
    link.send([['select', String(db)]]);
    await link.idle();
    link.take();
    return link;
  }

  private constructor(socket: net.Socket, redis: Redis | null) {
    this.#redis = redis;
    this.#socket = socket;
    socket.on('data', (bytes: Buffer) => this.#read(bytes.toString('latin1')));
    socket.on('error', () => {});
    socket.on('close', () => {
      this.isClosed = true;
      this.#wake();
    });
  }

  /** How the server calls this connection. */
  get address(): string {
    return `127.0.0.1:${this.#socket.localPort}`;
  }

  get isIdle(): boolean {
    return this.#slots.length === 0 || this.isClosed;
  }

  /** Sends the commands in one go. `told`: how they are called in their answers. */
  send(commands: readonly (readonly string[])[], told = commands): void {
    this.#socket.cork();
    for (const [index, args] of commands.entries()) {
      this.#slots.push({ args: told[index] ?? args, frames: [] });
      this.#write(args);
    }
    this.#socket.uncork();
  }

  /** Resolves when every command is answered, or the server has hung up; after so long the connection counts as dead. */
  async idle(limitMs = PATIENCE_MS): Promise<void> {
    if (this.isIdle) return;
    const timer = setTimeout(() => this.#giveUp(), limitMs);
    while (!this.isIdle) {
      await new Promise<void>((resolve) => this.#wakes.push(resolve));
    }
    clearTimeout(timer);
  }

  /** What has come since it was last asked. */
  take(): { readonly answers: readonly Answer[]; readonly messages: readonly Heard[] } {
    const taken = { answers: this.#answers, messages: this.#messages };
    this.#answers = [];
    this.#messages = [];
    return taken;
  }

  /** What it answers from now on is counted anew. */
  begin(): void {
    this.#answered = 0;
  }

  close(): void {
    this.isClosed = true;
    this.#redis?.disconnect();
    this.#socket.destroy();
    this.#wake();
  }

  #wake(): void {
    for (const wake of this.#wakes.splice(0)) wake();
  }

  #giveUp(): void {
    this.isStuck = true;
    this.close();
    this.#wake();
  }

  #write(args: readonly string[]): void {
    const [name = '', ...rest] = args.map((argument) => Buffer.from(argument, 'latin1'));
    if (args[0] === RAW) {
      this.#socket.write(args.slice(1).join(''), 'latin1');
    } else if (this.#redis === null) {
      const parts = args.map((argument) => `$${argument.length}\r\n${argument}\r\n`);
      this.#socket.write(`*${args.length}\r\n${parts.join('')}`, 'latin1');
    } else {
      this.#redis.call(name.toString('latin1'), ...rest).catch((error: Error) => {
        if (error.name !== 'ReplyError' && !this.isClosed) throw new Error(`ioredis did not send ${args.join(' ')}: ${error.message}`);
      });
    }
  }

  #read(text: string): void {
    this.#unread += text;
    let at = 0;
    for (;;) {
      const found = at < this.#unread.length ? frameAt(this.#unread, at) : undefined;
      if (found === undefined) break;
      at = found.end;
      this.#sort(found.frame);
    }
    this.#unread = this.#unread.slice(at);
    if (this.isIdle) this.#wake();
  }

  /** Puts a frame where it belongs: a message that nobody asked for, or the next answer. */
  #sort(frame: Frame): void {
    const word = frame.items?.[0]?.text ?? '';
    const [slot] = this.#slots;
    if (slot === undefined || MESSAGES.has(word)) {
      this.#messages.push({ frame, after: this.#answered });
      return;
    }
    const expected = this.#expected(slot);
    slot.frames.push(frame);
    if (CONFIRMED.test(word)) this.#confirmed(word, frame.items?.[1]?.text ?? null);
    if (slot.frames.length < expected && CONFIRMED.test(word)) return;
    this.#slots.shift();
    this.#answered += 1;
    this.#answers.push(slot);
  }

  /** How many frames answer the command, given that it is not refused. */
  #expected({ args, frames }: Slot): number {
    const name = args[0]?.toLowerCase() ?? '';
    if (!CONFIRMED.test(name)) return 1;
    if (args.length > 1) return args.length - 1;
    return Math.max(1, frames.length + this.#kept(name).size);
  }

  #confirmed(word: string, channel: string | null): void {
    if (channel === null) return;
    if (word.includes('un')) this.#kept(word).delete(channel);
    else this.#kept(word).add(channel);
  }

  /** The channels of one kind: by name, by pattern, of a shard. */
  #kept(word: string): Set<string> {
    const kind = /^[ps](?=(?:un)?sub)/.exec(word)?.[0];
    return this.#subscriptions[kind === 'p' || kind === 's' ? kind : ''];
  }
}
