/** The mark of a fault that lies on a line: a bolt with a word for it. */

import { isSideways } from './broker-picture.tsx';
import type { Facts } from './facts.ts';
import { faultOnLink } from './faults.ts';
import type { Link, Point, Shape } from './layout.ts';
import { BoltMark } from './marks.tsx';
import type { Scene } from './scene.ts';

const WORDS: Readonly<Record<string, string>> = { cut: 'cut', partition: 'cut off', latency: 'slow', loseAck: 'loses' };

export interface LinkFaultProps {
  readonly link: Link;
  readonly scene: Scene;
  readonly facts: Facts;
  readonly shape: Shape;
}

export function LinkFault({ link, scene, facts, shape }: LinkFaultProps) {
  const fault = faultOnLink(link, scene, facts);
  if (fault === null || (link.role === 'copies' && scene.roles.get(link.process) === 'master')) return null;
  const { x, y } = nearProcess(link);
  // Beside the bolt there are boxes where the picture is wide, but not between two brokers.
  const isAbove = shape === 'wide' && link.role !== 'copies';
  return (
    <g class={isAbove ? 'link-fault above' : 'link-fault'} transform={`translate(${x}, ${y})`}>
      <circle r={9.5} />
      <BoltMark />
      <text x={isAbove ? 0 : 13} y={isAbove ? -14 : 4}>
        {WORDS[fault.kind] ?? fault.kind}
      </text>
    </g>
  );
}

/** In the middle of the line there may be a message. */
function nearProcess(link: Link): Point {
  const { from, to, role } = link;
  const along = role === 'copies' ? 0.5 : role === 'consumes' ? 0.7 : 0.3;
  // How far across the curve is when it is so far along.
  const across = along * along * (3 - 2 * along);
  const [alongX, alongY] = isSideways(link) ? [along, across] : [across, along];
  return { x: from.x + (to.x - from.x) * alongX, y: from.y + (to.y - from.y) * alongY };
}
