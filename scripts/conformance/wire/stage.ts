/** The stage: one server with connections that are used for program after program, and opened anew only when one cannot be. */
import type { Link, Protocol } from './link.ts';
import type { Server } from './server.ts';

/** What a connection is to be: bare sockets are for what ioredis refuses, or does by itself. */
export interface Cast {
  readonly protocol: Protocol;
  readonly bare: boolean;
}

export class Stage {
  readonly server: Server;
  readonly #spare = new Map<string, Link[]>();

  constructor(server: Server) {
    this.server = server;
  }

  async link(cast: Cast): Promise<Link> {
    const link = this.#spareOf(cast).pop() ?? (await this.server.open(cast.protocol, cast.bare));
    link.begin();
    return link;
  }

  /** Takes back a connection that is as new. */
  giveBack(link: Link, cast: Cast): void {
    this.#spareOf(cast).push(link);
  }

  /** Closes connections, and sees to it that the server no longer holds those that wait for anybody. */
  async discard(links: readonly Link[]): Promise<void> {
    const waiting = links.filter((link) => !link.isIdle).map((link) => link.address);
    for (const link of links) link.close();
    while (waiting.length > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      const blocked = await this.server.blocked();
      if (!waiting.some((address) => blocked.has(address))) return;
    }
  }

  async close(): Promise<void> {
    for (const link of [...this.#spare.values()].flat()) link.close();
    await this.server.close();
  }

  #spareOf({ protocol, bare }: Cast): Link[] {
    const key = `${protocol} ${bare}`;
    const found = this.#spare.get(key) ?? [];
    this.#spare.set(key, found);
    return found;
  }
}
