/** Validation: reads what came out of the sandbox by hand, copies what is known, and drops the rest. */

import type { RunReport } from '../../sandbox/engine/report.ts';
import type { FromFrame, FromWorker } from '../../sandbox/host/protocol.ts';
import type { SourceLine, TraceEvent } from '../../sandbox/trace/event.ts';
import { KINDS, LEVELS } from './kinds.ts';
import { readEnded } from './validate-ended.ts';
import { type Fields, isFields, list, number, text } from './validate-parts.ts';

/** The longest text of one field that the page takes over, in characters. */
const TEXT_LIMIT = 10_000;
/** Most events in one message: the worker sends far smaller batches. */
const BATCH_LIMIT = 25_000;
const PROCESS_STATES = new Set(['notStarted', 'running', 'crashed', 'exited']);

/** A message of the frame, or null when it has no known shape. */
export function readFromFrame(data: unknown): FromFrame | null {
  if (!isFields(data)) return null;
  if (data['kind'] === 'ready' || data['kind'] === 'pong') return { kind: data['kind'] };
  const worker = number(data['worker']);
  if (worker === null) return null;
  if (data['kind'] === 'broke') return { kind: 'broke', worker, said: text(data['said'], TEXT_LIMIT) ?? 'no reason' };
  if (data['kind'] !== 'said') return null;
  const message = readFromWorker(data['message']);
  return message === null ? null : { kind: 'said', worker, message };
}

/** A message of a worker, or null. */
export function readFromWorker(data: unknown): FromWorker | null {
  if (!isFields(data)) return null;
  const version = number(data['version']);
  if (data['kind'] === 'ready') return version === null ? null : { kind: 'ready', version };
  const run = number(data['run']);
  if (run === null) return null;
  switch (data['kind']) {
    case 'events':
    case 'trace':
      return { kind: data['kind'], run, events: list(data['events'], BATCH_LIMIT, readEvent) };
    case 'finished': {
      const report = readReport(data['report']);
      if (report === null) return null;
      const trace = parsed(data['trace']);
      return { kind: 'finished', run, report: trace === null ? report : { ...report, events: list(trace, BATCH_LIMIT, readEvent) } };
    }
    case 'failed':
      return { kind: 'failed', run, said: text(data['said'], TEXT_LIMIT) ?? 'no reason' };
    default:
      return null;
  }
}

/** The value of a JSON text; null when it is none. */
function parsed(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : null;
  } catch {
    return null;
  }
}

function readReport(data: unknown): RunReport | null {
  if (!isFields(data)) return null;
  const seed = number(data['seed']);
  const virtualMicros = number(data['virtualMicros']);
  const ended = readEnded(data['ended']);
  const traceHash = text(data['traceHash'], 64);
  if (seed === null || virtualMicros === null || ended === null || traceHash === null) return null;
  const events = list(data['events'], BATCH_LIMIT, readEvent);
  return { seed, virtualMicros, ended, traceHash, events, processes: list(data['processes'], 1000, readProcess) };
}

function readProcess(data: unknown): RunReport['processes'][number] | null {
  if (!isFields(data)) return null;
  const name = text(data['name'], 200);
  const state = data['state'] as RunReport['processes'][number]['state'];
  return name === null || !PROCESS_STATES.has(state) ? null : { name, state, exitCode: number(data['exitCode']) };
}

/** An event with a known kind and level; of its detail only the fields with plain values. */
function readEvent(data: unknown): TraceEvent | null {
  if (!isFields(data)) return null;
  const { kind, level } = data as { kind: never; level: never };
  const sequence = number(data['sequence']);
  const atMicros = number(data['atMicros']);
  const process = text(data['process'], 200);
  const detail = KINDS.has(kind) && LEVELS.has(level) ? readDetail(kind, data['detail']) : null;
  if (sequence === null || atMicros === null || process === null || detail === null) return null;
  const messageId = text(data['messageId'], 200);
  const source = readSource(data['source']);
  const annotation = text(data['annotation'], TEXT_LIMIT);
  return {
    sequence,
    atMicros,
    process,
    kind,
    level,
    detail: detail as never,
    ...(messageId === null ? {} : { messageId }),
    ...(source === null ? {} : { source }),
    ...(annotation === null ? {} : { annotation }),
  };
}

function readDetail(kind: string, data: unknown): Fields | null {
  if (!isFields(data)) return null;
  const detail: Record<string, unknown> = {};
  for (const [name, wanted] of KINDS.get(kind as never) ?? []) {
    const value = data[name];
    const isText = typeof value === 'string';
    if (!wanted.includes((value === null ? 'null' : typeof value) as never)) return null;
    if (value !== undefined) detail[name] = isText ? value.slice(0, TEXT_LIMIT) : value;
  }
  return detail;
}

function readSource(data: unknown): SourceLine | null {
  if (!isFields(data)) return null;
  const file = text(data['file'], 200);
  const line = number(data['line']);
  return file === null || line === null ? null : { file, line };
}
