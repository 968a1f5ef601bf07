/** Units of virtual time: the kernel counts integer microseconds, cells speak of milliseconds. */

export const MICROS_PER_MS = 1000;

/** Rounds to whole microseconds, never below zero. */
export function microsOfMs(ms: number): number {
  return Math.max(0, Math.round(ms * MICROS_PER_MS));
}

export function msOfMicros(micros: number): number {
  return micros / MICROS_PER_MS;
}
