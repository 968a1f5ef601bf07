/** The line: things that wait for their turn, first come, first served, at constant cost. */

interface Link<Item> {
  readonly item: Item;
  next: Link<Item> | null;
}

export class Line<Item> {
  #first: Link<Item> | null = null;
  #last: Link<Item> | null = null;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  join(item: Item): void {
    const link: Link<Item> = { item, next: null };
    if (this.#last === null) this.#first = link;
    else this.#last.next = link;
    this.#last = link;
    this.#length += 1;
  }

  /** Takes the one that has waited longest; undefined when nobody waits. */
  next(): Item | undefined {
    const link = this.#first;
    if (link === null) return undefined;
    this.#first = link.next;
    if (this.#first === null) this.#last = null;
    this.#length -= 1;
    return link.item;
  }
}
