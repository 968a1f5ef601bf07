/** What a listener heard, in lines that do not depend on when we looked. */
import { type Frame, frameText } from './frame.ts';

export interface Heard {
  readonly frame: Frame;
  /** How many of the connection's commands were answered before it came. */
  readonly after: number;
}

/** A message that matches several patterns comes once for each, in an order that Redis does not promise. */
export function heardLines(heard: readonly Heard[]): string[] {
  const lines: string[] = [];
  let same: string[] = [];
  let last = '';
  for (const { frame, after } of heard) {
    const [kind, , ...rest] = frame.items ?? [];
    const message = kind?.text === 'pmessage' ? `${after} ${rest.map(frameText).join(' ')}` : '';
    if (message === '' || message !== last) {
      lines.push(...same.sort());
      same = [];
    }
    last = message;
    same.push(`hears after ${after} answers ${frameText(frame)}`);
  }
  return [...lines, ...same.sort()];
}
