/** The world of a process: what it needs of the run that it lives in. */
import type { CrashCause, Happening } from '../trace/event.ts';
import type { Endpoint, EndpointHandler, Listener } from './process.ts';
import type { Scheduler } from './scheduler.ts';
import type { VirtualProcess } from './virtual-process.ts';

export interface ProcessWorld {
  readonly scheduler: Scheduler<VirtualProcess>;
  readonly run: object;
  readonly epochMs: number;
  record(atMicros: number, process: string, happening: Happening): void;
  mintMessageId(): string;
  nextTick(callback: () => void): void;
  connect(client: VirtualProcess, host: string, port: number, handler: EndpointHandler): Endpoint;
  listen(owner: VirtualProcess, port: number, accept: (endpoint: Endpoint) => EndpointHandler): Listener;
  /** More steps than any event may take: the run is over. */
  endlessLoop(process: VirtualProcess): void;
  /** A process died and may have to be started again. */
  died(process: VirtualProcess, cause: CrashCause | 'exit'): void;
}
