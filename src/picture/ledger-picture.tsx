/** The ledger: what was done outside and cannot be taken back; what was done twice stands out. */
import type { Layout } from './layout.ts';
import { LEDGER_ROW, LEDGER_TITLE } from './ledger-layout.ts';
import { EffectMark } from './marks.tsx';
import { type EffectScene, effectId, type Scene } from './scene.ts';

export function LedgerPicture({ box, scene }: { readonly box: NonNullable<Layout['ledger']>; readonly scene: Scene }) {
  const { x, y, width, height, columns, rows } = box;
  const all = [...scene.effects].map(([id, effect]) => ({ ...effect, id }));
  const shown = chosen(all, columns * rows);
  const left = all.length - shown.length;
  const latest = scene.event?.kind === 'effect' ? effectId(scene.event.detail) : null;
  return (
    <g class="ledger">
      <rect x={x} y={y} width={width} height={height} rx={10} />
      <text class="name" x={x + 10} y={y + 17}>
        outside
      </text>
      <text class="note end" x={x + width - 10} y={y + 17}>
        {all.length === 0 ? 'nothing was done yet' : left > 0 ? `${left} earlier` : 'cannot be taken back'}
      </text>
      {shown.map(({ effect, key, count, id }, index) => {
        const cellX = x + 10 + (index % columns) * ((width - 20) / columns);
        const cellY = y + LEDGER_TITLE + Math.floor(index / columns) * LEDGER_ROW + 11;
        const most = Math.floor((width - 20) / columns / 6.6) - (count > 1 ? 7 : 4);
        const kind = `effect${count > 1 ? ' twice' : ''}${id === latest ? ' latest' : ''}`;
        return (
          <g key={id} class={kind} transform={`translate(${cellX + 7}, ${cellY})`}>
            <EffectMark />
            <text x={13} y={4}>
              {labelOf(effect, key, most)}
              {count > 1 && <tspan class="times"> ×{count}</tspan>}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** At most so many characters: a key tells rows apart by its end, as in `reservations/order-3`, an address by its beginning. */
function labelOf(effect: string, key: string, most: number): string {
  const room = most - effect.length - 1;
  if (key.length <= room) return `${effect} ${key}`;
  const kept = Math.max(room - 1, 1);
  if (key.includes('@')) return `${effect} ${key.slice(0, kept)}…`;
  const end = key.slice(-kept);
  // Half a word before a whole one is no help.
  return `${effect} …${/[ /].+$/.exec(end)?.[0] ?? end}`;
}

/** The newest, and whatever was done twice however long ago: that is what one looks for. */
function chosen<E extends EffectScene>(all: readonly E[], room: number): readonly E[] {
  if (all.length <= room) return all;
  const twice = new Set(all.filter(({ count }) => count > 1).slice(-room));
  const others = all.filter((effect) => !twice.has(effect));
  const newest = new Set(others.slice(others.length - (room - twice.size)));
  return all.filter((effect) => twice.has(effect) || newest.has(effect));
}
