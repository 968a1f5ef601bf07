/** One mark of the timeline: a message as its token, anything else as a small figure of its own. */
import { BoltMark, EffectMark, TokenMark } from '../picture/marks.tsx';
import type { Mark } from './timeline-model.ts';

export const LANE_HEIGHT = 46;
export const TOP = 14;

export function middleOfLane(lane: number): number {
  return TOP + lane * LANE_HEIGHT + LANE_HEIGHT / 2;
}

export interface TimelineMarkProps {
  readonly mark: Mark;
  readonly isShown: boolean;
  readonly isNow: boolean;
  readonly choose: () => void;
}

/** With the path of what moved there. */
export function TimelineMark({ mark, isShown, isNow, choose }: TimelineMarkProps) {
  const { x, lane, from, shape, look } = mark;
  const y = middleOfLane(lane);
  const classes = ['mark', shape, look === null ? '' : `hue-${look.hue}`, isShown ? 'shows' : '', isNow ? 'chosen' : ''];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the timeline is hidden from screen readers, and the scrubber does the same
    <g class={classes.filter((name) => name !== '').join(' ')} data-sequence={mark.event.sequence} onClick={choose}>
      {from !== null && <path class="path" d={pathBetween(x, middleOfLane(from), y)} />}
      <g transform={`translate(${x}, ${y})`}>
        <Figure mark={mark} />
      </g>
    </g>
  );
}

/** A short curve from the other lane that arrives at the mark. */
function pathBetween(x: number, fromY: number, toY: number): string {
  const bend = fromY + (toY - fromY) / 2;
  return `M ${x - 12} ${fromY} C ${x - 12} ${bend}, ${x} ${bend}, ${x} ${toY}`;
}

export function Figure({ mark }: { readonly mark: Pick<Mark, 'shape' | 'look' | 'state'> }) {
  const { shape, look, state } = mark;
  switch (shape) {
    case 'token':
      return <TokenMark look={look ?? { label: '', hue: 0, letter: null }} state={state} />;
    case 'dot':
      return (
        <>
          <circle r={3.5} class="body" />
          <rect x={-8} y={-12} width={16} height={24} class="reach" />
        </>
      );
    case 'effect':
      return <EffectMark />;
    case 'start':
      return <path d="M -4 -8 L 8 0 L -4 8 Z" class="body" />;
    case 'crash':
      return <path d="M -8 -8 L 8 8 M 8 -8 L -8 8" class="stroke" />;
    case 'exit':
      return <rect x={-3} y={-10} width={6} height={20} class="body" />;
    case 'blocked':
      return <rect x={-10} y={-5} width={20} height={10} class="body" />;
    case 'fault':
      return <BoltMark />;
    case 'link':
      return <circle r={5} class="body" />;
    default:
      throw new Error(`Unknown shape: ${String(shape satisfies never)}.`);
  }
}
