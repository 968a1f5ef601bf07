/** Stream rows: entries as cells that stay, below them how far each group has read, and a tray for each of its consumers. */
import { CELL, type GroupBox, type PlaceBox, type TrayBox } from './layout.ts';
import type { GroupFacts, PlaceFacts } from './place-facts.ts';
import { SEATS_HEIGHT, seatsOf } from './seats.ts';

const NAME_HEIGHT = 18;
const CELLS_HEIGHT = 32;
const IDS_HEIGHT = 16;
/** The bar that says how far it has read, and its name. */
const GROUP_HEIGHT = 31;
const TRAY_HEIGHT = 30;
const TRAY_GAP = 5;
const TRAY_PITCH = 36;
/** Between a tray and what lies in it. */
const MARGIN = 8;
/** The rest is counted in a lump of this width. */
const LUMP_WIDTH = 34;
const MOST_CELLS = 8;
const MOST_TRAYS = 3;
const BOTTOM = 8;
/** The width of a letter of a consumer's name, about. */
const LETTER = 6.2;

export function streamHeight({ groups, mostWaiters }: PlaceFacts): number {
  const seats = mostWaiters > 0 ? SEATS_HEIGHT : 0;
  return NAME_HEIGHT + CELLS_HEIGHT + IDS_HEIGHT + seats + groups.reduce((sum, group) => sum + groupHeight(group), 0) + BOTTOM;
}

/** `x`, `top`: the upper left corner of the row. */
export function streamBox(place: PlaceFacts, x: number, top: number, width: number): PlaceBox {
  const { id, name, form, entryIds, mostWaiters, consumers } = place;
  const y = top + NAME_HEIGHT;
  const middle = y + CELLS_HEIGHT / 2;
  const most = (room: number): number => Math.min(MOST_CELLS, Math.floor(room / CELL));
  const isWhole = entryIds.size <= most(width);
  const first = x + CELL / 2 + (isWhole ? 0 : LUMP_WIDTH);
  const count = isWhole ? entryIds.size : most(width - LUMP_WIDTH);
  const groupsTop = y + CELLS_HEIGHT + IDS_HEIGHT;
  const groups = groupsAt(place.groups, x, groupsTop, width);
  const bottom = place.groups.reduce((sum, group) => sum + groupHeight(group), groupsTop);
  const end = { x: x + width - 12, y: y + CELLS_HEIGHT + 8 };
  return {
    id,
    name,
    form,
    x,
    y,
    width,
    height: CELLS_HEIGHT,
    ends: null,
    hook: null,
    slots: Array.from({ length: count }, (_, index) => ({ x: first + index * CELL, y: middle })),
    lump: { x: x + LUMP_WIDTH / 2 + 3, y: middle },
    done: end,
    dropped: { ...end, x: x + 12 },
    chairs: { x: x - 15, y: middle },
    seats: seatsOf({ names: consumers, count: mostWaiters, x, y: bottom + 3, width, fromRight: true }),
    groups,
  };
}

function groupHeight({ consumers }: GroupFacts): number {
  return GROUP_HEIGHT + Math.min(consumers.length, MOST_TRAYS) * (TRAY_HEIGHT + TRAY_GAP);
}

function groupsAt(groups: readonly GroupFacts[], x: number, top: number, width: number): readonly GroupBox[] {
  let y = top;
  return groups.map((group) => {
    const shown = group.consumers.slice(0, MOST_TRAYS);
    const widest = Math.max(0, ...shown.map((name) => name.length)) * LETTER;
    const trays = shown.map((consumer, index): TrayBox => {
      const tray = { x, y: y + GROUP_HEIGHT + index * (TRAY_HEIGHT + TRAY_GAP), width, height: TRAY_HEIGHT };
      const first = x + MARGIN + Math.min(widest, width * 0.4) + MARGIN + TRAY_PITCH / 2;
      const count = Math.max(1, Math.floor((x + width - MARGIN - first + TRAY_PITCH / 2) / TRAY_PITCH));
      const slots = Array.from({ length: count }, (_, slot) => ({ x: first + slot * TRAY_PITCH, y: tray.y + TRAY_HEIGHT / 2 }));
      return { ...tray, consumer, slots };
    });
    const box = { name: group.name, x, y: y + 5, width, trays, rest: group.consumers.length - shown.length };
    y += groupHeight(group);
    return box;
  });
}
