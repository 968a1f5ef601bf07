/** The ledger: what was done outside and cannot be taken back; what was done twice stands out. */
import type { Layout } from './layout.ts';
import { LEDGER_ROW, LEDGER_TITLE } from './ledger-layout.ts';
import { EffectMark } from './marks.tsx';
import type { Scene } from './scene.ts';

export function LedgerPicture({ box, scene }: { readonly box: NonNullable<Layout['ledger']>; readonly scene: Scene }) {
  const { x, y, width, height, columns, rows } = box;
  const all = [...scene.effects.values()];
  const shown = all.slice(-columns * rows);
  const left = all.length - shown.length;
  const latest = scene.event?.kind === 'effect' ? `${scene.event.detail.effect} ${scene.event.detail.key}` : null;
  return (
    <g class="ledger">
      <rect x={x} y={y} width={width} height={height} rx={10} />
      <text class="name" x={x + 10} y={y + 17}>
        outside
      </text>
      <text class="note end" x={x + width - 10} y={y + 17}>
        {all.length === 0 ? 'nothing was done yet' : left > 0 ? `${left} earlier` : 'cannot be taken back'}
      </text>
      {shown.map(({ effect, key, count }, index) => {
        const cellX = x + 10 + (index % columns) * ((width - 20) / columns);
        const cellY = y + LEDGER_TITLE + Math.floor(index / columns) * LEDGER_ROW + 11;
        const text = `${effect} ${key}`;
        const kind = `effect${count > 1 ? ' twice' : ''}${text === latest ? ' latest' : ''}`;
        return (
          <g key={text} class={kind} transform={`translate(${cellX + 7}, ${cellY})`}>
            <EffectMark />
            <text x={13} y={4}>
              {text.length > 20 ? `${text.slice(0, 19)}…` : text}
              {count > 1 && <tspan class="times"> ×{count}</tspan>}
            </text>
          </g>
        );
      })}
    </g>
  );
}
