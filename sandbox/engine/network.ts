/** The virtual network: who listens where, connections between hosts, and the bytes on their way. */
import type { Vain } from '../trace/ended.ts';
import type { Happening } from '../trace/event.ts';
import { ConnectionEnd, type EndHandler, type Wire } from './connection.ts';
import type { Links } from './link.ts';
import type { Endpoint, Listener, SystemError } from './process.ts';
import type { RandomStream } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import { ProcessDeath } from './thrown.ts';
import { type Attempt, UnreachedAddresses } from './unreached.ts';
import type { VirtualProcess } from './virtual-process.ts';

/** Something that accepts connections at a port: a broker (`owner` null) or a process's server. */
interface Service {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly owner: VirtualProcess | null;
  readonly accept: (end: ConnectionEnd) => EndHandler;
}

/** Who opens a connection: a process, or a broker that has none (`owner` null). */
export interface Caller {
  readonly name: string;
  readonly host: string;
  readonly owner: VirtualProcess | null;
}

const FIRST_EPHEMERAL_PORT = 49_152;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '0.0.0.0']);

export class Network implements Wire {
  readonly links: Links;
  readonly #scheduler: Scheduler<VirtualProcess>;
  readonly #random: RandomStream;
  readonly #record: (process: string, happening: Happening) => void;
  readonly #services: Service[] = [];
  readonly #ends = new Set<ConnectionEnd>();
  readonly #hosts = new Set<string>();
  #unflushed: ConnectionEnd[] = [];
  /** Whose next bytes are lost on the way to whom. */
  readonly #losses: { readonly process: string; readonly host: string }[] = [];
  #nextPort = FIRST_EPHEMERAL_PORT;
  readonly #connectionCounts = new Map<string, number>();
  readonly #unreached = new UnreachedAddresses();

  constructor(parts: {
    links: Links;
    scheduler: Scheduler<VirtualProcess>;
    random: RandomStream;
    record: (process: string, happening: Happening) => void;
    hosts: Iterable<string>;
  }) {
    this.links = parts.links;
    this.#scheduler = parts.scheduler;
    this.#random = parts.random.fork('network');
    this.#record = parts.record;
    for (const host of parts.hosts) this.#hosts.add(host);
  }

  /** Opens a port for a broker; it answers on localhost. */
  serve(name: string, port: number, accept: (end: ConnectionEnd) => EndHandler): () => void {
    return this.#open({ name, host: name, port, owner: null, accept });
  }

  listen(owner: VirtualProcess, port: number, accept: (end: Endpoint) => EndHandler): Listener {
    if (!owner.alive) throw new ProcessDeath();
    const chosenPort = port === 0 ? this.#nextPort++ : port;
    if (this.#services.some((service) => service.port === chosenPort && (service.host === owner.host || service.owner === null))) {
      const taken: SystemError = { code: 'EADDRINUSE', syscall: 'listen', address: '::', port: chosenPort };
      throw taken;
    }
    const stop = this.#open({ name: owner.name, host: owner.host, port: chosenPort, owner, accept });
    let refs = 0;
    const setRef = (ref: boolean): void => {
      const wanted = ref ? 1 : 0;
      owner.countHandle(wanted - refs);
      refs = wanted;
    };
    setRef(true);
    const close = (): void => {
      stop();
      setRef(false);
    };
    owner.onDeath(close);
    return { port: chosenPort, close, setRef };
  }

