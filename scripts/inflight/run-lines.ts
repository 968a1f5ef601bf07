/** What processes said and did, as the terminal shows it. */
import type { ConsoleMethod } from '../../sandbox/trace/event.ts';

export interface ConsoleLine {
  readonly process: string;
  readonly atMicros: number;
  readonly level: ConsoleMethod;
  readonly text: string;
}

export interface EffectLine {
  readonly process: string;
  readonly atMicros: number;
  readonly effect: string;
  readonly key: string;
  readonly value: string;
}

/** Both in the order of time: `    12.345 ms  worker-1  took order-1`. */
export function linesOf(console: readonly ConsoleLine[], effects: readonly EffectLine[]): readonly string[] {
  const all = [...console, ...effects].sort((one, other) => one.atMicros - other.atMicros);
  const width = Math.max(0, ...all.map(({ process }) => process.length));
  return all.map((line) => lineText(line, width));
}

function lineText(line: ConsoleLine | EffectLine, processWidth: number): string {
  const head = `${(line.atMicros / 1000).toFixed(3).padStart(11)} ms  ${line.process.padEnd(processWidth)}  `;
  return head + textOf(line).replaceAll('\n', `\n${' '.repeat(head.length)}`);
}

function textOf(line: ConsoleLine | EffectLine): string {
  if ('effect' in line) return `=> ${line.effect} ${line.key} ${line.value}`;
  return line.level === 'log' || line.level === 'info' ? line.text : `${line.level}: ${line.text}`;
}
