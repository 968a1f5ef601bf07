/** Validation of how a run ended. */
import type { Ended, Listening, Unreached, Vain, Waiting } from '../../sandbox/trace/ended.ts';
import { isFields, list, number, text } from './validate-parts.ts';

const SAID_LIMIT = 2000;

/** The ending, or null when it has no known shape. */
export function readEnded(data: unknown): Ended | null {
  if (!isFields(data)) return null;
  const reason = data['reason'] as Ended['reason'];
  const said = text(data['said'], SAID_LIMIT) ?? '';
  switch (reason) {
    case 'quiescent':
      return { reason, waiting: list(data['waiting'], 1000, readWaiting), ...readVain(data['vain']) };
    case 'deadline':
      return { reason, said, ...readVain(data['vain']) };
    case 'budget':
    case 'compile-error': {
      const source = readSource(data['source']);
      return source === null ? { reason, said } : { reason, said, source };
    }
    case 'stopped':
    case 'watchdog':
    case 'tampered':
      return { reason, said };
    default:
      reason satisfies never;
      return null;
  }
}

function readWaiting(data: unknown): Waiting | null {
  if (!isFields(data)) return null;
  const process = text(data['process'], 200);
  const what = text(data['what'], SAID_LIMIT);
  return process === null || what === null ? null : { process, what };
}

function readVain(data: unknown): { vain?: Vain } {
  if (!isFields(data)) return {};
  const unreached = list(data['unreached'], 1000, readUnreached);
  return { vain: { unreached, listening: list(data['listening'], 1000, readListening) } };
}

function readUnreached(data: unknown): Unreached | null {
  if (!isFields(data)) return null;
  const process = text(data['process'], 200);
  const host = text(data['host'], 200);
  const port = number(data['port']);
  const count = number(data['count']);
  const source = readSource(data['source']);
  if (process === null || host === null || port === null || count === null) return null;
  return { process, host, port, isHostKnown: data['isHostKnown'] === true, count, ...(source !== null && { source }) };
}

function readListening(data: unknown): Listening | null {
  if (!isFields(data)) return null;
  const name = text(data['name'], 200);
  const port = number(data['port']);
  return name === null || port === null ? null : { name, port };
}

function readSource(data: unknown): { file: string; line: number } | null {
  if (!isFields(data)) return null;
  const file = text(data['file'], 200);
  const line = number(data['line']);
  return file === null || line === null ? null : { file, line };
}
