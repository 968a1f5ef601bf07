/** The global `console`: what a process says becomes events of its trace. */
import { currentProcess } from '../engine/process.ts';
import type { ConsoleMethod } from '../trace/event.ts';
import { tableText } from './console-table.ts';
import { format } from './format.ts';
import { stackOf } from './inspect/error.ts';
import { type InspectOptions, inspect } from './inspect.ts';
import { printLine } from './output.ts';
import { perProcess } from './per-process.ts';

interface ConsoleState {
  indentation: string;
  readonly counts: Map<string, number>;
  readonly startedAtMicros: Map<string, number>;
}

const consoleState = perProcess<ConsoleState>(() => ({ indentation: '', counts: new Map(), startedAtMicros: new Map() }));

function print(method: ConsoleMethod, args: readonly unknown[]): void {
  const text = safeFormat(args);
  const { indentation } = consoleState();
  const stacks = args.map(stackOf).filter((stack) => stack !== undefined);
  const annotation = stacks.length === 0 ? undefined : stacks.join('\n').slice(0, 4000);
  printLine(method, indentation === '' ? text : indentation + text.replaceAll('\n', `\n${indentation}`), annotation);
}

/** A value whose own code fails while it is formatted must not end the process that only wanted to print it. */
function safeFormat(args: readonly unknown[]): string {
  try {
    return format(...args);
  } catch {
    return args.map((arg) => (typeof arg === 'string' ? arg : inspect(arg))).join(' ');
  }
}

/** `1.234s`, `12.3ms`: as `console.time` gives durations. */
function durationText(micros: number): string {
  const ms = micros / 1000;
  if (ms < 1000) return `${Number(ms.toFixed(3))}ms`;
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(3)}s`;
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${(seconds % 60).toFixed(3).padStart(6, '0')} (m:ss.mmm)`;
}

function elapsed(label: string): string | null {
  const startedAtMicros = consoleState().startedAtMicros.get(label);
  if (startedAtMicros !== undefined) return durationText(currentProcess().readClockMicros() - startedAtMicros);
  print('warn', [`Warning: No such label '${label}' for console.timeEnd()`]);
  return null;
}

function group(...labels: unknown[]): void {
  if (labels.length > 0) print('log', labels);
  consoleState().indentation += '  ';
}

/** One object for the realm; each process gets its own copy (see globals.ts), so that one cannot patch another's. */
export const virtualConsole = {
  log: (...args: unknown[]) => print('log', args),
  info: (...args: unknown[]) => print('info', args),
  warn: (...args: unknown[]) => print('warn', args),
  error: (...args: unknown[]) => print('error', args),
  debug: (...args: unknown[]) => print('debug', args),
  trace: (...args: unknown[]) => print('error', args.length === 0 ? ['Trace'] : [`Trace: ${safeFormat(args)}`]),
  dir: (value: unknown, options: InspectOptions = {}) => print('log', ['%s', inspect(value, options)]),
  dirxml: (...args: unknown[]) => print('log', args),
  table: (value: unknown, columns?: readonly string[]) => {
    const text = tableText(value, columns);
    print('log', text === null ? [value] : ['%s', text]);
  },
  assert: (holds: unknown, ...args: unknown[]) => {
    if (holds) return;
    if (typeof args[0] === 'string') print('warn', [`Assertion failed: ${args[0]}`, ...args.slice(1)]);
    else print('warn', args.length === 0 ? ['Assertion failed'] : ['Assertion failed', ...args]);
  },
  count: (label: unknown = 'default') => {
    const { counts } = consoleState();
    const count = (counts.get(`${label}`) ?? 0) + 1;
    counts.set(`${label}`, count);
    print('log', [`${label}: ${count}`]);
  },
  countReset: (label: unknown = 'default') => {
    consoleState().counts.delete(`${label}`);
  },
  group,
  groupCollapsed: group,
  groupEnd: () => {
    const state = consoleState();
    state.indentation = state.indentation.slice(0, -2);
  },
  time: (label: unknown = 'default') => {
    consoleState().startedAtMicros.set(`${label}`, currentProcess().readClockMicros());
  },
  timeLog: (label: unknown = 'default', ...args: unknown[]) => {
    const text = elapsed(`${label}`);
    if (text !== null) print('log', [`${label}: ${text}`, ...args]);
  },
  timeEnd: (label: unknown = 'default') => {
    const text = elapsed(`${label}`);
    if (text !== null) print('log', [`${label}: ${text}`]);
    consoleState().startedAtMicros.delete(`${label}`);
  },
  timeStamp: () => {},
  profile: () => {},
  profileEnd: () => {},
};
