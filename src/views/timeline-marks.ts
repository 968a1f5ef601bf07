/** The timeline's marks: one small drawing for each shape. */
import { drawing } from './dom.ts';
import type { Mark, Timeline } from './timeline-model.ts';

export const LANE_HEIGHT = 46;
export const TOP = 14;
export const SAMPLE_SIZE = 28;

/** The height of a drawing with so many lanes, axis included. */
export function heightOf(laneCount: number): number {
  return TOP + laneCount * LANE_HEIGHT + 24;
}

export function middleOf(lane: number): number {
  return TOP + lane * LANE_HEIGHT + LANE_HEIGHT / 2;
}

/** Lifelines and time axis: what lies behind the marks. */
export function drawGround({ lanes, lives, ticks, width }: Timeline): SVGElement[] {
  const bottom = TOP + lanes.length * LANE_HEIGHT;
  const line = (x1: number, y1: number, x2: number, y2: number, kind: string) => drawing('line', { x1, y1, x2, y2, class: kind });
  return [
    ...lanes.map((_, lane) => line(0, middleOf(lane), width, middleOf(lane), 'lane')),
    ...lives.map(({ lane, fromX, toX }) => line(fromX, middleOf(lane), toX, middleOf(lane), 'life')),
    ...ticks.map(({ x }) => line(x, bottom, x, bottom + 5, 'scale')),
    ...ticks.map(({ x, text }) => drawing('text', { x, y: bottom + 18, class: 'time' }, text)),
  ];
}

/** One mark, with the path of what moved there. */
export function drawMark(mark: Mark, choose: () => void): SVGElement {
  const { x, lane, from, hue, state, shape } = mark;
  const y = middleOf(lane);
  const classes = ['mark', shape, state ?? '', hue === null ? '' : `hue-${hue}`].filter((name) => name !== '').join(' ');
  const path = from === null ? null : drawing('path', { d: pathBetween(x, middleOf(from), y), class: 'path' });
  return drawing('g', { class: classes, 'data-sequence': mark.event.sequence, click: choose }, path, ...figureOf(mark, x, y));
}

/** The same figure by itself in a box of `SAMPLE_SIZE`, without a number and a hue. */
export function drawSample({ shape, state, ...mark }: Mark): SVGElement {
  const middle = SAMPLE_SIZE / 2;
  const figure = figureOf({ ...mark, shape, state, label: '' }, middle, middle);
  const box = { width: SAMPLE_SIZE, height: SAMPLE_SIZE, 'aria-hidden': 'true' };
  return drawing('svg', box, drawing('g', { class: `mark ${shape} ${state ?? ''}` }, ...figure));
}

/** A short curve from the other lane that arrives at the mark. */
function pathBetween(x: number, fromY: number, toY: number): string {
  const bend = fromY + (toY - fromY) / 2;
  return `M ${x - 12} ${fromY} C ${x - 12} ${bend}, ${x} ${bend}, ${x} ${toY}`;
}

function figureOf({ shape, label, state }: Mark, x: number, y: number): SVGElement[] {
  switch (shape) {
    case 'token':
      return [
        drawing('rect', { x: x - 11, y: y - 10, width: 22, height: 20, rx: 7, class: 'body' }),
        drawing('text', { x, y: y + 4, class: 'number' }, label),
        ...(state === 'lost'
          ? [drawing('path', { d: `M ${x - 9} ${y - 8} L ${x + 9} ${y + 8} M ${x + 9} ${y - 8} L ${x - 9} ${y + 8}`, class: 'stroke' })]
          : []),
      ];
    case 'tick':
      return [
        drawing('circle', { cx: x, cy: y, r: 8, class: 'body' }),
        drawing('path', { d: `M ${x - 4} ${y} l 3 3.5 l 5.5 -7`, class: 'stroke' }),
      ];
    case 'dot':
      return [
        drawing('circle', { cx: x, cy: y, r: 3.5, class: 'body' }),
        drawing('rect', { x: x - 8, y: y - 12, width: 16, height: 24, class: 'reach' }),
      ];
    case 'effect':
      return [drawing('path', { d: `M ${x} ${y - 10} L ${x + 10} ${y} L ${x} ${y + 10} L ${x - 10} ${y} Z`, class: 'body' })];
    case 'start':
      return [drawing('path', { d: `M ${x - 4} ${y - 8} L ${x + 8} ${y} L ${x - 4} ${y + 8} Z`, class: 'body' })];
    case 'crash':
      return [drawing('path', { d: `M ${x - 8} ${y - 8} L ${x + 8} ${y + 8} M ${x + 8} ${y - 8} L ${x - 8} ${y + 8}`, class: 'stroke' })];
    case 'exit':
      return [drawing('rect', { x: x - 3, y: y - 10, width: 6, height: 20, class: 'body' })];
    case 'blocked':
      return [drawing('rect', { x: x - 10, y: y - 5, width: 20, height: 10, class: 'body' })];
    case 'fault':
      return [
        drawing('path', {
          d: `M ${x + 2} ${y - 13} L ${x - 7} ${y + 2} h 6 L ${x - 3} ${y + 13} L ${x + 7} ${y - 3} h -6 Z`,
          class: 'body',
        }),
      ];
    case 'link':
      return [drawing('circle', { cx: x, cy: y, r: 5, class: 'body' })];
    default:
      throw new Error(`Unknown shape: ${String(shape satisfies never)}.`);
  }
}
