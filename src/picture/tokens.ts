/** Tokens: which messages are drawn, where, and how they look. A message keeps its key, so that a change of place is a move. */
import type { Facts } from './facts.ts';
import { type Layout, middleOf, PITCH, type PlaceBox, type Point } from './layout.ts';
import type { Owed } from './marks.tsx';
import type { Held, PlaceScene, ProcessScene, Pulse, Scene } from './scene.ts';
import { drawStream } from './stream-tokens.ts';

export interface DrawnToken extends Point {
  /** The same for the same copy of a message in every scene. */
  readonly key: string;
  readonly messageId: string;
  /** On its way, or taken and not acked yet. */
  readonly inFlight: boolean;
  /** Delivered again: somebody had it before. */
  readonly again: boolean;
  readonly end: 'done' | 'lost' | null;
  /** The key of the token of which it is a copy: from there its trail begins. */
  readonly origin?: string;
  readonly owed?: Owed;
}

/** What a row has no room for: "12 earlier". */
export interface Lump extends Point {
  readonly key: string;
  readonly count: number;
}

/** Tokens and lumps while they are collected. */
export interface Drawing {
  readonly tokens: DrawnToken[];
  readonly lumps: Lump[];
}

export interface Drawn {
  readonly tokens: readonly DrawnToken[];
  readonly lumps: readonly Lump[];
}

export function tokensOf(scene: Scene, layout: Layout, facts: Facts): Drawn {
  const tokens: DrawnToken[] = [];
  const lumps: Lump[] = [];
  for (const process of scene.processes.values()) drawHands(process, layout, facts, tokens, lumps);
  drawPlaces(scene, layout, facts, { tokens, lumps });
  for (const { messageId, client, owner, place, to } of scene.sent) {
    const at = wayPoint(layout, client, place ?? `${owner}/${to}`, owner, to);
    if (at !== null) tokens.push({ ...plain(messageId, place ?? `${owner}/${to}`), ...at, inFlight: true });
  }
  for (const { messageId, place, end } of scene.leaving) {
    const box = layout.places.get(place);
    if (box !== undefined) tokens.push({ ...plain(messageId, place), ...(end === 'done' ? box.done : box.dropped), end });
  }
  if (scene.pulse !== null) drawPulse(scene.pulse, scene, layout, tokens);
  return { tokens: fromMasters(onlyOnce(tokens), facts), lumps };
}

/** What a replica gets comes from the same place of its master. */
function fromMasters(tokens: readonly DrawnToken[], { replicas }: Facts): readonly DrawnToken[] {
  return replicas.reduce<readonly DrawnToken[]>((all, [replica, master]) => {
    const here = `@${replica}/`;
    return all.map((token) =>
      token.origin === undefined && token.key.includes(here) ? { ...token, origin: token.key.replace(here, `@${master}/`) } : token,
    );
  }, tokens);
}

function drawPlaces(scene: Scene, layout: Layout, facts: Facts, { tokens, lumps }: Drawing): void {
  /** What lies in a processing list of Redis while somebody works on it. */
  const held = new Set<string>();
  for (const { hands } of scene.processes.values()) {
    for (const { messageId, settled } of hands) if (!settled && !facts.routed.has(messageId)) held.add(messageId);
  }
  for (const place of scene.places.values()) {
    const known = facts.places.get(place.id);
    if (known?.form === 'stream') drawStream(place, known, scene, layout, { tokens, lumps });
    else drawPlace(place, layout, facts, held, tokens, lumps);
  }
}

function plain(messageId: string, place: string): Omit<DrawnToken, 'x' | 'y'> {
  return { key: `${messageId}@${place}`, messageId, inFlight: false, again: false, end: null };
}

/** Of what passes through a channel, and of an entry of a stream, everyone who gets it has a copy. */
function inHands({ messageId, place }: Held, holder: string, { places }: Facts): Omit<DrawnToken, 'x' | 'y'> {
  const token = plain(messageId, place);
  const form = places.get(place)?.form;
  return form === 'channel' || form === 'stream' ? { ...token, key: copyKey(token.key, holder), origin: token.key } : token;
}

function copyKey(key: string, holder: string): string {
  return `${key}>${holder}`;
}

