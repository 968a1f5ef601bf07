/** The host of a simulated broker on the virtual network: its environment, sessions and restarts. */
import type { Happening } from '../trace/event.ts';
import type { Broker, BrokerDefinition, BrokerEnvironment, BrokerSession, BrokerSettings, OutboundSession } from './broker.ts';
import type { ConnectionEnd, EndHandler } from './connection.ts';
import type { Caller } from './network.ts';
import type { RandomStream } from './random.ts';
import type { KernelEvent, Scheduler } from './scheduler.ts';
import type { VirtualProcess } from './virtual-process.ts';

export interface BrokerWorld {
  readonly scheduler: Scheduler<VirtualProcess>;
  readonly epochMs: number;
  record(atMicros: number, process: string, happening: Happening): void;
  /** Whether anybody reads what is on the wire. */
  readonly recordsWire: boolean;
  mintMessageId(): string;
  serve(name: string, port: number, accept: (end: ConnectionEnd) => EndHandler): () => void;
  connect(client: Caller, host: string, port: number, handler: EndHandler): ConnectionEnd;
}

export class BrokerHost {
  readonly name: string;
  readonly broker: Broker;
  readonly #port: number;
  readonly #world: BrokerWorld;
  readonly #ends = new Set<ConnectionEnd>();
  #stopServing: () => void = () => {};
  /** Outages that have begun and not ended: they may overlap. */
  #outageCount = 0;
  #pausedUntilMicros = 0;
  /** What came or was due while it stood still, in order. */
  #held: (() => void)[] = [];

  constructor(name: string, definition: BrokerDefinition, settings: BrokerSettings, world: BrokerWorld, random: RandomStream) {
    this.name = name;
    this.#port = settings.port ?? definition.port;
    this.#world = world;
    const environment = {
      ...environmentOf(name, world, random, (callback) => this.#onceAwake(callback)),
      connect: (host: string, port: number, session: OutboundSession) => this.#connect(host, port, session),
    };
    this.broker = definition.create(environment, settings);
    this.#serve();
  }

  /** The server process dies: connections close, the port refuses until a `start` for each `stop`. */
  stop(): void {
    this.#outageCount += 1;
    this.#stopServing();
    for (const end of [...this.#ends]) end.destroy();
    if (this.#outageCount > 1) return;
    this.#pausedUntilMicros = 0;
    this.#held = [];
    this.broker.killed?.();
  }

  /** It stands still: what arrives and what is due waits until then. */
  pause(untilMicros: number): void {
    this.#pausedUntilMicros = Math.max(this.#pausedUntilMicros, untilMicros);
  }

  start(): void {
    this.#outageCount -= 1;
    if (this.#outageCount > 0) return;
    this.broker.restarted();
    this.#serve();
  }

  /** What comes at the very end of a pause must not overtake what was held. */
  #onceAwake(callback: () => void): void {
    const { scheduler } = this.#world;
    if (scheduler.nowMicros >= this.#pausedUntilMicros && this.#held.length === 0) return callback();
    this.#held.push(callback);
    if (this.#held.length === 1) scheduler.at(this.#pausedUntilMicros, null, () => this.#wake());
  }

  #wake(): void {
    const { scheduler } = this.#world;
    if (scheduler.nowMicros < this.#pausedUntilMicros) scheduler.at(this.#pausedUntilMicros, null, () => this.#wake());
    else for (const callback of this.#held.splice(0)) callback();
  }

  #serve(): void {
    this.#stopServing = this.#world.serve(this.name, this.#port, (end) => this.#accept(end));
  }

  #accept(end: ConnectionEnd): EndHandler {
    this.#ends.add(end);
    const session = this.broker.accept({
      id: end.id,
      client: end.peer?.name ?? '',
      send: (bytes) => end.write(bytes, () => {}),
      end: () => end.end(),
    });
    const gone = once(session, () => this.#ends.delete(end));
    return {
      opened: () => {},
      received: (bytes, sourceAt) => this.#onceAwake(() => this.#ends.has(end) && session.received(bytes, sourceAt)),
      ended: () => end.destroy(),
      closed: gone,
      destroyed: gone,
    };
  }

  /** Its end is among those that close when it dies. */
  #connect(host: string, port: number, session: OutboundSession): ReturnType<BrokerEnvironment['connect']> {
    const gone = once(session, () => this.#ends.delete(end));
    const end: ConnectionEnd = this.#world.connect({ name: this.name, host: this.name, owner: null }, host, port, {
      opened: () => this.#onceAwake(() => this.#ends.has(end) && session.opened()),
      received: (bytes) => this.#onceAwake(() => this.#ends.has(end) && session.received(bytes)),
      ended: () => end.destroy(),
      closed: gone,
      destroyed: gone,
    });
    this.#ends.add(end);
    return { send: (bytes) => end.write(bytes, () => {}), end: () => end.end() };
  }
}

/** A session hears of its end exactly once. */
function once(session: Pick<BrokerSession, 'closed'>, forget: () => void): () => void {
  let isOpen = true;
  return () => {
    if (!isOpen) return;
    isOpen = false;
    forget();
    session.closed();
  };
}

function environmentOf(
  name: string,
  world: BrokerWorld,
  random: RandomStream,
  onceAwake: (callback: () => void) => void,
): Omit<BrokerEnvironment, 'connect'> {
  const { scheduler } = world;
  return {
    epochMs: world.epochMs,
    nowMicros: () => scheduler.nowMicros,
    schedule: (delayMicros, callback, options) => {
      const delay = Math.max(0, Math.round(delayMicros));
      let isWanted = true;
      const event: KernelEvent<VirtualProcess> = scheduler.at(
        scheduler.nowMicros + delay,
        null,
        () => onceAwake(() => isWanted && callback()),
        options?.daemon === true,
      );
      return () => {
        isWanted = false;
        scheduler.cancel(event);
      };
    },
    name,
    record: (happening) => world.record(scheduler.nowMicros, name, happening),
    recordWire: (describe) => {
      if (world.recordsWire) world.record(scheduler.nowMicros, name, describe());
    },
    random: () => random.next(),
    mintMessageId: () => world.mintMessageId(),
  };
}
