/** The log of a stream: its entries in nodes of a hundred, so that one is found, appended or dropped at the head at no cost that grows with it. */
import { Deque } from '../../../parts/deque.ts';
import { compareIds, isSameId, type StreamId } from './stream-id.ts';
import { type StreamEntry, StreamNode } from './stream-node.ts';

/** What a trimming keeps: the last so many entries, or those from an id on. */
export interface Trim {
  readonly keeps: { readonly count: number } | { readonly from: StreamId };
  /** Only whole nodes are dropped. */
  readonly isApproximate: boolean;
  /** At most so many entries are dropped; 0: no limit. */
  readonly limit: number;
}

export class EntryLog {
  readonly #nodes = new Deque<StreamNode>();
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The first ids of the nodes, under which Redis has them in its radix tree. */
  get nodeIds(): StreamId[] {
    return [...this.#nodes].map(({ firstId }) => firstId);
  }

  first(): StreamEntry | undefined {
    for (let index = 0; index < this.#nodes.length; index += 1) {
      const first = this.#nodes.at(index)?.entries[0];
      if (first !== undefined) return first;
    }
    return undefined;
  }

  last(): StreamEntry | undefined {
    for (let index = this.#nodes.length - 1; index >= 0; index -= 1) {
      const last = this.#nodes.at(index)?.entries.at(-1);
      if (last !== undefined) return last;
    }
    return undefined;
  }

  /** Its id must be greater than all others. */
  append(entry: StreamEntry): void {
    let node = this.#nodes.at(this.#nodes.length - 1);
    if (node === undefined || node.isFullFor(entry.fields)) {
      const names = entry.fields.filter((_, index) => index % 2 === 0);
      node = new StreamNode(entry.id, names);
      this.#nodes.pushTail(node);
    }
    node.append(entry);
    this.#length += 1;
  }

  find(id: StreamId): StreamEntry | undefined {
    const node = this.#nodes.at(this.#nodeIndex(id));
    const entry = node?.entries[node.indexFrom(id)];
    return entry !== undefined && isSameId(entry.id, id) ? entry : undefined;
  }

  /** Takes the entry out; undefined when there is none. A node goes with its last entry. */
  delete(id: StreamId): StreamEntry | undefined {
    const nodeIndex = this.#nodeIndex(id);
    const node = this.#nodes.at(nodeIndex);
    const index = node?.indexFrom(id) ?? 0;
    const entry = node?.entries[index];
    if (node === undefined || entry === undefined || !isSameId(entry.id, id)) return undefined;
    node.entries.splice(index, 1);
    this.#length -= 1;
    if (node.entries.length === 0) this.#nodes.remove(nodeIndex);
    return entry;
  }

  /** The entries from `start` to `end`, both included, at most so many. */
  range(start: StreamId, end: StreamId, most: number): StreamEntry[] {
    const found: StreamEntry[] = [];
    for (let nodeIndex = Math.max(this.#nodeIndex(start), 0); nodeIndex < this.#nodes.length; nodeIndex += 1) {
      const node = this.#nodes.at(nodeIndex) as StreamNode;
      for (let index = node.indexFrom(start); index < node.entries.length; index += 1) {
        const entry = node.entries[index] as StreamEntry;
        if (found.length >= most || compareIds(entry.id, end) > 0) return found;
        found.push(entry);
      }
    }
    return found;
  }

  /** The same from the end backwards. */
  rangeBackwards(start: StreamId, end: StreamId, most: number): StreamEntry[] {
    const found: StreamEntry[] = [];
    for (let nodeIndex = this.#nodeIndex(end); nodeIndex >= 0; nodeIndex -= 1) {
      const { entries } = this.#nodes.at(nodeIndex) as StreamNode;
      for (let index = entries.length - 1; index >= 0; index -= 1) {
        const entry = entries[index] as StreamEntry;
        if (found.length >= most || compareIds(entry.id, start) < 0) return found;
        if (compareIds(entry.id, end) <= 0) found.push(entry);
      }
    }
    return found;
  }

  /** Drops entries from the head and returns them (streamTrim in t_stream.c). */
  trim({ keeps, isApproximate, limit }: Trim): StreamEntry[] {
    const dropped: StreamEntry[] = [];
    for (let node = this.#nodes.at(0); node !== undefined; node = this.#nodes.at(0)) {
      const isEnough = 'count' in keeps && this.#length <= keeps.count;
      if (isEnough || (limit > 0 && dropped.length + node.entries.length > limit)) break;
      const isWhole = 'count' in keeps ? this.#length - node.entries.length >= keeps.count : compareIds(node.lastId, keeps.from) < 0;
      if (isWhole) {
        this.#nodes.popHead();
        this.#length -= node.entries.length;
        for (const entry of node.entries) dropped.push(entry);
        continue;
      }
      if (!isApproximate) dropped.push(...this.#trimWithin(node, keeps));
      break;
    }
    return dropped;
  }

  /** A copy that later changes of the log do not reach; the entries themselves never change. */
  copy(): EntryLog {
    const copy = new EntryLog();
    for (const node of this.#nodes) copy.#nodes.pushTail(node.copy());
    copy.#length = this.#length;
    return copy;
  }

  *[Symbol.iterator](): IterableIterator<StreamEntry> {
    for (const node of this.#nodes) yield* node.entries;
  }

  #trimWithin(node: StreamNode, keeps: Trim['keeps']): StreamEntry[] {
    const surplus = 'count' in keeps ? this.#length - keeps.count : node.indexFrom(keeps.from);
    this.#length -= surplus;
    return node.entries.splice(0, surplus);
  }

  /** The index of the node in which an entry of that id would lie; -1 before the first. */
  #nodeIndex(id: StreamId): number {
    let low = 0;
    let high = this.#nodes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareIds((this.#nodes.at(middle) as StreamNode).firstId, id) <= 0) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
