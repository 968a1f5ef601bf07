/** The channel: a bare wire that keeps nothing. What passes through is there for a moment, for those who listen now. */
import type { PlacePictureProps } from './place-picture.tsx';
import type { Pulse } from './scene.ts';
import { SeatsPicture } from './seats-picture.tsx';

export function ChannelPicture({ box, place, scene, facts }: PlacePictureProps) {
  const { x, y, width, height } = box;
  const middle = y + height / 2;
  const pulse = scene.pulse?.place === box.id ? scene.pulse : null;
  const listeners = new Set(place.listeners);
  const names = (facts.places.get(box.id)?.consumers ?? []).map((name) => (listeners.has(name) ? name : null));
  return (
    <g class={pulse === null ? 'channel' : 'channel active'}>
      <text class="name" x={x} y={y - 6}>
        {box.name}
      </text>
      <text class={listeners.size === 0 ? 'note end alone' : 'note end'} x={x + width} y={y - 6}>
        {listeners.size === 0 ? 'nobody listens' : listeners.size === 1 ? '1 listens' : `${listeners.size} listen`}
      </text>
      <path class="wire" d={`M ${x + 4} ${middle} H ${x + width - 4}`} />
      <circle class="wire-end" cx={x + 4} cy={middle} r={3} />
      <circle class="wire-end" cx={x + width - 4} cy={middle} r={3} />
      {pulse !== null && <PulseRings pulse={pulse} x={x + width / 2} y={middle} />}
      <text class="note end" x={x + width} y={y + height + 14}>
        {place.taken > 0 ? `${place.taken} handed out` : ''}
      </text>
      <text class="note alarm" x={x} y={y + height + 14}>
        {place.dropped > 0 ? `${place.dropped} heard by nobody` : ''}
      </text>
      <SeatsPicture seats={box.seats} names={names} />
    </g>
  );
}

/** Rings around the message, with how many have received it so far; they are gone with the next event. */
function PulseRings({ pulse, x, y }: { readonly pulse: Pulse; readonly x: number; readonly y: number }) {
  const { heardBy, isUnheard } = pulse;
  return (
    <g class={isUnheard ? 'pulse unheard' : 'pulse'}>
      <circle cx={x} cy={y} r={17} />
      <circle class="outer" cx={x} cy={y} r={22} />
      {(isUnheard || heardBy.length > 0) && (
        <text x={x + 28} y={y - 6}>
          {heardBy.length} received
        </text>
      )}
    </g>
  );
}
