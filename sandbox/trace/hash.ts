/** The trace hash: SHA-256 of a canonical text. Two runs are the same run exactly when their hashes agree. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { TraceEvent } from './event.ts';

/** Hex SHA-256 over one canonical line for each event; annotations (`source`, `annotation`) are left out. */
export function traceHash(events: readonly TraceEvent[]): string {
  const hash = sha256.create();
  for (const event of events) hash.update(utf8ToBytes(canonicalLine(event)));
  return bytesToHex(hash.digest());
}

/** `sequence atMicros process level kind messageId {detail with sorted keys}` and a line feed. */
export function canonicalLine(event: TraceEvent): string {
  const detail = event.detail as unknown as Record<string, unknown>;
  const pairs = Object.keys(detail)
    .sort()
    .map((name) => `${name}=${JSON.stringify(detail[name])}`);
  return `${event.sequence} ${event.atMicros} ${event.process} ${event.level} ${event.kind} ${event.messageId ?? '-'} ${pairs.join(' ')}\n`;
}
