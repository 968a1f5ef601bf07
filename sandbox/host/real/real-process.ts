/** A process of the run that is a real one: what course modules stand on, made of real sockets and timers. */
import net from 'node:net';
import type { Endpoint, EndpointHandler, Listener, Process, SystemError, Task } from '../../engine/process.ts';
import type { Happening } from '../../trace/event.ts';
import type { ChildSettings } from './child-report.ts';

export class RealProcess implements Process {
  readonly name: string;
  readonly host: string;
  readonly pid = process.pid;
  readonly env = process.env as Readonly<Record<string, string>>;
  readonly alive = true;
  readonly epochMs = Date.now();
  readonly record: (happening: Happening) => void;
  readonly #startedMs = performance.now();
  #mintedCount = 0;

  constructor(settings: ChildSettings, record: (happening: Happening) => void) {
    this.name = settings.name;
    this.host = settings.host;
    this.record = record;
  }

  get exitCode(): number | undefined {
    return typeof process.exitCode === 'number' ? process.exitCode : undefined;
  }

  set exitCode(code: number | undefined) {
    process.exitCode = code;
  }

  readClockMicros(): number {
    return Math.floor((performance.now() - this.#startedMs) * 1000);
  }

  schedule(delayMicros: number, callback: () => void, options?: { daemon?: boolean }): Task {
    const timer = setTimeout(callback, Math.ceil(delayMicros / 1000));
    if (options?.daemon === true) timer.unref();
    return {
      cancel: () => clearTimeout(timer),
      setRef: (ref) => {
        if (ref) timer.ref();
        else timer.unref();
      },
    };
  }

  nextTick(callback: () => void): void {
    process.nextTick(callback);
  }

  random(): number {
    return Math.random();
  }

  mintMessageId(): string {
    this.#mintedCount += 1;
    return `${this.name}:${this.#mintedCount}`;
  }

  uncaught(error: unknown): void {
    setImmediate(() => {
      throw error;
    });
  }

  exit(code: number): never {
    return process.exit(code);
  }

  connect(host: string, port: number, handler: EndpointHandler): Endpoint {
    const socket = net.connect({ host, port, allowHalfOpen: true });
    socket.once('connect', () => handler.opened());
    return endpointOf(socket, handler);
  }

  listen(port: number, accept: (endpoint: Endpoint) => EndpointHandler): Listener {
    const server = net.createServer({ allowHalfOpen: true }, (socket) => {
      const waiting: { handler?: EndpointHandler } = {};
      const endpoint = endpointOf(socket, {
        opened: () => {},
        received: (bytes) => waiting.handler?.received(bytes),
        ended: () => waiting.handler?.ended(),
        closed: (error) => waiting.handler?.closed(error),
      });
      waiting.handler = accept(endpoint);
    });
    server.listen(port, '127.0.0.1');
    return {
      port,
      close: () => server.close(),
      setRef: (ref) => {
        if (ref) server.ref();
        else server.unref();
      },
    };
  }

  /** A real process says nothing about what it waits for. */
  waitFor(): () => void {
    return () => {};
  }

  position(): number {
    return 0;
  }
}

function endpointOf(socket: net.Socket, handler: EndpointHandler): Endpoint {
  let failure: SystemError | null = null;
  socket.on('data', (bytes: Uint8Array) => handler.received(bytes));
  socket.once('end', () => handler.ended());
  socket.on('error', (error: NodeJS.ErrnoException & { address?: string; port?: number }) => {
    failure = {
      code: (error.code ?? 'ECONNRESET') as SystemError['code'],
      syscall: (error.syscall ?? 'read') as SystemError['syscall'],
      address: error.address ?? '127.0.0.1',
      port: error.port ?? 0,
    };
  });
  socket.once('close', () => handler.closed(failure));
  return {
    id: `${socket.localPort ?? 0}`,
    get localPort() {
      return socket.localPort ?? 0;
    },
    get remotePort() {
      return socket.remotePort ?? 0;
    },
    get remoteAddress() {
      return socket.remoteAddress ?? '127.0.0.1';
    },
    write: (bytes, done) => socket.write(bytes, () => done()),
    end: () => socket.end(),
    destroy: () => socket.destroy(),
    // The kernel of the operating system makes room by itself.
    consumed: () => {},
    setRef: (ref) => {
      if (ref) socket.ref();
      else socket.unref();
    },
  };
}
