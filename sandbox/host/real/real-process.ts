/** A process of the run that is a real one: what course modules ask of it, made of real clocks and timers. */
import type { Process, Task } from '../../engine/process.ts';
import type { Happening } from '../../trace/event.ts';
import type { ChildSettings } from './child-report.ts';

export class RealProcess implements Process {
  readonly run = {};
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

  onExit(listener: (code: number) => void): void {
    process.on('exit', listener);
  }

  /** Node itself asks the program's own listeners. */
  onUncaught(): void {}

  connect(): never {
    throw new Error('On real Node, connections go through node:net.');
  }

  listen(): never {
    throw new Error('On real Node, connections go through node:net.');
  }

  /** A real process says nothing about what it waits for. */
  waitFor(): () => void {
    return () => {};
  }

  position(): number {
    return 0;
  }

  sourceOf(): undefined {
    return undefined;
  }
}
