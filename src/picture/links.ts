/** Links: the lines between processes, queues and exchanges along which messages go. */
import type { Facts } from './facts.ts';
import type { Layout, Link, Point, Rect, Shape } from './layout.ts';
import type { PlaceFacts } from './place-facts.ts';

type Boxes = Pick<Layout, 'processes' | 'rests' | 'places' | 'exchanges' | 'brokers'>;

export function linksOf(facts: Facts, boxes: Boxes, shape: Shape): readonly Link[] {
  const calls = facts.calls.flatMap(([client, server]) => {
    const [from, to] = [boxOf(boxes, client), boxOf(boxes, server)];
    return from === null || to === null ? [] : [{ ...between(from, to, shape), process: client, other: server, role: 'calls' } as const];
  });
  const copies = facts.replicas.flatMap(([replica, master]) => {
    const [to, from] = [replica, master].map((name) => boxes.brokers.find((broker) => broker.name === name));
    return from === undefined || to === undefined
      ? []
      : [{ ...between(from, to, 'narrow'), process: replica, other: master, role: 'copies' } as const];
  });
  return [...[...facts.places.values()].flatMap((place) => linksOfPlace(place, boxes, shape)), ...calls, ...copies];
}

function linksOfPlace(place: PlaceFacts, boxes: Boxes, shape: Shape): readonly Link[] {
  const { id, owner, publishers, consumers } = place;
  const box = boxes.places.get(id);
  if (box === undefined) return [];
  const exchange = boxes.exchanges.find((mark) => mark.owner === owner);
  const edge = shape === 'narrow' ? edgeOf(box, boxes, owner) : box;
  const entry = exchange === undefined ? edge : markRect(exchange);
  const others = (names: readonly string[]) =>
    names.flatMap((process) => {
      const rect = process === owner ? null : boxOf(boxes, process);
      return rect === null ? [] : [{ process, rect }];
    });
  const links: Link[] = [
    ...others(publishers).map(({ process, rect }) => ({
      ...between(rect, shape === 'narrow' ? endOf(entry, place) : entry, shape),
      process,
      other: id,
      role: 'publishes' as const,
    })),
    ...others(consumers).map(({ process, rect }) => ({ ...between(edge, rect, shape), process, other: id, role: 'consumes' as const })),
  ];
  if (exchange === undefined) return links;
  const from = { x: exchange.x + 15, y: exchange.y };
  return [...links, { from, to: { x: box.x, y: box.y + box.height / 2 }, process: exchange.name, other: id, role: 'routes' }];
}

/** As high as its broker: lines from above and below end at the broker's edge, and cross neither words nor other places in it. */
function edgeOf(box: Rect, { brokers }: Boxes, owner: string): Rect {
  const around = brokers.find(({ name }) => name === owner);
  return around === undefined ? box : { ...box, y: around.y, height: around.height };
}

/** The end of a list at which messages come in. */
function endOf(rect: Rect, { form, enters }: PlaceFacts): Rect {
  if (form !== 'list' || enters.length !== 1) return rect;
  const width = 40;
  return { ...rect, x: enters[0] === 'head' ? rect.x : rect.x + rect.width - width, width };
}

function boxOf({ processes, rests }: Boxes, name: string): Rect | null {
  return processes.get(name) ?? rests.find(({ names }) => names.includes(name)) ?? null;
}

function markRect({ x, y }: Point): Rect {
  return { x: x - 14, y: y - 14, width: 28, height: 28 };
}

/** From edge to edge: sideways where boxes stand beside each other, else from below to above. */
function between(from: Rect, to: Rect, shape: Shape): { readonly from: Point; readonly to: Point } {
  const middle = (rect: Rect): Point => ({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 });
  const [a, b] = [middle(from), middle(to)];
  if (shape === 'narrow' && from.y + from.height <= to.y) {
    const x = Math.min(Math.max(a.x, to.x + 14), to.x + to.width - 14);
    const start = Math.min(Math.max(b.x, from.x + 14), from.x + from.width - 14);
    const isWide = from.width > to.width;
    return { from: { x: isWide ? start : a.x, y: from.y + from.height }, to: { x: isWide ? b.x : x, y: to.y } };
  }
  if (shape === 'narrow' && to.y + to.height <= from.y) return { from: { x: a.x, y: from.y }, to: { x: b.x, y: to.y + to.height } };
  if (from.x + from.width <= to.x) return { from: { x: from.x + from.width, y: a.y }, to: { x: to.x, y: b.y } };
  if (to.x + to.width <= from.x) return { from: { x: from.x, y: a.y }, to: { x: to.x + to.width, y: b.y } };
  return a.y < b.y
    ? { from: { x: a.x, y: from.y + from.height }, to: { x: b.x, y: to.y } }
    : { from: { x: a.x, y: from.y }, to: { x: b.x, y: to.y + to.height } };
}
