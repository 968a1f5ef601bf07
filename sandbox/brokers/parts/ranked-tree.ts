/** The ranked tree: items in order, each of which can be found by its rank, all in logarithmic time and without chance. */

interface Node<Item> {
  item: Item;
  left: Tree<Item>;
  right: Tree<Item>;
  size: number;
}

type Tree<Item> = Node<Item> | null;

/** How many times heavier one side may be than the other, and when one turn of it is not enough (Hirai and Yamamoto, 2011). */
const HEAVIEST = 3;
const ONE_TURN = 2;

export class RankedTree<Item> {
  readonly #compare: (one: Item, other: Item) => number;
  #root: Tree<Item> = null;

  /** No two items that are in the tree at the same time may compare as equal. */
  constructor(compare: (one: Item, other: Item) => number) {
    this.#compare = compare;
  }

  get size(): number {
    return sizeOf(this.#root);
  }

  add(item: Item): void {
    this.#root = this.#added(this.#root, item);
  }

  /** Takes an item out that is in the tree; it must compare as it did when it was added. */
  remove(item: Item): void {
    this.#root = this.#removed(this.#root, item);
  }

  /** How many items stand before this one, which is its rank. */
  rankOf(item: Item): number {
    return this.countWhile((other) => this.#compare(other, item) < 0);
  }

  /** How many items there are before the first one for which the condition does not hold; it must not hold again after that. */
  countWhile(holds: (item: Item) => boolean): number {
    let count = 0;
    let node = this.#root;
    while (node !== null) {
      if (holds(node.item)) {
        count += sizeOf(node.left) + 1;
        node = node.right;
      } else {
        node = node.left;
      }
    }
    return count;
  }

  /** The items with ranks from `from` up to, not including, `to`. */
  slice(from: number, to: number): Item[] {
    const items: Item[] = [];
    collect(this.#root, from, to, items);
    return items;
  }

  #added(node: Tree<Item>, item: Item): Node<Item> {
    if (node === null) return { item, left: null, right: null, size: 1 };
    if (this.#compare(item, node.item) < 0) node.left = this.#added(node.left, item);
    else node.right = this.#added(node.right, item);
    return balanced(node);
  }

  #removed(node: Tree<Item>, item: Item): Tree<Item> {
    if (node === null) return null;
    const side = this.#compare(item, node.item);
    if (side < 0) {
      node.left = this.#removed(node.left, item);
    } else if (side > 0) {
      node.right = this.#removed(node.right, item);
    } else {
      if (node.left === null) return node.right;
      if (node.right === null) return node.left;
      node.item = firstOf(node.right);
      node.right = this.#removed(node.right, node.item);
    }
    return balanced(node);
  }
}

function sizeOf(node: Tree<unknown>): number {
  return node === null ? 0 : node.size;
}

function firstOf<Item>(node: Node<Item>): Item {
  let first = node;
  while (first.left !== null) first = first.left;
  return first.item;
}

function collect<Item>(node: Tree<Item>, from: number, to: number, items: Item[]): void {
  if (node === null || from >= to) return;
  const rank = sizeOf(node.left);
  if (from < rank) collect(node.left, from, Math.min(to, rank), items);
  if (from <= rank && rank < to) items.push(node.item);
  if (to > rank + 1) collect(node.right, Math.max(from - rank - 1, 0), to - rank - 1, items);
}

function balanced<Item>(node: Node<Item>): Node<Item> {
  const { left, right } = node;
  const [leftWeight, rightWeight] = [sizeOf(left) + 1, sizeOf(right) + 1];
  if (right !== null && rightWeight > HEAVIEST * leftWeight) {
    if (sizeOf(right.left) + 1 >= ONE_TURN * (sizeOf(right.right) + 1)) node.right = turnedRight(right);
    return turnedLeft(node);
  }
  if (left !== null && leftWeight > HEAVIEST * rightWeight) {
    if (sizeOf(left.right) + 1 >= ONE_TURN * (sizeOf(left.left) + 1)) node.left = turnedLeft(left);
    return turnedRight(node);
  }
  return measured(node);
}

function turnedLeft<Item>(node: Node<Item>): Node<Item> {
  const top = node.right as Node<Item>;
  node.right = top.left;
  top.left = measured(node);
  return measured(top);
}

function turnedRight<Item>(node: Node<Item>): Node<Item> {
  const top = node.left as Node<Item>;
  node.left = top.right;
  top.right = measured(node);
  return measured(top);
}

function measured<Item>(node: Node<Item>): Node<Item> {
  node.size = sizeOf(node.left) + 1 + sizeOf(node.right);
  return node;
}
