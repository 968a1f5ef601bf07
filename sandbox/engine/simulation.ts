/** The simulation: one run of a scenario, from the first start to the reason it ended. */
import type { Ended, Vain } from '../trace/ended.ts';
import type { Happening, Kind, Level } from '../trace/event.ts';
import { Recorder } from '../trace/recorder.ts';
import { timeText } from '../trace/time-text.ts';
import type { BrokerDefinition } from './broker.ts';
import { BrokerHost } from './broker-host.ts';
import { type PlacedBroker, placedBrokers } from './broker-place.ts';
import type { BrokerKind, Scenario } from './cell.ts';
import { armFaults, lastingMicros, struckBy } from './faults.ts';
import { Links } from './link.ts';
import { Network } from './network.ts';
import { hasCurrentProcess, setCurrentProcess } from './process.ts';
import { type RandomStream, randomStream } from './random.ts';
import type { RunReport } from './report.ts';
import { Scheduler } from './scheduler.ts';
import { type Hop, settle, TickQueue } from './settle.ts';
import { Supervisor } from './supervisor.ts';
import { microsOfMs } from './units.ts';
import type { VirtualProcess } from './virtual-process.ts';

/** Every run begins at this instant: 2026-01-05T09:00:00Z, a Monday morning. */
export const EPOCH_MS = 1_767_603_600_000;
/** An event that keeps its process busy at least this long is drawn as a blocked loop. */
const BLOCKED_MICROS = 10_000;

/** A run that floods its output must not take the page's memory. */
const CHARACTER_LIMIT = 2_000_000;

/** What the machine gives to every run. */
export interface Toolbox {
  readonly hop: Hop;
  /** How often to hop after each event of a process; see `settle`. */
  readonly hops: number;
  brokerOf(kind: BrokerKind): BrokerDefinition;
  /** Evaluates the program of a process; resolves when its top level has run to the end. */
  evaluate(process: VirtualProcess): Promise<void>;
}

export interface RunOptions {
  readonly scenario: Scenario;
  readonly seed: number;
  /** Which events the trace keeps; sweeps leave out what no check reads. */
  readonly levels: ReadonlySet<Level>;
  /** The run is ended when its trace grows beyond so many events. */
  readonly eventCap: number;
}

export class Simulation {
  readonly run = {};
  readonly epochMs = EPOCH_MS;
  readonly scheduler = new Scheduler<VirtualProcess>();
  readonly recorder: Recorder;
  readonly network: Network;
  readonly recordsWire: boolean;
  readonly supervisor: Supervisor;
  readonly #options: RunOptions;
  readonly #toolbox: Toolbox;
  readonly #random: RandomStream;
  readonly #brokers = new Map<string, BrokerHost>();
  readonly #ticks = new TickQueue();
  #ended: Ended | null = null;
  #eventCount = 0;
  #messageCount = 0;
  #rejectionCount = 0;
  #charactersWritten = 0;
  #computedUntilMicros = 0;

