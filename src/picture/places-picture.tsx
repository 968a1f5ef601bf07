/** Queues, the brokers around them, and the lines that lead there. */
import type { BrokerKind } from '../../sandbox/engine/cell.ts';
import type { Facts } from './facts.ts';
import { faultAtBox, faultOnLink } from './faults.ts';
import type { BrokerBox, Link, PlaceBox } from './layout.ts';
import type { PlaceScene, Scene } from './scene.ts';

/** The width of a letter of a note, bold ones too. */
const LETTER = 7;

const KINDS: Readonly<Record<BrokerKind, string>> = { fifo: 'queue server', redis: 'Redis', rabbitmq: 'RabbitMQ' };

export function BrokerPicture({ box, scene, isEmpty }: { readonly box: BrokerBox; readonly scene: Scene; readonly isEmpty: boolean }) {
  const { name, kind, x, y, width, height } = box;
  const isDown = faultAtBox(name, scene) !== null;
  const said = isDown ? 'down' : kind === null || KINDS[kind].toLowerCase() === name ? '' : KINDS[kind];
  return (
    <g class={isDown ? 'broker down' : 'broker'}>
      <rect x={x} y={y} width={width} height={height} rx={12} />
      <text class="name" x={x + 10} y={y + 18}>
        {name}
      </text>
      <text class="note end" x={x + width - 10} y={y + 18}>
        {said}
      </text>
      {isEmpty && (
        <text class="note" x={x + 10} y={y + 50}>
          nothing in it
        </text>
      )}
    </g>
  );
}

export function PlacePicture({ box, scene }: { readonly box: PlaceBox; readonly scene: Scene }) {
  const place = scene.places.get(box.id);
  if (place === undefined) return null;
  const { x, y, width, height, slots, ends } = box;
  const unacked = unackedOf(scene, box.id);
  const isFull = place.capacity !== null && place.waiting.length >= place.capacity;
  const last = slots[place.capacity === null ? -1 : place.capacity - 1];
  return (
    <g class={`place${isFull ? ' full' : ''}${scene.processes.has(place.owner) ? ' inside' : ''}`}>
      <text class="name" x={x} y={y - 6}>
        {box.name}
      </text>
      <text class="note end" x={x + width} y={y - 6}>
        {waitingText(place)}
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
      <text class={ends === null ? 'note end' : 'note centre'} x={ends === null ? x + width : x + width / 2} y={y + height + 14}>
        {countsText(place, unacked, width - lossText(place).length * LETTER)}
      </text>
      {lossText(place) !== '' && (
        <text class="note alarm" x={x} y={y + height + 15}>
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
    </g>
  );
}

function waitingText({ waiting, capacity }: PlaceScene): string {
  if (capacity === null) return waiting.length === 0 ? 'empty' : `${waiting.length} waiting`;
  return waiting.length >= capacity ? `full: ${waiting.length} of ${capacity}` : `${waiting.length} of ${capacity}`;
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

/** It is thick while something moves along it. */
export function LinkPicture({ link, scene, facts }: { readonly link: Link; readonly scene: Scene; readonly facts: Facts }) {
  const { from, to } = link;
  const isAcross = isSideways(link);
  const bend = isAcross ? (to.x - from.x) / 2 : (to.y - from.y) / 2;
  const curve = isAcross
    ? `C ${from.x + bend} ${from.y}, ${to.x - bend} ${to.y}, ${to.x} ${to.y}`
    : `C ${from.x} ${from.y + bend}, ${to.x} ${to.y - bend}, ${to.x} ${to.y}`;
  const sign = Math.sign(bend) || 1;
  const head = isAcross
    ? `M ${to.x - 6 * sign} ${to.y - 4} L ${to.x} ${to.y} L ${to.x - 6 * sign} ${to.y + 4}`
    : `M ${to.x - 4} ${to.y - 6 * sign} L ${to.x} ${to.y} L ${to.x + 4} ${to.y - 6 * sign}`;
  const state = faultOnLink(link, scene, facts) !== null ? ' faulty' : isActive(link, scene) ? ' active' : '';
  return <path class={`link${state}`} d={`M ${from.x} ${from.y} ${curve} ${head}`} />;
}

/** Whether it leads from side to side rather than down. */
export function isSideways({ from, to, role }: Link): boolean {
  return Math.abs(to.x - from.x) >= Math.abs(to.y - from.y) || role === 'routes';
}

function isActive({ process, other, role }: Link, { event, connections, sent }: Scene): boolean {
  switch (role) {
    case 'calls':
      return [...connections.values()].some(({ client, server }) => client === process && server === other);
    case 'consumes':
      return event?.kind === 'messageDelivered' && event.detail.client === process && `${event.process}/${event.detail.place}` === other;
    case 'publishes':
      return sent.some((one) => one.client === process && (one.place ?? `${one.owner}/${one.to}`) === other);
    case 'routes':
      return sent.some((one) => one.place === other);
    default:
      throw new Error(`Unknown role of a link: ${String(role satisfies never)}.`);
  }
}
