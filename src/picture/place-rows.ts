/** Place rows: a queue as a row of slots with its name above and its counts below. */
import type { BrokerKind } from '../../sandbox/engine/cell.ts';
import type { PlaceFacts } from './facts.ts';
import { PITCH, type PlaceBox } from './layout.ts';

/** Name, pill and counts. */
export const PLACE_HEIGHT = 70;
const NAME_HEIGHT = 18;
const PILL_HEIGHT = 32;
/** The rest of a queue is counted in a lump of this width. */
const LUMP_WIDTH = 34;
const MOST_SLOTS = 8;
/** What is dropped lies beside the words `123 dropped`, not on them. */
const LOSS_WIDTH = 96;

/** `x`, `y`: the upper left corner of the row. */
export function placeBoxOf(place: PlaceFacts, kind: BrokerKind | null, x: number, y: number, width: number): PlaceBox {
  const isList = kind === 'redis';
  const count = Math.min(MOST_SLOTS, Math.floor((width - LUMP_WIDTH - 6) / PITCH));
  const middle = y + NAME_HEIGHT + PILL_HEIGHT / 2;
  const leavesRight = !isList || place.entersAtHead;
  const slotX = (index: number): number => (leavesRight ? x + width - 6 - PITCH / 2 - index * PITCH : x + 6 + PITCH / 2 + index * PITCH);
  return {
    id: place.id,
    name: place.name,
    x,
    y: y + NAME_HEIGHT,
    width,
    height: PILL_HEIGHT,
    headIsLeft: isList,
    ends: isList ? ['LEFT', 'RIGHT'] : null,
    slots: Array.from({ length: count }, (_, index) => ({ x: slotX(index), y: middle })),
    lump: { x: leavesRight ? x + LUMP_WIDTH / 2 + 2 : x + width - LUMP_WIDTH / 2 - 2, y: middle },
    done: { x: x + Math.max(104, width * 0.4), y: y + NAME_HEIGHT + PILL_HEIGHT + 12 },
    dropped: { x: x + Math.min(LOSS_WIDTH, Math.max(78, width - 40)), y: y + NAME_HEIGHT + PILL_HEIGHT + 12 },
    chairs: { x: x - 15, y: middle },
  };
}
