/** What a process prints: whole lines become console events, an unfinished line waits for its end. */
import { currentProcess } from '../engine/process.ts';
import type { ConsoleMethod } from '../trace/event.ts';
import { perProcess } from './per-process.ts';

const LONGEST_TEXT = 10_000;

type Stream = 'stdout' | 'stderr';

const unfinished = perProcess<Record<Stream, string>>((process) => {
  process.onExit(flushOutput);
  return { stdout: '', stderr: '' };
});

/** Prints one call of console. `annotation` is text made by the engine, such as a stack. */
export function printLine(method: ConsoleMethod, text: string, annotation?: string): void {
  const process = currentProcess();
  if (!process.alive) return;
  const stream = streamOf(method);
  const before = unfinished();
  const whole = before[stream] + text;
  before[stream] = '';
  const detail = { method, text: capped(whole) };
  process.record(
    annotation === undefined ? { kind: 'console', level: 'story', detail } : { kind: 'console', level: 'story', detail, annotation },
  );
}

/** `process.stdout.write`: text up to the last line break is printed line by line. */
export function writeOutput(stream: Stream, text: string): void {
  const state = unfinished();
  const lines = (state[stream] + text).split('\n');
  state[stream] = '';
  const rest = lines.pop() ?? '';
  for (const line of lines) printLine(stream === 'stdout' ? 'log' : 'error', line);
  state[stream] = capped(rest);
}

/** Prints what was written without a line break, when the process ends. */
function flushOutput(): void {
  const state = unfinished();
  for (const stream of ['stdout', 'stderr'] as const) if (state[stream] !== '') printLine(stream === 'stdout' ? 'log' : 'error', '');
}

function streamOf(method: ConsoleMethod): Stream {
  return method === 'error' || method === 'warn' ? 'stderr' : 'stdout';
}

function capped(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}… ${text.length - LONGEST_TEXT} more characters`;
}
