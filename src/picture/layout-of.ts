/** Layout of a run: columns from left to right on a wide page, rows from top to bottom on a narrow one. */
import type { Facts } from './facts.ts';
import type { BrokerBox, ExchangeMark, Layout, PlaceBox, ProcessBox, RestBox, Shape } from './layout.ts';
import { ledgerOf } from './ledger-layout.ts';
import { linksOf } from './links.ts';
import type { PlaceFacts } from './place-facts.ts';
import { rowsHeight, rowsOf } from './place-rows.ts';
import { BOX_HEIGHT, PADDING, processBoxOf } from './process-box.ts';
import { type Sides, sidesOf } from './sides.ts';

const WIDTHS: Readonly<Record<Shape, number>> = { wide: 540, narrow: 336 };
const SIDE = 126;
const GAP = 32;
const ROW_GAP = 14;
const NARROW_GAP = 34;
/** Between brokers of which one copies the other there is a line, and room for what befalls it. */
const COPY_GAP = 38;
const MOST_COLUMNS = 4;
const TITLE = 26;
const EXCHANGE_WIDTH = 46;
const CHAIR_WIDTH = 26;

export function layoutOf(facts: Facts, shape: Shape): Layout {
  const draft = new Draft(facts);
  const width = WIDTHS[shape];
  const bottom = shape === 'wide' ? draft.columns(width) : draft.rows(width);
  const ledger = ledgerOf(facts.effectCount, shape, width, bottom);
  const height = ledger === null ? bottom : ledger.y + ledger.height;
  const { processes, rests, brokers, places, exchanges } = draft;
  const boxes = { processes, rests, places, exchanges, brokers };
  return { shape, width, height: height + 1, processes, rests, brokers, places, exchanges, links: linksOf(facts, boxes, shape), ledger };
}

class Draft {
  readonly processes = new Map<string, ProcessBox>();
  readonly rests: RestBox[] = [];
  readonly brokers: BrokerBox[] = [];
  readonly places = new Map<string, PlaceBox>();
  readonly exchanges: ExchangeMark[] = [];
  readonly #facts: Facts;
  readonly #sides: Sides;

  constructor(facts: Facts) {
    this.#facts = facts;
    this.#sides = sidesOf(facts);
  }

  /** Returns the height. */
  columns(width: number): number {
    const { before, owners, behind, below } = this.#sides;
    const isMirrored = flowsLeft(this.#facts);
    const hasMiddle = owners.length > 0 || this.#facts.brokers.length > 0;
    // Processes that have nothing to do with each other stand beside each other.
    if (!hasMiddle && behind.length === 0) return this.#row(before, 0, width);
    const side = hasMiddle ? SIDE : (width - GAP * 2) / 2;
    const [leftCount, rightCount] = isMirrored ? [behind.length, before.length] : [before.length, behind.length];
    const left = leftCount > 0 ? side + GAP : 0;
    const right = rightCount > 0 ? side + GAP : 0;
    const inside = [...owners, ...below];
    const middleHeight = this.#middleHeight(inside, width - left - right);
    const height = Math.max(heightOf(before.length), heightOf(behind.length), middleHeight, BOX_HEIGHT);
    const [atLeft, atRight] = isMirrored ? [behind, before] : [before, behind];
    this.#stack(atLeft, 0, side, height);
    this.#stack(atRight, width - side, side, height);
    this.#middle(inside, left, (height - middleHeight) / 2, width - left - right);
    return height;
  }

  rows(width: number): number {
    const { before, owners, behind, below } = this.#sides;
    let y = this.#row(before, 0, width);
    if (owners.length > 0 || this.#facts.brokers.length > 0) {
      if (y > 0) y += NARROW_GAP;
      this.#middle(owners, 0, y, width);
      y += this.#middleHeight(owners, width);
    }
    for (const names of [behind, below]) {
      if (names.length > 0) y = this.#row(names, y + (y > 0 ? NARROW_GAP : 0), width);
    }
    return y;
  }

  #stack(names: readonly string[], x: number, width: number, height: number): void {
    let y = (height - heightOf(names.length)) / 2;
    for (const name of names) {
      this.processes.set(name, processBoxOf(name, x, y, width));
      y += BOX_HEIGHT + ROW_GAP;
    }
  }

