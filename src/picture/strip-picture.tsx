/** The strip: a queue or a list, its ends and its counts, and who waits before it. */
import type { PlacePictureProps } from './place-picture.tsx';
import type { PlaceScene, Scene } from './scene.ts';
import { SeatsPicture } from './seats-picture.tsx';

/** The width of a letter of a note, bold ones too, of one that is not bold, and of the name of an end with its margin. */
const LETTER = 7;
const THIN_LETTER = 6.2;
const END = 46;

/** The width of a letter of a name, about. */
const NAME_LETTER = 7.3;

export function StripPicture({ box, place, scene }: PlacePictureProps) {
  const { x, y, width, height, slots, ends, hook } = box;
  const unacked = box.form === 'list' ? 0 : unackedOf(scene, box.id);
  const note = waitingText(place, hook !== null);
  const isFull = place.capacity !== null && place.waiting.length >= place.capacity;
  const countsAt = ends !== null && lossText(place) === '' ? 'note centre' : 'note end';
  const last = slots[place.capacity === null ? -1 : place.capacity - 1];
  return (
    <g class={`place${isFull ? ' full' : ''}${scene.processes.has(place.owner) ? ' inside' : ''}`}>
      {hook !== null && <path class="hook" d={`M ${hook.map((point) => `${point.x} ${point.y}`).join(' L ')}`} />}
      <text class="name" x={x} y={y - 6}>
        {nameText(box.name, width - note.length * (isFull ? LETTER : THIN_LETTER) - 6)}
      </text>
      <text class="note end" x={x + width} y={y - 6}>
        {note}
      </text>
      <rect class="pill" x={x} y={y} width={width} height={height} rx={ends === null ? height / 2 : 5} />
      {last !== undefined && <path class="limit" d={`M ${last.x - 13} ${y - 3} v ${height + 6}`} />}
      {ends !== null && (
        <>
          <text class="end-name" x={x + 2} y={y + height + 12}>
            {ends[0]}
          </text>
          <text class="end-name end" x={x + width - 2} y={y + height + 12}>
            {ends[1]}
          </text>
        </>
      )}
      <text class={countsAt} x={countsAt === 'note centre' ? x + width / 2 : x + width - (ends === null ? 0 : END)} y={y + height + 14}>
        {countsText(place, unacked, width - lossText(place).length * LETTER - (ends === null ? 0 : END * 2))}
      </text>
      {lossText(place) !== '' && (
        <text class="note alarm" x={ends === null ? x : x + END} y={y + height + 14}>
          {lossText(place)}
        </text>
      )}
      {place.chairs.slice(0, 3).map((chair, index) => (
        <g
          key={`${chair.client} ${chair.text} ${index}`}
          class="chair"
          transform={`translate(${box.chairs.x}, ${box.chairs.y - index * 16})`}
        >
          <rect x={-9} y={-7} width={18} height={14} rx={5} />
          <text y={3.5}>{place.chairs.length > 3 && index === 2 ? `+${place.chairs.length - 2}` : '…'}</text>
        </g>
      ))}
      <SeatsPicture seats={box.seats} names={place.waiters} />
    </g>
  );
}

/** `isKept`: it holds what is in work. */
function waitingText({ waiting, capacity }: PlaceScene, isKept: boolean): string {
  if (isKept) return waiting.length === 0 ? 'empty' : `${waiting.length} kept`;
  if (capacity === null) return waiting.length === 0 ? 'empty' : `${waiting.length} waiting`;
  return waiting.length >= capacity ? `full: ${waiting.length} of ${capacity}` : `${waiting.length} of ${capacity}`;
}

/** Of a long name the middle is left out: lists of several workers differ at the end. */
function nameText(name: string, room: number): string {
  const most = Math.max(3, Math.floor(room / NAME_LETTER));
  const end = Math.floor((most - 1) / 2);
  return name.length <= most ? name : `${name.slice(0, most - 1 - end)}…${name.slice(-end)}`;
}

/** What does not fit beside the losses is left out, from the end. */
function countsText({ acked, taken }: PlaceScene, unacked: number, room: number): string {
  const all = [unacked > 0 ? `${unacked} not acked` : '', acked > 0 ? `${acked} acked` : '', taken > 0 ? `${taken} taken` : ''];
  const parts = all.filter((part) => part !== '');
  while (parts.length > 1 && parts.join(' · ').length * LETTER > room) parts.pop();
  return parts.join(' · ');
}

function lossText({ dropped, lost }: PlaceScene): string {
  if (lost.length > 0) return `${lost.length} lost`;
  return dropped > 0 ? `${dropped} dropped` : '';
}

function unackedOf(scene: Scene, place: string): number {
  let count = 0;
  for (const { hands } of scene.processes.values()) for (const held of hands) if (held.place === place && !held.settled) count += 1;
  return count;
}
