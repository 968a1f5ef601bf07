/** Tokens of a stream: its entries, which stay, and what each consumer has been given and not acked. */
import { compareEntryIds } from './entry-id.ts';
import type { Layout, PlaceBox } from './layout.ts';
import type { PlaceFacts } from './place-facts.ts';
import type { PlaceScene, Scene } from './scene.ts';
import type { Drawing } from './tokens.ts';

/** The newest entries for which there are cells. */
export function shownEntries({ waiting }: PlaceScene, { slots }: PlaceBox): readonly string[] {
  return waiting.slice(Math.max(0, waiting.length - slots.length));
}

export function drawStream(place: PlaceScene, facts: PlaceFacts, scene: Scene, layout: Layout, { tokens, lumps }: Drawing): void {
  const box = layout.places.get(place.id);
  if (box === undefined) return;
  const shown = shownEntries(place, box);
  const left = place.waiting.length - shown.length;
  if (left > 0) lumps.push({ ...box.lump, key: place.id, count: left });
  shown.forEach((messageId, index) => {
    const at = box.slots[index];
    const id = facts.entryIds.get(messageId);
    if (at === undefined) return;
    const token = { ...at, messageId, inFlight: false, again: false, end: null };
    // A group that has not read it yet has a copy right there: from there it goes into a tray.
    for (const { name, position, consumers } of place.groups) {
      if (consumers.some(({ pending }) => pending.some((owed) => owed.messageId === messageId))) continue;
      const isAhead = id !== undefined && position !== null && compareEntryIds(id, position) > 0;
      if (isAhead) tokens.push({ ...token, key: trayKey(messageId, place.id, name) });
    }
    tokens.push({ ...token, key: `${messageId}@${place.id}` });
  });
  drawTrays(place, facts, scene.atMicros, box, { tokens, lumps });
}

function drawTrays(
  place: PlaceScene,
  { longestIdleMicros }: PlaceFacts,
  nowMicros: number,
  box: PlaceBox,
  { tokens, lumps }: Drawing,
): void {
  for (const { name, trays } of box.groups ?? []) {
    const consumers = place.groups.find((group) => group.name === name)?.consumers ?? [];
    for (const { consumer, slots } of trays) {
      const pending = consumers.find((one) => one.name === consumer)?.pending ?? [];
      const room = pending.length > slots.length ? slots.length - 1 : slots.length;
      const last = slots.at(-1);
      if (pending.length > room && last !== undefined) {
        lumps.push({ ...last, key: `${place.id} ${name} ${consumer}`, count: pending.length - room });
      }
      pending.slice(0, room).forEach(({ messageId, deliveries, sinceMicros }, index) => {
        const at = slots[index];
        if (at === undefined) return;
        const owed = { deliveries, idle: Math.min(1, (nowMicros - sinceMicros) / Math.max(1, longestIdleMicros)) };
        const again = deliveries > 1;
        tokens.push({ ...at, key: trayKey(messageId, place.id, name), messageId, inFlight: true, again, end: null, owed });
      });
    }
  }
}

function trayKey(messageId: string, place: string, group: string): string {
  return `${messageId}@${place}#${group}`;
}
