/** The connection as the virtual host sees it: its channels, and the queues that go with it. */
import { Channel, type ChannelOutbox } from './channel.ts';
import type { Queue } from './queue.ts';
import type { VirtualHost } from './virtual-host.ts';

export class Connection {
  readonly client: string;
  readonly #host: VirtualHost;
  readonly #channels = new Set<Channel>();

  constructor(client: string, host: VirtualHost) {
    this.client = client;
    this.#host = host;
  }

  get channels(): ReadonlySet<Channel> {
    return this.#channels;
  }

  openChannel(outbox: ChannelOutbox): Channel {
    const channel = new Channel(this, this.#host, outbox);
    this.#channels.add(channel);
    return channel;
  }

  /** Ends a channel; what it had not acknowledged is for others at once. */
  closeChannel(channel: Channel): void {
    for (const queue of this.#abandon(channel)) queue.dispatch();
  }

  /**
   * The connection is gone. What comes back is dealt out in an event of its own, so that a dying server, which loses its
   * connections one by one, does not deal messages to those that are about to go.
   */
  closed(): void {
    const touched = new Set([...this.#channels].flatMap((channel) => [...this.#abandon(channel)]));
    this.#host.queues.deleteOwnedBy(this);
    if (touched.size > 0) {
      this.#host.environment.schedule(0, () => {
        for (const queue of touched) queue.dispatch();
      });
    }
  }

  #abandon(channel: Channel): Set<Queue> {
    this.#channels.delete(channel);
    return channel.abandon();
  }
}
