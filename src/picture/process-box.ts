/** The box of a process: its name and state, its hands, its queues if it has any, and the line that it printed last. */
import { PITCH, type ProcessBox, TOKEN_WIDTH } from './layout.ts';
import { STRIP_HEIGHT } from './strip-row.ts';

export const BOX_HEIGHT = 98;
export const PADDING = 10;
const TITLE = 26;
const SAID = 22;
const HANDS = 38;
/** Below this width name and state stand below each other. */
const STACKED_BELOW = 190;
/** Above this width the words of a message have room beside its token. */
const ROOMY_ABOVE = 104;

/** `queues`: how many queues it has in its own memory; they stand above its hands, or beside them where it is wide. */
export function processBoxOf(name: string, x: number, y: number, width: number, queues = 0): ProcessBox {
  const isBeside = queues > 0 && width > 400;
  const queuesHeight = queues * STRIP_HEIGHT;
  const stacked = width < STACKED_BELOW;
  const handsX = isBeside ? x + width * 0.56 + PADDING + 44 : x + PADDING - 2;
  const handsY = isBeside ? y + TITLE + 34 : y + TITLE + queuesHeight + (stacked ? 32 : HANDS / 2);
  const height = queues === 0 ? BOX_HEIGHT : TITLE + queuesHeight + (isBeside ? 0 : HANDS) + SAID + 6;
  const room = x + width - PADDING - handsX;
  return {
    name,
    x,
    y,
    width,
    height,
    stacked,
    hands: { x: handsX + TOKEN_WIDTH / 2 + 1, y: handsY },
    handSlots: Math.max(1, Math.floor((room + 4) / PITCH)),
    roomy: width > ROOMY_ABOVE,
    said: width < ROOMY_ABOVE ? null : { x: x + PADDING, y: y + height - 10 },
  };
}
