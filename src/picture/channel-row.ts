/** Channel rows: a bare wire with its name above and a seat below for each client that ever listens. */
import type { PlaceBox } from './layout.ts';
import type { PlaceFacts } from './place-facts.ts';
import { SEATS_HEIGHT, seatsOf } from './seats.ts';

const NAME_HEIGHT = 18;
const WIRE_HEIGHT = 32;
const COUNTS_HEIGHT = 20;

export function channelHeight({ consumers }: PlaceFacts): number {
  return NAME_HEIGHT + WIRE_HEIGHT + COUNTS_HEIGHT + (consumers.length > 0 ? SEATS_HEIGHT : 0);
}

/** `x`, `top`: the upper left corner of the row. */
export function channelBox({ id, name, form, consumers }: PlaceFacts, x: number, top: number, width: number): PlaceBox {
  const y = top + NAME_HEIGHT;
  const middle = { x: x + width / 2, y: y + WIRE_HEIGHT / 2 };
  const seats = seatsOf({ names: consumers, count: consumers.length, x, y: y + WIRE_HEIGHT + 21, width, fromRight: true });
  const none = { ends: null, hook: null, lump: middle, done: middle, dropped: middle, chairs: middle };
  return { id, name, form, x, y, width, height: WIRE_HEIGHT, slots: [middle], seats, ...none };
}
