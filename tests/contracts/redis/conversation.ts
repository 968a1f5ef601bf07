/** A conversation with a Redis server in raw bytes: each line is sent only when the reply to the one before has come. */
import net from 'node:net';

export class Conversation {
  readonly #socket: net.Socket;
  #unread = '';
  #closed = false;
  #wake: () => void = () => {};

  static async open(port: number): Promise<Conversation> {
    const socket = net.connect({ host: '127.0.0.1', port });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return new Conversation(socket);
  }

  constructor(socket: net.Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (bytes) => {
      this.#unread += bytes.toString('latin1');
      this.#wake();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      this.#closed = true;
      this.#wake();
    });
  }

  /** Sends an inline command and returns the bytes of its one reply, line ends as `|`. */
  async ask(line: string): Promise<string> {
    this.send(`${line}\r\n`);
    return await this.reply();
  }

  send(bytes: string): void {
    this.#socket.write(bytes, 'latin1');
  }

  /** The next whole reply; `(closed)` is added when the server then hangs up without another byte. */
  async reply(): Promise<string> {
    for (;;) {
      const end = replyEnd(this.#unread, 0);
      if (end !== -1) {
        const reply = this.#unread.slice(0, end);
        this.#unread = this.#unread.slice(end);
        return reply.replaceAll('\r\n', '|').slice(0, -1);
      }
      if (this.#closed) return '(closed)';
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Whether nothing has come within the time. */
  async isSilentFor(milliseconds: number): Promise<boolean> {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return this.#unread === '';
  }

  close(): void {
    this.#socket.destroy();
  }
}

/** Where the reply that begins at `from` ends, -1 when it has not all come. */
function replyEnd(text: string, from: number): number {
  const lineEnd = text.indexOf('\r\n', from);
  if (lineEnd === -1) return -1;
  const count = Number(text.slice(from + 1, lineEnd));
  const kind = text[from];
  if (kind === '$' || kind === '=') return count === -1 ? lineEnd + 2 : withinText(text, lineEnd + 2 + count + 2);
  if (kind === undefined || !'*~%>'.includes(kind)) return lineEnd + 2;
  if (count === -1) return lineEnd + 2;
  let at = lineEnd + 2;
  for (let left = kind === '%' ? count * 2 : count; left > 0 && at !== -1; left -= 1) at = replyEnd(text, at);
  return at;
}

function withinText(text: string, end: number): number {
  return text.length >= end ? end : -1;
}