/** On the wire there is a copy for everyone who listens and has not got it yet; from there it goes into their hands. */
function drawPulse({ messageId, place, heardBy, isUnheard }: Pulse, scene: Scene, layout: Layout, tokens: DrawnToken[]): void {
  const at = layout.places.get(place)?.slots[0];
  if (at === undefined) return;
  const token = plain(messageId, place);
  for (const listener of scene.places.get(place)?.listeners ?? []) {
    if (!heardBy.includes(listener)) tokens.push({ ...token, ...at, key: copyKey(token.key, listener), inFlight: true });
  }
  tokens.push({ ...token, ...at, inFlight: true, end: isUnheard ? 'lost' : null });
}

function drawHands({ name, hands }: ProcessScene, layout: Layout, facts: Facts, tokens: DrawnToken[], lumps: Lump[]): void {
  const box = layout.processes.get(name);
  const rest = box === undefined ? layout.rests.find(({ names }) => names.includes(name)) : undefined;
  if (rest !== undefined) {
    const at = middleOf(rest);
    for (const held of hands.slice(-1)) {
      tokens.push({ ...inHands(held, name, facts), x: at.x, y: at.y + 18, inFlight: !held.settled, again: held.again, end: null });
    }
  }
  if (box === undefined) return;
  // The newest are shown where there is no room for all: they are what has just happened.
  const room = hands.length > box.handSlots ? box.handSlots - 1 : box.handSlots;
  const left = Math.max(0, hands.length - room);
  if (left > 0) lumps.push({ ...box.hands, key: `hands of ${name}`, count: left });
  hands.slice(left).forEach((held, index) => {
    const { settled, again, lost } = held;
    const x = box.hands.x + (index + (left > 0 ? 1 : 0)) * PITCH;
    tokens.push({ ...inHands(held, name, facts), x, y: box.hands.y, inFlight: !settled, again, end: lost ? 'lost' : null });
  });
}

function drawPlace(place: PlaceScene, layout: Layout, facts: Facts, held: ReadonlySet<string>, tokens: DrawnToken[], lumps: Lump[]): void {
  const box = layout.places.get(place.id);
  if (box === undefined) return;
  const keptFor = facts.places.get(place.id)?.keptFor ?? null;
  const isLost = place.lost.length > 0 && place.waiting.length === 0;
  const all = isLost ? place.lost : place.waiting;
  const { shown, left } = visible(all, box, facts.places.get(place.id)?.leavesAtTail ?? false);
  if (left > 0) lumps.push({ ...box.lump, key: place.id, count: left });
  shown.forEach((messageId, index) => {
    const at = box.slots[index];
    if (at === undefined) return;
    const token = plain(messageId, place.id);
    tokens.push({ ...token, ...at, inFlight: held.has(messageId), end: isLost ? 'lost' : null, ...originOf(messageId, keptFor) });
  });
}

/** What is kept while somebody works on it came from the list that it was taken from. */
function originOf(messageId: string, keptFor: string | null): { readonly origin?: string } {
  return keptFor === null ? {} : { origin: plain(messageId, keptFor).key };
}

/** Those nearest to the end where messages leave. */
function visible(all: readonly string[], box: PlaceBox, leavesAtTail: boolean): { shown: readonly string[]; left: number } {
  const count = box.slots.length;
  const shown = leavesAtTail ? all.slice(-count).reverse() : all.slice(0, count);
  return { shown, left: all.length - shown.length };
}

/** Halfway along the line on which it was sent, or at the exchange that got it. */
function wayPoint(layout: Layout, client: string, place: string, owner: string, to: string): Point | null {
  const exchange = layout.exchanges.find((mark) => mark.owner === owner && mark.name === to);
  if (exchange !== undefined) return exchange;
  const link = layout.links.find(({ process, other, role }) => process === client && other === place && role === 'publishes');
  if (link !== undefined) return { x: (link.from.x + link.to.x) / 2, y: (link.from.y + link.to.y) / 2 };
  const box = layout.places.get(place);
  return box === undefined ? null : box.lump;
}

function onlyOnce(tokens: readonly DrawnToken[]): readonly DrawnToken[] {
  const keys = new Set<string>();
  return tokens.filter(({ key }) => !keys.has(key) && keys.add(key));
}
