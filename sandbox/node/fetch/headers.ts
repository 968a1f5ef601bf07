/** `Headers` of the Fetch standard. */

export type HeadersFrom = Headers | Iterable<readonly [string, string]> | Readonly<Record<string, string>> | undefined;

export class Headers {
  readonly #values = new Map<string, string>();

  constructor(from?: HeadersFrom) {
    if (from === undefined || from === null) return;
    const entries =
      Symbol.iterator in from ? (from as Iterable<readonly [string, string]>) : Object.entries(from as Record<string, string>);
    for (const [name, value] of entries) this.append(name, value);
  }

  append(name: string, value: unknown): void {
    const known = this.get(name);
    this.set(name, known === null ? value : `${known}, ${String(value)}`);
  }

  set(name: string, value: unknown): void {
    this.#values.set(String(name).toLowerCase(), String(value).trim());
  }

  get(name: string): string | null {
    return this.#values.get(String(name).toLowerCase()) ?? null;
  }

  has(name: string): boolean {
    return this.#values.has(String(name).toLowerCase());
  }

  delete(name: string): void {
    this.#values.delete(String(name).toLowerCase());
  }

  forEach(visit: (value: string, name: string, headers: Headers) => void): void {
    for (const [name, value] of this) visit(value, name, this);
  }

  keys(): IterableIterator<string> {
    return this.#sorted()
      .map(([name]) => name)
      [Symbol.iterator]();
  }

  values(): IterableIterator<string> {
    return this.#sorted()
      .map(([, value]) => value)
      [Symbol.iterator]();
  }

  entries(): IterableIterator<[string, string]> {
    return this.#sorted()[Symbol.iterator]();
  }

  [Symbol.iterator](): IterableIterator<[string, string]> {
    return this.entries();
  }

  #sorted(): [string, string][] {
    return [...this.#values].sort(([left], [right]) => (left < right ? -1 : 1));
  }
}
