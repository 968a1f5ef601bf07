/** Seats: chairs with the names of those who sit on them, empty ones dashed. */
import type { Rect } from './layout.ts';

/** Characters of a name per unit of the drawing. */
const CHARACTERS = 1 / 5.9;

/** `names`: who sits on each chair from the first one on; null where nobody does. */
export function SeatsPicture({ seats, names }: { readonly seats: readonly Rect[]; readonly names: readonly (string | null)[] }) {
  const rest = names.length > seats.length ? names.length - seats.length + 1 : 0;
  return (
    <>
      {seats.map(({ x, y, width, height }, index) => {
        const isRest = rest > 0 && index === seats.length - 1;
        const name = isRest ? `+${rest}` : (names[index] ?? null);
        return (
          <g key={`${x}`} class={name === null ? 'seat empty' : 'seat'}>
            <path d={`M ${x + 4} ${y + height} v 4 M ${x + width - 4} ${y + height} v 4`} />
            <rect x={x} y={y} width={width} height={height} rx={4} />
            <text x={x + width / 2} y={y + 12}>
              {name?.slice(0, Math.floor((width - 6) * CHARACTERS))}
            </text>
          </g>
        );
      })}
    </>
  );
}
