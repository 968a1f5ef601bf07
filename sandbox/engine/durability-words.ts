/** Durability in words: what a broker of a cell keeps on its disk, on the page and in the picture alike. */
import { timeText } from '../trace/time-text.ts';
import type { BrokerSpec } from './cell.ts';
import { microsOfMs } from './units.ts';

/** `on disk: a snapshot every 2,200 ms`; null where the cell says nothing about it. */
export function spokenDurability(broker: BrokerSpec): string | null {
  const durability = broker.kind === 'redis' ? broker.durability : undefined;
  if (durability === undefined) return null;
  if (durability === 'none') return 'on disk: nothing';
  if ('snapshotEveryMs' in durability) return `on disk: a snapshot every ${timeText(microsOfMs(durability.snapshotEveryMs))}`;
  return `on disk: append-only file, ${durability.appendOnly}`;
}
