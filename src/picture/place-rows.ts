/** Place rows: for each form of place how high its row is and where things are in it; rows stand below each other. */
import { channelBox, channelHeight } from './channel-row.ts';
import type { PlaceBox } from './layout.ts';
import type { PlaceFacts } from './place-facts.ts';
import type { Form } from './place-form.ts';
import { streamBox, streamHeight } from './stream-row.ts';
import { STRIP_HEIGHT, stripBox, stripHeight } from './strip-row.ts';

interface Row {
  readonly height: (place: PlaceFacts) => number;
  readonly box: (place: PlaceFacts, x: number, y: number, width: number) => PlaceBox;
}

const strip: Row = { height: stripHeight, box: stripBox };
const stream: Row = { height: streamHeight, box: streamBox };
const channel: Row = { height: channelHeight, box: channelBox };

const ROWS: Readonly<Record<Form, Row>> = { queue: strip, list: strip, sortedSet: strip, stream, channel };

/** Without any place there is room for the words that say so. */
export function rowsHeight(places: readonly PlaceFacts[]): number {
  if (places.length === 0) return STRIP_HEIGHT;
  return places.reduce((sum, place) => sum + ROWS[place.form].height(place), 0);
}

/** `x`, `y`: the upper left corner of the first row. */
export function rowsOf(places: readonly PlaceFacts[], x: number, y: number, width: number): readonly PlaceBox[] {
  let top = y;
  return places.map((place) => {
    const row = ROWS[place.form];
    const box = row.box(place, x, top, width);
    top += row.height(place);
    return box;
  });
}
