/** Coverage in lines: each command with the kinds of reply and error that it was seen to give, and how often. */
import type { Seen } from './coverage.ts';

export function coverageText(seen: Seen): string {
  return Object.entries(seen)
    .map(
      ([command, kinds]) =>
        `${command}: ${Object.entries(kinds)
          .map(([kind, count]) => `${kind} ×${count}`)
          .join(', ')}`,
    )
    .join('\n');
}