  /** Beside each other, at most four; returns where the row ends. */
  #row(names: readonly string[], y: number, width: number): number {
    if (names.length === 0) return y;
    const columns = Math.min(names.length, MOST_COLUMNS);
    const shown = names.length > MOST_COLUMNS ? MOST_COLUMNS - 1 : columns;
    const gap = 8;
    const each = (width - gap * (columns - 1)) / columns;
    names.slice(0, shown).forEach((name, index) => {
      this.processes.set(name, processBoxOf(name, index * (each + gap), y, each));
    });
    if (shown < names.length) {
      this.rests.push({ x: shown * (each + gap), y, width: each, height: BOX_HEIGHT, names: names.slice(shown) });
    }
    return y + BOX_HEIGHT;
  }

  /** `inside`: processes that stand in the middle, below the brokers. */
  #middleHeight(inside: readonly string[], width: number): number {
    const { brokers } = this.#facts;
    const heights = [
      ...brokers.map(({ name }) => TITLE + PADDING + rowsHeight(this.#placesOf(name))),
      ...inside.map((name) => processBoxOf(name, 0, 0, width, this.#placesOf(name).length).height),
    ];
    const gaps = Math.max(0, heights.length - 1) * ROW_GAP + Math.max(0, brokers.length - 1) * (this.#brokerGap - ROW_GAP);
    return heights.reduce((sum, height) => sum + height, 0) + gaps;
  }

  #middle(inside: readonly string[], x: number, top: number, width: number): void {
    let y = top;
    for (const [index, { name, kind, disk }] of this.#facts.brokers.entries()) {
      const places = this.#placesOf(name);
      const height = TITLE + PADDING + rowsHeight(places);
      this.brokers.push({ name, kind, disk, x, y, width, height });
      const exchanges = this.#facts.exchanges.get(name) ?? [];
      const inset = exchanges.length > 0 ? EXCHANGE_WIDTH : 0;
      exchanges.forEach((exchange, index) => {
        const step = rowsHeight(places) / exchanges.length;
        this.exchanges.push({ name: exchange, owner: name, x: x + PADDING + 16, y: y + TITLE + step * (index + 0.5) - 1 });
      });
      this.#addRows(places, x + PADDING + inset, y + TITLE, width - PADDING * 2 - inset);
      y += height + (index + 1 < this.#facts.brokers.length ? this.#brokerGap : ROW_GAP);
    }
    for (const name of inside) {
      const places = this.#placesOf(name);
      const box = processBoxOf(name, x, y, width, places.length);
      this.processes.set(name, box);
      // Publishers that wait for room stand before the queues, inside the process.
      const inset = PADDING + (places.some(({ mostChairs }) => mostChairs > 0) ? CHAIR_WIDTH : 0);
      const pillEnd = box.roomy && width > 400 ? width * 0.56 + PADDING : width - PADDING;
      this.#addRows(places, x + inset, y + TITLE, pillEnd - inset);
      y += box.height + ROW_GAP;
    }
  }

  #addRows(places: readonly PlaceFacts[], x: number, y: number, width: number): void {
    for (const box of rowsOf(places, x, y, width)) this.places.set(box.id, box);
  }

  get #brokerGap(): number {
    return this.#facts.replicas.length > 0 ? COPY_GAP : ROW_GAP;
  }

  #placesOf(owner: string): readonly PlaceFacts[] {
    return [...this.#facts.places.values()].filter((place) => place.owner === owner);
  }
}

/** The left end of a list is on the left: where messages leave on the left, those who take them out stand there too. */
function flowsLeft({ places }: Facts): boolean {
  const fed = [...places.values()].filter(({ publishers, keptFor }) => publishers.length > 0 && keptFor === null);
  return fed.length > 0 && fed.every(({ form, leavesAtTail }) => form === 'list' && !leavesAtTail);
}

function heightOf(count: number): number {
  return count === 0 ? 0 : count * BOX_HEIGHT + (count - 1) * ROW_GAP;
}