  connect(client: Caller, host: string, port: number, handler: EndHandler): ConnectionEnd {
    if (client.owner?.alive === false) throw new ProcessDeath();
    const service = this.#find(client.host, host, port);
    const count = (this.#connectionCounts.get(client.name) ?? 0) + 1;
    this.#connectionCounts.set(client.name, count);
    const id = `${client.name}:${count}`;
    const localPort = this.#nextPort++;
    const clientEnd = new ConnectionEnd(
      this,
      {
        id,
        isClient: true,
        name: client.name,
        owner: client.owner,
        host: client.host,
        remoteHost: service?.host ?? host,
        localPort,
        remotePort: port,
        random: this.#random.fork(`${id} out`),
      },
      handler,
    );
    this.#ends.add(clientEnd);
    const attempt: Attempt = { client: client.name, host, port, source: client.owner?.sourceOf(client.owner.position()) };
    this.#between(clientEnd, () => {
      const listening = this.#find(client.host, host, port);
      if (listening === undefined) this.#refuse(clientEnd, attempt);
      else if (listening.owner === null) this.#accept(clientEnd, listening, attempt);
      else this.#acceptInProcess(clientEnd, listening, listening.owner, attempt);
    });
    return clientEnd;
  }

  /** Where clients tried in vain to connect, those left out who are `content` at the end; null when there is nothing to tell. */
  vain(isContent: (client: string) => boolean): Vain | null {
    const unreached = this.#unreached
      .all()
      .filter(({ process, host, port }) => !isContent(process) && this.#find(process, host, port) === undefined);
    return unreached.length === 0 ? null : { unreached, listening: this.#services.map(({ name, port }) => ({ name, port })) };
  }

  /** Resets every connection between two hosts. */
  cut(between: readonly [string, string]): void {
    for (const end of [...this.#ends]) {
      if (end.isClient && joins([end.host, end.remoteHost], between)) end.reset('the connection was cut');
    }
  }

  /** A fault: the next bytes from a process to a host are lost, and their connection is reset. */
  loseNext(process: string, host: string): void {
    this.#losses.push({ process, host });
  }

  /** Called when an event is over: what it wrote goes on its way. */
  flush(): void {
    if (this.#unflushed.length === 0) return;
    const ends = this.#unflushed;
    this.#unflushed = [];
    for (const end of ends) end.flush();
  }

  transmit(from: ConnectionEnd, arrive: () => void, byteCount = 0): void {
    const to = from.peer;
    if (to === null) return;
    from.lineFreeMicros = Math.max(from.lineFreeMicros, this.#nowOf(from)) + this.links.sendingMicros(byteCount);
    this.#schedule(from, to.host, to, arrive);
  }

  flushLater(end: ConnectionEnd): void {
    this.#unflushed.push(end);
  }

  soon(end: ConnectionEnd, callback: () => void): void {
    this.#scheduler.at(this.#nowOf(end), end.owner, callback);
  }

  forget(end: ConnectionEnd): void {
    this.#ends.delete(end);
  }

  loses(end: ConnectionEnd): boolean {
    const index = this.#losses.findIndex(({ process, host }) => process === end.name && host === end.remoteHost);
    if (index >= 0) this.#losses.splice(index, 1);
    return index >= 0;
  }

  recordClosed(end: ConnectionEnd, said: string): void {
    if (end.state !== 'open') return;
    const detail = { connection: end.id, client: end.name, server: end.remoteHost, said };
    this.#record(end.name, { kind: 'connectionClosed', level: 'wire', detail });
  }

  /** A server that is busy or paused takes the connection later, unless it closes or dies before. */
  #acceptInProcess(clientEnd: ConnectionEnd, service: Service, owner: VirtualProcess, attempt: Attempt): void {
    const refuse = (): void => {
      if (clientEnd.state === 'connecting' && clientEnd.peer === null) this.#refuse(clientEnd, attempt);
    };
    this.#scheduler.at(this.#scheduler.nowMicros, owner, () => {
      if (this.#services.includes(service)) this.#accept(clientEnd, service, attempt);
      else refuse();
    });
    owner.onDeath(refuse);
  }

  /** Runs as an event of whoever listens. */
  #accept(clientEnd: ConnectionEnd, service: Service, attempt: Attempt): void {
    if (clientEnd.state !== 'connecting') return;
    this.#unreached.opened(attempt);
    const serverEnd = new ConnectionEnd(
      this,
      {
        id: clientEnd.id,
        isClient: false,
        name: service.name,
        owner: service.owner,
        host: service.host,
        remoteHost: clientEnd.host,
        localPort: service.port,
        remotePort: clientEnd.localPort,
        random: this.#random.fork(`${clientEnd.id} in`),
      },
      clientEnd.handler,
    );
    serverEnd.peer = clientEnd;
    clientEnd.peer = serverEnd;
    clientEnd.remoteHost = service.host;
    this.#ends.add(serverEnd);
    serverEnd.handler = service.accept(serverEnd);
    service.owner?.onDeath(() => serverEnd.destroy());
    const detail = { connection: clientEnd.id, client: clientEnd.name, server: service.name };
    this.#record(service.name, { kind: 'connectionOpened', level: 'wire', detail });
    // The client's end opens before anything that the server does at once arrives there.
    this.transmit(serverEnd, () => {
      if (clientEnd.state === 'connecting') clientEnd.open();
    });
    serverEnd.open();
  }

  #refuse(clientEnd: ConnectionEnd, attempt: Attempt): void {
    const { host, port } = attempt;
    const known = LOOPBACK.has(host) || this.#hosts.has(host);
    this.#unreached.refused(attempt, known);
    const error: SystemError = known
      ? { code: 'ECONNREFUSED', syscall: 'connect', address: LOOPBACK.has(host) ? '127.0.0.1' : host, port }
      : { code: 'ENOTFOUND', syscall: 'getaddrinfo', address: host, port };
    this.#schedule(clientEnd, clientEnd.remoteHost, clientEnd, () => clientEnd.finish(error, known ? 'refused' : 'host not found'));
  }

  /** The SYN: it travels before there is another end. */
  #between(clientEnd: ConnectionEnd, arrive: () => void): void {
    this.#schedule(clientEnd, clientEnd.remoteHost, null, () => clientEnd.state === 'connecting' && arrive());
  }

  /** Arrivals of one direction are a queue, so that a partition can delay but never reorder them. */
  #schedule(from: ConnectionEnd, toHost: string, to: ConnectionEnd | null, arrive: () => void): void {
    from.inTransit.push(arrive);
    this.#scheduleArrival(from, toHost, to?.owner ?? null);
  }

  #scheduleArrival(from: ConnectionEnd, toHost: string, owner: VirtualProcess | null): void {
    const now = this.#nowOf(from);
    const latency = this.links.latencyMicros(from.host, toHost, now, from.random.next());
    const at = Math.max(Math.max(now, from.lineFreeMicros) + latency, from.lastArrivalMicros);
    from.lastArrivalMicros = at;
    this.#scheduler.at(at, owner, () => {
      const blockedUntilMicros = this.links.blockedUntilMicros(from.host, toHost);
      if (blockedUntilMicros > this.#scheduler.nowMicros)
        this.#scheduler.at(blockedUntilMicros, null, () => this.#scheduleArrival(from, toHost, owner));
      else from.inTransit.shift()?.();
    });
  }

  #nowOf(end: ConnectionEnd): number {
    return end.owner?.nowMicros() ?? this.#scheduler.nowMicros;
  }

  #open(service: Service): () => void {
    this.#services.push(service);
    return () => {
      const index = this.#services.indexOf(service);
      if (index >= 0) this.#services.splice(index, 1);
    };
  }

  /** On localhost every service of the run is at hand, those of the own host first: hosts are only for faults. */
  #find(fromHost: string, host: string, port: number): Service | undefined {
    const atPort = this.#services.filter((service) => service.port === port);
    if (!LOOPBACK.has(host)) return atPort.find((service) => service.host === host || service.name === host);
    return atPort.find((service) => service.host === fromHost) ?? atPort[0];
  }
}

function joins(hosts: readonly [string, string], between: readonly [string, string]): boolean {
  return hosts[0] !== hosts[1] && between.includes(hosts[0]) && between.includes(hosts[1]);
}
