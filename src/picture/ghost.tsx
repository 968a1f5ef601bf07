/** The ghost: what a reader had expected, drawn dashed where the run leaves it. */
import { type Layout, middleOf, type Point } from './layout.ts';
import type { GhostAt } from './player.tsx';
import { placeId, type Scene } from './scene.ts';

export function Ghost({ ghost, scene, layout }: { readonly ghost: GhostAt; readonly scene: Scene; readonly layout: Layout }) {
  if (scene.sequence !== ghost.sequence) return null;
  const at = spotOf(scene, layout);
  const isRight = at.x > layout.width / 2;
  const style = {
    [isRight ? 'right' : 'left']: `${percent(isRight ? layout.width - at.x : at.x, layout.width)}%`,
    top: `${percent(at.y, layout.height)}%`,
  };
  return (
    <p class="ghost" style={style}>
      <span>You expected:</span> {ghost.said}
    </p>
  );
}

/** Beneath the one who acts: the client where there is one, else the queue, else the process. */
function spotOf({ event }: Scene, layout: Layout): Point {
  if (event === null) return { x: 0, y: 0 };
  const client = 'client' in event.detail ? layout.processes.get(event.detail.client) : undefined;
  const place = 'place' in event.detail ? layout.places.get(placeId(event.process, event.detail.place)) : undefined;
  const isTaking = event.kind === 'messageDelivered';
  const box = (isTaking ? client : place) ?? place ?? client ?? layout.processes.get(event.process);
  if (box === undefined) return { x: 0, y: layout.height / 2 };
  return { x: middleOf(box).x, y: box.y + box.height * 0.72 };
}

function percent(value: number, of: number): number {
  return Math.round(Math.min(Math.max(value / of, 0), 0.96) * 1000) / 10;
}
