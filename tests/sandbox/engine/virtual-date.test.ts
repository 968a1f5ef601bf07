/** Dates run on virtual time and live in UTC wherever the run takes place. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Process } from '../../../sandbox/engine/process.ts';
import { setCurrentProcess } from '../../../sandbox/engine/process.ts';
import { VirtualDate } from '../../../sandbox/engine/virtual-date.ts';

beforeAll(() => setCurrentProcess({ epochMs: Date.UTC(2026, 0, 5, 9), readClockMicros: () => 1_500_900 } as unknown as Process));
afterAll(() => setCurrentProcess(null));

test.each<[string, unknown, unknown]>([
  ['now', () => new VirtualDate().toISOString(), '2026-01-05T09:00:01.500Z'],
  ['Date.now()', () => VirtualDate.now(), Date.UTC(2026, 0, 5, 9, 0, 1, 500)],
  ['Date() without new', () => VirtualDate(), 'Mon Jan 05 2026 09:00:01 GMT+0000 (Coordinated Universal Time)'],
  ['parts are local, that is UTC', () => new VirtualDate(2026, 5, 30, 12).toISOString(), '2026-06-30T12:00:00.000Z'],
  ['a text without a zone is local', () => new VirtualDate('2026-06-30T12:00:00').toISOString(), '2026-06-30T12:00:00.000Z'],
  ['a text with a zone keeps it', () => new VirtualDate('2026-06-30T12:00:00+02:00').toISOString(), '2026-06-30T10:00:00.000Z'],
  ['a free-form text', () => new VirtualDate('June 30, 2026 12:00:00').toISOString(), '2026-06-30T12:00:00.000Z'],
  ['a copy', () => new VirtualDate(new VirtualDate(42)).getTime(), 42],
  ['local getters', () => new VirtualDate('2026-06-30T23:30:00Z').getHours(), 23],
  ['local setters', () => new VirtualDate(0).setHours(5), 5 * 3_600_000],
  ['the zone', () => new VirtualDate().getTimezoneOffset(), 0],
  ['toLocaleString', () => new VirtualDate('2026-06-30T12:00:00Z').toLocaleDateString(), '6/30/2026'],
  ['an invalid one', () => String(new VirtualDate('soon')), 'Invalid Date'],
  ['instanceof', () => new VirtualDate() instanceof VirtualDate, true],
])('%s', (_name, read, expected) => {
  expect((read as () => unknown)()).toBe(expected);
});
