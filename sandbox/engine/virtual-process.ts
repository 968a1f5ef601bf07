/** One life of a process: its clock, timers, handles and death. A restart is a new life. */
import type { Waiting } from '../trace/ended.ts';
import type { CrashCause, Happening, SourceLine } from '../trace/event.ts';
import { EventCost, STEP_BUDGET, STEP_NANOS } from './meter.ts';
import {
  type Endpoint,
  type EndpointHandler,
  type Listener,
  type Process,
  setCurrentProcess,
  type Task,
  type TaskOptions,
} from './process.ts';
import type { ProcessWorld } from './process-world.ts';
import { lineOf, type Meter } from './program.ts';
import type { RandomStream } from './random.ts';
import { describeThrown, ProcessDeath } from './thrown.ts';
import { VirtualTask } from './virtual-task.ts';

export class VirtualProcess implements Process {
  readonly name: string;
  readonly host: string;
  readonly pid: number;
  readonly env: Readonly<Record<string, string>>;
  readonly incarnation: number;
  readonly file: string;
  readonly cost = new EventCost();
  exitCode: number | undefined = undefined;
  /** The local files of the program, for positions. */
  files: readonly string[] = [];
  /** Whether the program's top level has run to its end. */
  isEvaluated = false;
  /** Events of this process do not run before then: it computes, or it is paused. */
  busyUntilMicros = 0;
  /** A fault strikes this process then, even in the middle of an event. */
  strikeAtMicros = Number.POSITIVE_INFINITY;
  strike: () => void = () => {};
  readonly #world: ProcessWorld;
  #random: RandomStream;
  readonly #tasks = new Set<VirtualTask>();
  readonly #waits = new Set<string[]>();
  readonly #deathListeners: (() => void)[] = [];
  readonly #exitListeners: ((code: number) => void)[] = [];
  #catchAll: ((cause: CrashCause, error: unknown) => boolean) | null = null;
  #state: 'running' | 'crashed' | 'exited' = 'running';
  #frozen = false;
  #handleCount = 0;
  #eventStartMicros = -1;

  constructor(
    world: ProcessWorld,
    place: {
      name: string;
      host: string;
      file: string;
      pid: number;
      env: Readonly<Record<string, string>>;
      incarnation: number;
      random: RandomStream;
    },
  ) {
    this.#world = world;
    this.name = place.name;
    this.host = place.host;
    this.file = place.file;
    this.pid = place.pid;
    this.env = place.env;
    this.incarnation = place.incarnation;
    this.#random = place.random;
  }

  get run(): object {
    return this.#world.run;
  }

  get epochMs(): number {
    return this.#world.epochMs;
  }

  get alive(): boolean {
    return this.#state === 'running' && !this.#frozen;
  }

  get state(): 'running' | 'crashed' | 'exited' {
    return this.#state;
  }

  /** Whether an event of this process runs now. */
  get isRunning(): boolean {
    return this.#eventStartMicros >= 0;
  }

  /** Whether anything can still happen in it: timers, connections, servers. */
  get hasHandles(): boolean {
    return this.#handleCount > 0;
  }

  nowMicros(): number {
    return this.isRunning ? this.#eventStartMicros + this.cost.micros() : this.#world.scheduler.nowMicros;
  }

  readClockMicros(): number {
    this.cost.readClock();
    const now = this.nowMicros();
    if (now >= this.strikeAtMicros) this.#struck();
    return now;
  }

