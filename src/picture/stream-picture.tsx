/** The stream: entries as cells with their ids, how far each group has read, and a tray for each consumer. */
import { timeText } from '../../sandbox/trace/time-text.ts';
import { compareEntryIds, shortEntryId } from './entry-id.ts';
import { CELL, type GroupBox, type PlaceBox, type TrayBox } from './layout.ts';
import type { PlacePictureProps } from './place-picture.tsx';
import type { ConsumerScene, GroupScene } from './scene.ts';
import { SeatsPicture } from './seats-picture.tsx';
import { shownEntries } from './stream-tokens.ts';

export function StreamPicture({ box, place, scene, facts }: PlacePictureProps) {
  const { x, y, width, height } = box;
  const known = facts.places.get(box.id)?.entryIds;
  const ids = shownEntries(place, box).map((messageId) => known?.get(messageId) ?? '');
  const { idDigits: digits } = facts;
  const dropped = place.dropped > 0 ? `${place.dropped} dropped · ` : '';
  return (
    <g class="place stream">
      <text class="name" x={x} y={y - 6}>
        {box.name}
      </text>
      <text class="note end" x={x + width} y={y - 6}>
        {place.waiting.length === 0
          ? `${dropped}empty`
          : `${dropped}${place.waiting.length} ${place.waiting.length === 1 ? 'entry' : 'entries'}`}
      </text>
      <rect class="pill" x={x} y={y} width={width} height={height} rx={3} />
      {box.slots.map((slot) => (
        <path key={slot.x} class="cell" d={`M ${slot.x + CELL / 2} ${y} v ${height}`} />
      ))}
      {ids.map((id, index) => (
        <text key={id} class={digits > 3 ? 'entry-id long' : 'entry-id'} x={box.slots[index]?.x} y={y + height + 10}>
          {id === '' ? '' : shortEntryId(id, digits)}
          <title>{id}</title>
        </text>
      ))}
      {box.groups?.map((group) => (
        <GroupPicture
          key={group.name}
          box={group}
          group={place.groups.find(({ name }) => name === group.name) ?? null}
          readTo={readTo(box, ids, place.groups.find(({ name }) => name === group.name)?.position ?? null)}
          nowMicros={scene.atMicros}
        />
      ))}
      <SeatsPicture seats={box.seats} names={place.waiters} />
    </g>
  );
}

/** Where the cells end that the group has been given. */
function readTo({ slots, x }: PlaceBox, ids: readonly string[], position: string | null): number | null {
  if (position === null) return null;
  const last = slots[ids.findLastIndex((id) => id !== '' && compareEntryIds(id, position) <= 0)];
  return last === undefined ? x : last.x + CELL / 2;
}

interface GroupPictureProps {
  readonly box: GroupBox;
  /** Null before it is made. */
  readonly group: GroupScene | null;
  readonly readTo: number | null;
  readonly nowMicros: number;
}

function GroupPicture({ box, group, readTo: end, nowMicros }: GroupPictureProps) {
  const { x, y, width, name, trays, rest } = box;
  const pending = group?.consumers.reduce((sum, consumer) => sum + consumer.pending.length, 0) ?? 0;
  const counts = [pending > 0 ? `${pending} pending` : '', group !== null && group.acked > 0 ? `${group.acked} acked` : ''];
  const words = group === null ? 'not made yet' : [...counts, rest > 0 ? `+${rest}` : ''].filter((word) => word !== '').join(' · ');
  return (
    <g class={group === null ? 'group unmade' : 'group'}>
      {end !== null && <path class="read" d={`M ${x} ${y + 3} H ${end}`} />}
      {end !== null && <path class="flag" d={`M ${end} ${y + 6} v -9 l 7 3 l -7 3`} />}
      <text class="name" x={x} y={y + 18}>
        {name}
      </text>
      <text class="note end" x={x + width} y={y + 18}>
        {words}
      </text>
      {trays.map((tray) => (
        <TrayPicture
          key={tray.consumer}
          box={tray}
          consumer={group?.consumers.find((one) => one.name === tray.consumer) ?? null}
          nowMicros={nowMicros}
        />
      ))}
    </g>
  );
}

interface TrayPictureProps {
  readonly box: TrayBox;
  /** Null while it is not in the group. */
  readonly consumer: ConsumerScene | null;
  readonly nowMicros: number;
}

/** Beside what lies in it, where there is room: how long the first has lain there. */
function TrayPicture({ box, consumer, nowMicros }: TrayPictureProps) {
  const { x, y, width, height, slots } = box;
  const pending = consumer?.pending ?? [];
  const [first] = pending;
  return (
    <g class={consumer === null ? 'tray absent' : 'tray'}>
      <path class="edge" d={`M ${x} ${y + 4} V ${y + height} H ${x + width} V ${y + 4}`} />
      <text x={x + 8} y={y + height / 2 + 4}>
        {box.consumer.slice(0, Math.floor((width * 0.4) / 6))}
      </text>
      {first !== undefined && pending.length <= slots.length - 2 && (
        <text class="note end" x={x + width - 6} y={y + height / 2 + 4}>
          idle {timeText(nowMicros - first.sinceMicros)}
        </text>
      )}
    </g>
  );
}