  constructor(options: RunOptions, toolbox: Toolbox) {
    const { scenario } = options;
    this.#options = options;
    this.#toolbox = toolbox;
    this.#random = randomStream(options.seed);
    this.recorder = new Recorder(options.levels);
    this.recordsWire = options.levels.has('wire') || scenario.faults.some(({ when }) => 'on' in when && isChatter(when.on));
    this.network = new Network({
      links: new Links(scenario.network),
      scheduler: this.scheduler,
      random: this.#random,
      record: (process, happening) => this.recorder.record(this.#nowMicros(), process, happening),
      hosts: [...scenario.processes.map(({ name, host }) => host ?? name), ...scenario.brokers.map(({ name, kind }) => name ?? kind)],
    });
    this.supervisor = new Supervisor(this, scenario, this.#random, (process) => toolbox.evaluate(process));
  }

  /** Runs to the end. Never rejects for what a program does. */
  async toEnd(): Promise<RunReport> {
    const { scenario, seed } = this.#options;
    for (const spec of placedBrokers(scenario.brokers, this.#toolbox.brokerOf)) this.#addBroker(spec);
    this.recorder.onRecord(armFaults(scenario.faults, this.#faultTarget()));
    this.supervisor.scheduleStarts();
    this.scheduler.at(microsOfMs(scenario.deadlineMs), null, () => this.#endAtDeadline(), true);
    while (this.#ended === null) {
      if (this.scheduler.liveCount === 0 && !this.supervisor.startQuiet(this.#reachedMicros())) this.#endQuiescent();
      else {
        const settling = this.#step();
        if (settling !== null) await settling;
      }
    }
    this.supervisor.freezeAll();
    return {
      seed,
      ended: this.#ended,
      virtualMicros: this.#reachedMicros(),
      events: this.recorder.finish(),
      traceHash: '',
      processes: this.supervisor.states(),
    };
  }

  /** Whether the engine reported a rejection: with one hop it may have come one event late. */
  get sawRejection(): boolean {
    return this.#rejectionCount > 0;
  }

  /** Ends the run from outside. */
  stop(said: string): void {
    this.#end({ reason: 'stopped', said });
  }

  /** The engine found a promise rejected without a handler. */
  unhandledRejection(reason: unknown): void {
    this.#rejectionCount += 1;
    this.supervisor.current?.rejected(reason);
  }

  record(atMicros: number, process: string, happening: Happening): void {
    this.recorder.record(atMicros, process, happening);
    if (happening.kind === 'console') this.#charactersWritten += happening.detail.text.length;
    if (this.recorder.size > this.#options.eventCap || this.#charactersWritten > CHARACTER_LIMIT) this.#endFlooded(process, happening);
  }

  mintMessageId(): string {
    this.#messageCount += 1;
    return `m${this.#messageCount}`;
  }

  nextTick(callback: () => void): void {
    this.#ticks.push(callback);
  }

  serve: Network['serve'] = (name, port, accept) => this.network.serve(name, port, accept);
  connect: Network['connect'] = (client, host, port, handler) => this.network.connect(client, host, port, handler);

  endlessLoop(process: VirtualProcess): void {
    const source = process.sourceOf(process.position());
    const place = source === undefined ? process.file : `${source.file}:${source.line}`;
    const said = `${process.name} was in an endless loop at ${place}: too many steps without giving way.`;
    this.#end(source === undefined ? { reason: 'budget', said } : { reason: 'budget', said, source });
  }

  /** Takes one event. Only those of processes have promises to wait for; the others would pay for nothing. */
  #step(): Promise<void> | null {
    const next = this.scheduler.peek();
    if (next === undefined) throw new Error('Live events were counted, but none is there.');
    const owner = next.owner;
    if (owner?.alive && owner.clock.busyUntilMicros > next.atMicros) {
      this.scheduler.postponeNext(owner.clock.busyUntilMicros);
      return null;
    }
    const event = this.scheduler.take();
    if (event === undefined || this.#overBudget()) return null;
    if (owner?.alive === false) return null;
    if (owner !== null && !event.quiet) return this.#runIn(owner, event.atMicros, event.run);
    owner?.beginEvent(event.atMicros);
    event.run();
    this.network.flush();
    owner?.endEvent();
    return null;
  }

  async #runIn(process: VirtualProcess, atMicros: number, run: () => void): Promise<void> {
    const onError = (error: unknown): void => process.uncaught(error);
    process.beginEvent(atMicros);
    this.supervisor.current = process;
    try {
      run();
    } catch (error) {
      onError(error);
    }
    await settle(this.#ticks, this.#toolbox.hop, this.#toolbox.hops, onError);
    this.supervisor.afterEvent(process);
    this.network.flush();
    const forMicros = process.endEvent();
    this.#computedUntilMicros = Math.max(this.#computedUntilMicros, atMicros + forMicros);
    if (forMicros >= BLOCKED_MICROS) {
      this.recorder.record(atMicros, process.name, { kind: 'processBlocked', level: 'story', detail: { forMicros } });
    }
    if (hasCurrentProcess()) setCurrentProcess(null);
    this.supervisor.current = null;
  }

  #endFlooded(process: string, happening: Happening): void {
    const { source } = happening;
    const place = source === undefined ? '' : ` at ${source.file}:${source.line}`;
    const said = `${process} wrote too much${place}: the run was ended after ${this.recorder.size} events and ${this.#charactersWritten} characters of output.`;
    this.#end(source === undefined ? { reason: 'budget', said } : { reason: 'budget', said, source });
  }

  #overBudget(): boolean {
    this.#eventCount += 1;
    if (this.#eventCount <= this.#options.scenario.eventBudget) return false;
    const said = `The run took more than ${this.#options.scenario.eventBudget} events. Something keeps repeating without end.`;
    this.#end({ reason: 'budget', said });
    return true;
  }

  #endAtDeadline(): void {
    const said = `The run was cut off after ${timeText(this.scheduler.nowMicros)} of virtual time; it was still busy.`;
    this.#end({ reason: 'deadline', said, ...this.#vain() });
  }

  #endQuiescent(): void {
    const waiting = [...this.#brokers.values()].flatMap(({ broker }) => broker.waiting()).concat(this.supervisor.waiting());
    this.#end({ reason: 'quiescent', waiting, ...this.#vain() });
  }

  /** Who has ended well has done without the connection. */
  #vain(): { readonly vain?: Vain } {
    const states = this.supervisor.states();
    const vain = this.network.vain((client) => states.find(({ name }) => name === client)?.exitCode === 0);
    return vain === null ? {} : { vain };
  }

  #end(ended: Ended): void {
    if (this.#ended !== null) return;
    this.#ended = ended;
    this.supervisor.freezeAll();
  }

  /** How far the run has come, the computing of its last events included. */
  #reachedMicros(): number {
    return Math.max(this.scheduler.nowMicros, this.#computedUntilMicros);
  }

  #nowMicros(): number {
    return this.supervisor.current?.nowMicros() ?? this.scheduler.nowMicros;
  }

  #addBroker({ kind, name, settings }: PlacedBroker): void {
    this.#brokers.set(name, new BrokerHost(name, this.#toolbox.brokerOf(kind), settings, this, this.#random.fork(`broker ${name}`)));
  }

  #brokerNamed(name: string): BrokerHost {
    const host = this.#brokers.get(name);
    if (host === undefined) throw new Error(`The scenario has no broker named ${name}.`);
    return host;
  }

  #faultTarget(): Parameters<typeof armFaults>[1] {
    const { scheduler, network, supervisor } = this;
    const nowMicros = (): number => this.#nowMicros();
    return {
      isAlive: (process) => supervisor.isAlive(process),
      crash: (process, said, restartAfterMs) => supervisor.crash(process, said, restartAfterMs),
      crashAt: (process, atMicros, strike) => supervisor.strikeAt(process, atMicros, strike),
      pause: (name, forMicros) => {
        const broker = this.#brokers.get(name);
        if (broker === undefined) supervisor.pause(name, nowMicros() + forMicros);
        else broker.pause(nowMicros() + forMicros);
      },
      slow: (process, factor, forMicros) => {
        const untilMicros = nowMicros() + forMicros;
        supervisor.slow(process, factor, untilMicros);
        scheduler.at(untilMicros, null, () => supervisor.endSlow(process), true);
      },
      restartBroker: (name, downForMicros) => {
        const host = this.#brokerNamed(name);
        scheduler.at(nowMicros(), null, () => host.stop());
        scheduler.at(nowMicros() + downForMicros, null, () => host.start());
      },
      cut: (between) => network.cut(between),
      partition: (between, forMicros) => network.links.block(between, nowMicros() + forMicros),
      changeLatency: (between, latencyMs, forMicros) => network.links.changeLatency(between, latencyMs, nowMicros() + forMicros),
      loseNext: (process, broker) => network.loseNext(process, broker),
      at: (atMicros, strike) => {
        scheduler.at(atMicros, null, strike);
      },
      nowMicros,
      recordFault: (fault, said) => {
        const [at, other] = struckBy(fault);
        const forMicros = lastingMicros(fault);
        this.recorder.record(nowMicros(), at, { kind: 'fault', level: 'story', detail: { fault: fault.kind, said, at, other, forMicros } });
      },
    };
  }
}

function isChatter(kind: Kind): boolean {
  return kind === 'request' || kind === 'reply';
}
