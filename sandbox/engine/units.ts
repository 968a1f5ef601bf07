/** Units of virtual time: the kernel counts integer microseconds, cells speak of milliseconds. */

export const MICROS_PER_MS = 1000;

/** Rounds to whole microseconds, never below zero. */
export function microsOfMs(ms: number): number {
  return Math.max(0, Math.round(ms * MICROS_PER_MS));
}

export function msOfMicros(micros: number): number {
  return micros / MICROS_PER_MS;
}

/** A virtual time for people: `40 ms`, `1.25 s`. */
export function spokenMicros(micros: number): string {
  const ms = micros / MICROS_PER_MS;
  return ms < 1000 ? `${trimmed(ms)} ms` : `${trimmed(ms / 1000)} s`;
}

function trimmed(value: number): string {
  return value.toFixed(2).replace(/\.?0+$/, '');
}
