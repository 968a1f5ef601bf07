/** The picture of depth over time: a step line for each queue with its limit, and beneath it how long the oldest has waited. */
import { timeText } from '../../sandbox/trace/time-text.ts';
import { type DepthSeries, depthSeriesOf } from './depth-model.ts';
import type { Shape } from './layout.ts';
import { microsAt, type RunModel } from './run-model.ts';

const WIDTHS: Readonly<Record<Shape, number>> = { wide: 540, narrow: 336 };
const DEPTH_HEIGHT = 84;
const WAIT_HEIGHT = 40;
const TITLE = 26;
const LEFT = 34;

const known = new WeakMap<RunModel['fold'], readonly DepthSeries[]>();

export interface DepthPictureProps {
  readonly run: RunModel;
  readonly position: number;
  readonly shape: Shape;
  readonly go?: (position: number) => void;
  /** What a screen reader says; the numbers when not given. */
  readonly label?: string;
}

export function DepthPicture({ run, position, shape, go, label }: DepthPictureProps) {
  const series = known.get(run.fold) ?? depthSeriesOf(run.fold, run.steps);
  known.set(run.fold, series);
  const width = WIDTHS[shape];
  const each = TITLE + DEPTH_HEIGHT + WAIT_HEIGHT + 54;
  const scale = scaleOf(run, width);
  const choose = (event: MouseEvent & { readonly currentTarget: SVGElement }): void => {
    const rect = event.currentTarget.getBoundingClientRect();
    go?.(scale.positionAt(((event.clientX - rect.left) / rect.width) * width));
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the scrubber and the arrow keys do the same from the keyboard
    <svg
      class={`depth ${shape}`}
      viewBox={`0 0 ${width} ${Math.max(1, series.length) * each}`}
      role="img"
      aria-label={label ?? series.map((one) => labelOf(one, position)).join(' ')}
      onClick={choose}
    >
      {series.map((one, index) => (
        <g key={one.place} transform={`translate(0, ${index * each})`}>
          <Depth series={one} position={position} width={width} xOf={scale.xOf} endMicros={scale.endMicros} />
        </g>
      ))}
    </svg>
  );
}

/** The axis is the run's own time, so that a slope is a rate; the playhead jumps over waits. */
function scaleOf(run: RunModel, width: number) {
  const endMicros = microsAt(run, run.steps.length) || 1;
  const room = width - LEFT - 8;
  return {
    endMicros,
    xOf: (position: number): number => LEFT + (microsAt(run, position) / endMicros) * room,
    positionAt: (x: number): number => {
      const micros = ((x - LEFT) / room) * endMicros;
      const next = run.steps.findIndex((_, index) => microsAt(run, index + 1) > micros);
      return next < 0 ? run.steps.length : next;
    },
  };
}

interface DepthProps {
  readonly series: DepthSeries;
  readonly position: number;
  readonly width: number;
  readonly xOf: (position: number) => number;
  /** When the run ends, in microseconds of its own time. */
  readonly endMicros: number;
}

function Depth({ series, position, width, xOf, endMicros }: DepthProps) {
  const { name, samples, capacity, mostDepth, mostMicros, marks } = series;
  const now = samples.findLast((sample) => sample.position <= position);
  const bottom = TITLE + DEPTH_HEIGHT;
  const waitBottom = bottom + 28 + WAIT_HEIGHT;
  const yOf = (depth: number): number => bottom - (depth / mostDepth) * (DEPTH_HEIGHT - 10);
  const waitOf = (micros: number): number => waitBottom - (micros / mostMicros) * (WAIT_HEIGHT - 6);
  const steps = samples.map((sample, index) =>
    index === 0 ? `M ${f(xOf(0))} ${f(yOf(sample.depth))}` : `H ${f(xOf(sample.position))} V ${f(yOf(sample.depth))}`,
  );
  const line = steps.join(' ');
  const waits = samples
    .map(({ position: at, oldestMicros }, index) => `${index === 0 ? 'M' : 'L'} ${f(xOf(at))} ${f(waitOf(oldestMicros))}`)
    .join(' ');
  const end = f(xOf(samples.at(-1)?.position ?? 0));
  return (
    <>
      <text class="name" x={LEFT} y={14}>
        {name}: {now?.depth ?? 0} waiting
      </text>
      <text class="note end" x={width - 8} y={14}>
        oldest has waited {timeText(now?.oldestMicros ?? 0)}
      </text>
      <path class="area" d={`${line} V ${bottom} H ${LEFT} Z`} />
      <path class="axis" d={`M ${LEFT} ${TITLE + 4} V ${bottom} H ${width - 8}`} />
      <path class="depth-line" d={line} />
      <text class="note end" x={LEFT - 5} y={f(yOf(mostDepth) + 4)}>
        {mostDepth}
      </text>
      {capacity !== null && (
        <>
          <path class="limit" d={`M ${LEFT} ${f(yOf(capacity))} H ${width - 8}`} />
          <text class="limit-name" x={width - 8} y={f(yOf(capacity) + 13)}>
            limit {capacity}
          </text>
        </>
      )}
      {marks.map(({ position: at, kind }) => (
        <path key={`${kind} ${at}`} class={kind} d={markPath(kind, xOf(at), bottom + 7)} />
      ))}
      <path class="axis" d={`M ${LEFT} ${bottom + 30} V ${waitBottom} H ${width - 8}`} />
      <path class="area wait" d={`${waits} L ${end} ${waitBottom} L ${LEFT} ${waitBottom} Z`} />
      <path class="wait-line" d={waits} />
      <text class="note" x={LEFT} y={bottom + 24}>
        waiting time, up to {timeText(mostMicros)}
      </text>
      <text class="note" x={LEFT} y={waitBottom + 13}>
        0 s
      </text>
      <text class="note end" x={width - 8} y={waitBottom + 13}>
        {timeText(endMicros)}
      </text>
      <path class="playhead" d={`M ${f(xOf(position))} ${TITLE} V ${waitBottom + 2}`} />
    </>
  );
}

function markPath(kind: 'dropped' | 'blocked', x: number, y: number): string {
  return kind === 'dropped' ? `M ${f(x - 3)} ${y - 3} l 6 6 m 0 -6 l -6 6` : `M ${f(x - 3.5)} ${y - 2} h 7 v 4 h -7 Z`;
}

function labelOf({ name, samples, capacity }: DepthSeries, position: number): string {
  const depth = samples.findLast((sample) => sample.position <= position)?.depth ?? 0;
  const most = Math.max(0, ...samples.map((sample) => sample.depth));
  return `${name}: ${depth} messages wait now, at most ${most}${capacity === null ? '' : `, limit ${capacity}`}.`;
}

function f(value: number): number {
  return Math.round(value * 10) / 10;
}
