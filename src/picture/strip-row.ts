/** Strip rows: a queue or list as a row of slots with its name above, its counts below, and chairs for those who wait. */
import { PITCH, type PlaceBox, type Point } from './layout.ts';
import type { End, PlaceFacts } from './place-facts.ts';
import { SEATS_HEIGHT, seatsOf } from './seats.ts';

/** Name, pill and counts. */
export const STRIP_HEIGHT = 70;
const NAME_HEIGHT = 18;
const PILL_HEIGHT = 32;
/** The rest of a queue is counted in a lump of this width. */
const LUMP_WIDTH = 34;
const MOST_SLOTS = 8;
/** What is dropped lies beside the words `123 dropped`, not on them. */
const LOSS_WIDTH = 96;
/** A list for what is in work stands a little to the right of the list that it is for. */
const INSET = 18;

export function stripHeight({ mostWaiters }: PlaceFacts): number {
  return STRIP_HEIGHT + (mostWaiters > 0 ? SEATS_HEIGHT : 0);
}

/** `left`, `top`: the upper left corner of the row. */
export function stripBox(place: PlaceFacts, left: number, top: number, fullWidth: number): PlaceBox {
  const { id, name, form, keptFor, mostWaiters, consumers } = place;
  const inset = keptFor === null ? 0 : INSET;
  const [x, y, width] = [left + inset, top + NAME_HEIGHT, fullWidth - inset];
  const count = Math.min(MOST_SLOTS, Math.floor((width - LUMP_WIDTH - 6) / PITCH));
  const middle = y + PILL_HEIGHT / 2;
  const leavesRight = leavesAtRight(place);
  const slotX = (index: number): number => (leavesRight ? x + width - 6 - PITCH / 2 - index * PITCH : x + 6 + PITCH / 2 + index * PITCH);
  return {
    id,
    name,
    form,
    x,
    y,
    width,
    height: PILL_HEIGHT,
    ends: endsOf(place),
    hook: keptFor === null ? null : hookAt(left, x, middle),
    slots: Array.from({ length: count }, (_, index) => ({ x: slotX(index), y: middle })),
    lump: { x: leavesRight ? x + LUMP_WIDTH / 2 + 2 : x + width - LUMP_WIDTH / 2 - 2, y: middle },
    done: { x: x + Math.max(104, width * 0.4), y: y + PILL_HEIGHT + 12 },
    dropped: { x: x + Math.min(LOSS_WIDTH, Math.max(78, width - 40)), y: y + PILL_HEIGHT + 12 },
    chairs: { x: x - 15, y: middle },
    seats: seatsOf({ names: consumers, count: mostWaiters, x, y: y + PILL_HEIGHT + 21, width, fromRight: leavesRight }),
  };
}

/** A list has its head on the left; any other place is drawn so that messages leave on the right. */
function leavesAtRight({ form, leavesAtTail }: PlaceFacts): boolean {
  return form !== 'list' || leavesAtTail;
}

/** The arrows say at which end messages come in, and at which they leave. */
function endsOf({ form, keptFor, enters, leaves }: PlaceFacts): PlaceBox['ends'] {
  if (form === 'sortedSet') return ['due later', 'due first'];
  if (form !== 'list') return null;
  if (keptFor !== null) return ['LEFT', 'RIGHT'];
  const arrow = (end: End, goesIn: string, goesOut: string): string => {
    if (enters.includes(end)) return leaves.includes(end) ? '↔' : goesIn;
    return leaves.includes(end) ? goesOut : '';
  };
  return [`${arrow('head', '→', '←')} LEFT`.trim(), `RIGHT ${arrow('tail', '←', '→')}`.trim()];
}

/** From below the list above to the side of this one. */
function hookAt(left: number, x: number, middle: number): readonly Point[] {
  return [
    { x: left + 5, y: middle - 32 },
    { x: left + 5, y: middle },
    { x: x - 1, y: middle },
  ];
}