  beginEvent(atMicros: number): void {
    this.#eventStartMicros = atMicros;
    this.cost.begin(this.#stepsUntilStrike());
    setCurrentProcess(this);
  }

  /** Returns how many microseconds the event took. */
  endEvent(): number {
    const micros = this.cost.micros();
    this.busyUntilMicros = Math.max(this.busyUntilMicros, this.#eventStartMicros + micros);
    this.#eventStartMicros = -1;
    this.cost.begin(0);
    setCurrentProcess(null);
    return micros;
  }

  /** A program starts: the meter of its markers takes over. */
  attach(meter: Meter): void {
    this.cost.attach(meter, this.#stepsUntilStrike());
  }

  /** Evaluates a library of this process: free of charge, and with chance of its own, so that it may also be there already. */
  evaluateLibrary<Result>(name: string, evaluate: () => Result): Result {
    const random = this.#random;
    this.#random = random.fork(name);
    try {
      return this.cost.free(evaluate);
    } finally {
      this.#random = random;
    }
  }

  /** A marker found no fuel. */
  outOfFuel(): void {
    if (!this.alive) throw new ProcessDeath();
    if (this.nowMicros() >= this.strikeAtMicros) this.#struck();
    if (this.cost.steps() >= STEP_BUDGET) {
      this.#world.endlessLoop(this);
      throw new ProcessDeath();
    }
    this.cost.grantMore(this.#stepsUntilStrike());
  }

  schedule(delayMicros: number, callback: () => void, options: TaskOptions = {}): Task {
    const task = new VirtualTask(this, this.#tasks);
    if (!this.alive) return task;
    const atMicros = this.nowMicros() + Math.max(0, Math.round(delayMicros * this.cost.factor));
    const { scheduler } = this.#world;
    const run = (): void => {
      task.forget();
      callback();
    };
    const event = scheduler.at(atMicros, this, run, options.daemon === true, options.quiet === true);
    task.arm(() => scheduler.cancel(event));
    return task;
  }

  nextTick(callback: () => void): void {
    this.#world.nextTick(() => this.alive && callback());
  }

  random(): number {
    return this.#random.next();
  }

  record(happening: Happening): void {
    if (!this.alive) throw new ProcessDeath();
    const source = happening.source ?? this.sourceOf(this.position());
    this.#world.record(this.nowMicros(), this.name, source === undefined ? happening : { ...happening, source });
  }

  mintMessageId(): string {
    return this.#world.mintMessageId();
  }

  position(): number {
    return this.cost.position();
  }

  sourceOf(position: number): SourceLine | undefined {
    return lineOf(position, this.files);
  }

  uncaught(error: unknown): void {
    this.#crashWith('uncaughtException', error);
  }

  rejected(reason: unknown): void {
    this.#crashWith('unhandledRejection', reason);
  }

  exit(code: number): never {
    this.exitCode = code;
    this.exitBy(code);
    throw new ProcessDeath();
  }

  /** Ends as Node does when nothing is left to do, or because the program said so. */
  exitBy(code: number): void {
    if (!this.alive) return;
    try {
      for (const listener of this.#exitListeners) listener(code);
    } catch (error) {
      this.uncaught(error);
    }
    if (!this.alive) return;
    const finalCode = this.exitCode ?? code;
    this.record({ kind: 'processExited', level: 'story', detail: { code: finalCode } });
    this.exitCode = finalCode;
    this.#die('exited');
    this.#world.died(this, 'exit');
  }

  crash(cause: CrashCause, said: string, annotation?: string): void {
    if (!this.alive) return;
    const stack = annotation === undefined ? {} : { annotation };
    this.record({ kind: 'processCrashed', level: 'story', detail: { cause, said }, ...stack });
    this.#die('crashed');
    this.#world.died(this, cause);
  }

  /** The run is over: nothing of this process runs again, but it neither crashed nor exited. */
  freeze(): void {
    this.#frozen = true;
    this.cost.starve();
    for (const task of [...this.#tasks]) task.cancel();
  }

  connect(host: string, port: number, handler: EndpointHandler): Endpoint {
    const endpoint = this.#world.connect(this, host, port, handler);
    this.onDeath(() => endpoint.destroy());
    return endpoint;
  }

  listen(port: number, accept: (endpoint: Endpoint) => EndpointHandler): Listener {
    return this.#world.listen(this, port, accept);
  }

  waitFor(what: string): () => void {
    const wait = [what];
    this.#waits.add(wait);
    return () => this.#waits.delete(wait);
  }

  waiting(): readonly Waiting[] {
    return [...this.#waits].map(([what]) => ({ process: this.name, what: what as string }));
  }

  /** A timer, connection or server that keeps it alive came or went. */
  countHandle(change: number): void {
    this.#handleCount += change;
  }

  onDeath(listener: () => void): void {
    this.#deathListeners.push(listener);
  }

  onExit(listener: (code: number) => void): void {
    this.#exitListeners.push(listener);
  }

  onUncaught(handler: (cause: CrashCause, error: unknown) => boolean): void {
    this.#catchAll = handler;
  }

  #crashWith(cause: CrashCause, error: unknown): void {
    if (!this.alive || error instanceof ProcessDeath || this.#isCaught(cause, error)) return;
    const { said, stack } = describeThrown(error);
    this.crash(cause, said, stack);
  }

  /** A handler that fails itself catches nothing. */
  #isCaught(cause: CrashCause, error: unknown): boolean {
    try {
      return this.#catchAll?.(cause, error) ?? false;
    } catch {
      return false;
    }
  }

  #die(state: 'crashed' | 'exited'): void {
    this.#state = state;
    this.cost.starve();
    for (const task of [...this.#tasks]) task.cancel();
    for (const listener of this.#deathListeners.splice(0)) listener();
  }

  #struck(): never {
    this.strikeAtMicros = Number.POSITIVE_INFINITY;
    this.strike();
    throw new ProcessDeath();
  }

  #stepsUntilStrike(): number {
    const left = STEP_BUDGET - this.cost.steps();
    if (this.strikeAtMicros === Number.POSITIVE_INFINITY) return left;
    const stepsUntilStrike = Math.ceil(((this.strikeAtMicros - this.nowMicros()) * 1000) / (STEP_NANOS * this.cost.factor));
    return Math.max(0, Math.min(left, stepsUntilStrike));
  }
}
