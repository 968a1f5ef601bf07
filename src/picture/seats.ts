/** Seats: the chairs below a list for clients that wait, and below a channel for those who listen. */
import type { Rect } from './layout.ts';

/** A row of seats and the room above it. */
export const SEATS_HEIGHT = 26;
const SEAT_HEIGHT = 17;
const GAP = 6;
const MOST_SEATS = 3;
/** The width of a letter of a name, about. */
const LETTER = 5.9;

export interface SeatRow {
  /** Whoever may sit there: a seat is wide enough for any of them. */
  readonly names: readonly string[];
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The first seat is the rightmost. */
  readonly fromRight: boolean;
}

export function seatsOf({ names, count, x, y, width, fromRight }: SeatRow): readonly Rect[] {
  const shown = Math.min(count, MOST_SEATS);
  const widest = Math.max(0, ...names.map((name) => name.length)) * LETTER + 12;
  const each = Math.min(widest, (width - GAP * (shown - 1)) / Math.max(1, shown));
  return Array.from({ length: shown }, (_, index) => {
    const offset = index * (each + GAP);
    return { x: fromRight ? x + width - each - offset : x + offset, y, width: each, height: SEAT_HEIGHT };
  });
}
