/** A console line of a run, as the terminal shows it. */
import type { ConsoleMethod } from '../../sandbox/trace/event.ts';

export interface ConsoleLine {
  readonly process: string;
  readonly atMicros: number;
  readonly level: ConsoleMethod;
  readonly text: string;
}

/** `    12.345 ms  worker-1  took order-1`, further lines of a text below its first. */
export function lineText({ process, atMicros, level, text }: ConsoleLine, processWidth: number): string {
  const head = `${(atMicros / 1000).toFixed(3).padStart(11)} ms  ${process.padEnd(processWidth)}  `;
  const mark = level === 'log' || level === 'info' ? '' : `${level}: `;
  return head + mark + text.replaceAll('\n', `\n${' '.repeat(head.length)}`);
}
