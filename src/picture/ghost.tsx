/** The ghost: a dashed frame where a reader had expected something else. The words stand below the picture, where they cover nothing. */
import type { Layout, Rect } from './layout.ts';
import type { GhostAt } from './player.tsx';
import { placeId, type Scene } from './scene.ts';

/** Between the frame and what it is around, in units of the picture. */
const MARGIN = 4;

export function Ghost({ ghost, scene, layout }: { readonly ghost: GhostAt; readonly scene: Scene; readonly layout: Layout }) {
  const box = scene.sequence === ghost.sequence ? boxOf(scene, layout) : undefined;
  if (box === undefined) return null;
  const { x, y, width, height } = box;
  return <rect class="ghost" x={x - MARGIN} y={y - MARGIN} width={width + 2 * MARGIN} height={height + 2 * MARGIN} rx={12} />;
}

/** Around the one who acts: the client that takes a message, else the queue, else the process. */
function boxOf({ event }: Scene, layout: Layout): Rect | undefined {
  if (event === null) return undefined;
  const client = 'client' in event.detail ? layout.processes.get(event.detail.client) : undefined;
  const place = 'place' in event.detail ? layout.places.get(placeId(event.process, event.detail.place)) : undefined;
  const isTaking = event.kind === 'messageDelivered';
  return (isTaking ? client : place) ?? place ?? client ?? layout.processes.get(event.process);
}
