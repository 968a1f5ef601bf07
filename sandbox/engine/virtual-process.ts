/** One life of a process: its clock, timers, handles and death. A restart is a new life. */
import type { Waiting } from '../trace/ended.ts';
import type { CrashCause, Happening, SourceLine } from '../trace/event.ts';
import {
  type Endpoint,
  type EndpointHandler,
  type Listener,
  type Process,
  setCurrentProcess,
  type Task,
  type TaskOptions,
} from './process.ts';
import { ProcessClock } from './process-clock.ts';
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
  readonly clock: ProcessClock;
  exitCode: number | undefined = undefined;
  /** The local files of the program, for positions. */
  files: readonly string[] = [];
  /** Whether the program's top level has run to its end. */
  isEvaluated = false;
  readonly #world: ProcessWorld;
  #random: RandomStream;
  readonly #tasks = new Set<VirtualTask>();
  readonly #waits = new Set<string[]>();
  readonly #deathListeners: (() => void)[] = [];
  readonly #exitListeners: ((code: number) => void)[] = [];
  #catchAll: ((cause: CrashCause, error: unknown) => boolean) | null = null;
  #state: 'running' | 'crashed' | 'exited' = 'running';
  #frozen = false;
  #isExiting = false;
  #handleCount = 0;

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
    this.clock = new ProcessClock(world.scheduler);
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

  /** Whether anything can still happen in it: timers, connections, servers. */
  get hasHandles(): boolean {
    return this.#handleCount > 0;
  }

  nowMicros(): number {
    return this.clock.nowMicros();
  }

  readClockMicros(): number {
    this.clock.cost.readClock();
    this.#suffer();
    return this.nowMicros();
  }

  beginEvent(atMicros: number): void {
    this.clock.begin(atMicros);
    setCurrentProcess(this);
  }

  /** Returns how many microseconds the event took. */
  endEvent(): number {
    setCurrentProcess(null);
    return this.clock.end();
  }

  /** A program starts: the meter of its markers takes over. */
  attach(meter: Meter): void {
    this.clock.cost.attach(meter, this.clock.stepsLeft());
  }

  /** Evaluates a library of this process: free of charge, and with chance of its own, so that it may also be there already. */
  evaluateLibrary<Result>(name: string, evaluate: () => Result): Result {
    const random = this.#random;
    this.#random = random.fork(name);
    try {
      return this.clock.cost.free(evaluate);
    } finally {
      this.#random = random;
    }
  }

  /** A marker found no fuel. */
  outOfFuel(): void {
    if (!this.alive) throw new ProcessDeath();
    this.#suffer();
    if (this.clock.isLoopEndless) {
      this.#world.endlessLoop(this);
      throw new ProcessDeath();
    }
    this.clock.cost.grantMore(this.clock.stepsLeft());
  }

  schedule(delayMicros: number, callback: () => void, options: TaskOptions = {}): Task {
    const task = new VirtualTask(this, this.#tasks);
    if (!this.alive) return task;
    const from = options.fromEventStart === true ? this.clock.eventStartMicros() : this.nowMicros();
    const atMicros = from + Math.max(0, Math.round(delayMicros * this.clock.cost.factor));
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
    return this.clock.cost.position();
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
    if (!this.#isExiting) this.exitBy(code);
    throw new ProcessDeath();
  }

  /** Ends as Node does when nothing is left to do, or because the program said so. */
  exitBy(code: number): void {
    if (!this.alive) return;
    this.#isExiting = true;
    for (const listener of this.#exitListeners) {
      try {
        listener(code);
      } catch (error) {
        this.uncaught(error);
      }
      if (!this.alive) return;
    }
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
    this.clock.cost.starve();
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
    this.clock.cost.starve();
    for (const task of [...this.#tasks]) task.cancel();
    for (const listener of this.#deathListeners.splice(0)) listener();
  }

  /** What was to happen to this process at a known time happens, if that time has come while it computes. */
  #suffer(): void {
    const strike = this.clock.takeDueStrike();
    if (strike === null) return;
    strike.happen();
    throw new ProcessDeath();
  }
}
