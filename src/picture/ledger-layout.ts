/** The ledger's place in the picture: along the lower edge, because what is done outside cannot be taken back. */
import type { Layout, Shape } from './layout.ts';

export const LEDGER_TITLE = 24;
export const LEDGER_ROW = 22;
const MOST_ROWS: Readonly<Record<Shape, number>> = { wide: 3, narrow: 4 };
const COLUMNS: Readonly<Record<Shape, number>> = { wide: 3, narrow: 2 };

export function ledgerOf(count: number, shape: Shape, width: number, bottom: number): Layout['ledger'] {
  if (count === 0) return null;
  const columns = COLUMNS[shape];
  const rows = Math.min(MOST_ROWS[shape], Math.ceil(count / columns));
  return { x: 0, y: bottom + 16, width, height: LEDGER_TITLE + rows * LEDGER_ROW + 6, columns, rows };
}
