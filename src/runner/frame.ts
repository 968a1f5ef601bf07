/** The frame: the opaque-origin iframe in which all learner code runs, and the workers in it, seen from the page. */
import { type Envelope, type FromWorker, PROTOCOL_VERSION, type ToFrame, type ToWorker } from '../../sandbox/host/protocol.ts';
import { readFromFrame, readFromWorker } from './validate.ts';

/** How long the frame, which has nothing to do, may take to answer before it counts as dead. */
const ANSWER_WITHIN_MS = 2500;
/** How long the frame may take to come up before the page says that it did not. */
const READY_WITHIN_MS = 8000;

export interface WorkerListener {
  said(message: FromWorker): void;
  /** The worker failed as a whole: a script error, or memory. */
  broke(said: string): void;
}

/** One worker inside the frame. */
export interface FrameWorker {
  post(message: ToWorker, ports?: readonly MessagePort[]): void;
  /** Replaces the listener; messages that came before are not repeated. */
  listener: WorkerListener;
  /** False when the frame around the worker is dead: its process ran out of memory, and the worker went with it. */
  isFrameAlive(): Promise<boolean>;
  end(): void;
}

export class SandboxFrame {
  readonly #element: HTMLIFrameElement;
  readonly #workers = new Map<number, FrameWorker>();
  readonly #kept = new Set<string>();
  readonly #ready: Promise<void>;
  readonly #closing = new AbortController();
  #newest = 0;
  readonly #pings = new Set<() => void>();

  constructor(url: string) {
    this.#element = document.createElement('iframe');
    this.#element.setAttribute('sandbox', 'allow-scripts');
    this.#element.title = 'Sandbox that runs the cells (nothing to see)';
    this.#element.setAttribute('aria-hidden', 'true');
    // Not `hidden`: browsers run the process of a frame that nobody can see at a lower priority.
    this.#element.style.cssText = 'position:fixed;left:0;top:0;width:2px;height:2px;border:0;opacity:0.01;pointer-events:none';
    this.#element.tabIndex = -1;
    this.#element.src = url;
    this.#ready = new Promise((resolve, reject) => {
      const late = () => reject(new Error('The sandbox did not start: its frame could not be loaded. Reload the page.'));
      const timer = setTimeout(late, READY_WITHIN_MS);
      const receive = (event: MessageEvent<unknown>): void => {
        const ready = this.#receive(event, reject);
        if (ready) resolve(clearTimeout(timer));
      };
      addEventListener('message', receive, { signal: this.#closing.signal });
    });
    document.body.append(this.#element);
  }

  /** Takes the frame away, with all workers in it. */
  close(): void {
    this.#closing.abort();
    this.#element.remove();
  }

  /** Gives the frame a script once, under a name. */
  async keep(name: string, text: Promise<string>): Promise<void> {
    const [script] = await Promise.all([text, this.#ready]);
    if (this.#kept.has(name)) return;
    this.#kept.add(name);
    this.#post({ kind: 'keep', name, text: script });
  }

  /** Starts a worker from kept scripts. Once it has said that it is ready, a port of its own leads to it past the frame. */
  start(entry: string, libraries: readonly string[], listener: WorkerListener): FrameWorker {
    this.#newest += 1;
    const number = this.#newest;
    const { port1, port2 } = new MessageChannel();
    const worker: FrameWorker = {
      listener,
      post: (message, ports = []) => port1.postMessage(message, [...ports]),
      isFrameAlive: () => this.#answers(),
      end: () => {
        port1.close();
        this.#workers.delete(number);
        this.#post({ kind: 'end', worker: number });
      },
    };
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = readFromWorker(data);
      if (message !== null) worker.listener.said(message);
    };
    this.#workers.set(number, worker);
    this.#post({ kind: 'start', worker: number, entry, libraries });
    this.#post({ kind: 'post', worker: number, message: { kind: 'listen' } }, [port2]);
    return worker;
  }

  #answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const answered = (): void => resolve(true);
      this.#pings.add(answered);
      setTimeout(() => resolve(false), ANSWER_WITHIN_MS);
      this.#post({ kind: 'ping' });
    });
  }

  /** The origin of a sandboxed frame is opaque, so no target origin can name it; the window is ours. */
  #post(body: ToFrame, ports: readonly MessagePort[] = []): void {
    const envelope: Envelope<ToFrame> = { inflight: PROTOCOL_VERSION, body };
    this.#element.contentWindow?.postMessage(envelope, '*', [...ports]);
  }

  /** True when the frame says that it is ready. Whatever is not from the frame, or of no known shape, is dropped. */
  #receive(event: MessageEvent<unknown>, refuse: (error: Error) => void): boolean {
    if (event.source !== this.#element.contentWindow || event.origin !== 'null') return false;
    const version = (event.data as Partial<Envelope<unknown>> | null)?.inflight;
    if (version !== PROTOCOL_VERSION) {
      refuse(new Error('The page and its sandbox are of different versions. Reload the page without the cache (Shift + Reload).'));
      return false;
    }
    const body = readFromFrame((event.data as Envelope<unknown>).body);
    if (body === null) return false;
    if (body.kind === 'ready') return true;
    if (body.kind === 'pong') {
      for (const answered of this.#pings) answered();
      this.#pings.clear();
      return false;
    }
    const listener = this.#workers.get(body.worker)?.listener;
    if (body.kind === 'said') listener?.said(body.message);
    else listener?.broke(body.said);
    return false;
  }
}
