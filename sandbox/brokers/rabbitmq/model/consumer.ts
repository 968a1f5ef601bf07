/** The consumer: one subscription of a channel to a queue. */
import type { Channel } from './channel.ts';
import type { Queue } from './queue.ts';

export class Consumer {
  readonly tag: string;
  readonly channel: Channel;
  readonly queue: Queue;
  /** Deliveries count as acknowledged when they are sent. */
  readonly noAck: boolean;
  readonly exclusive: boolean;
  /** The most deliveries that may be unacknowledged, 0 for no limit: basic.qos at the time of basic.consume. */
  readonly prefetchCount: number;
  unackedCount = 0;

  constructor(tag: string, channel: Channel, queue: Queue, options: { noAck: boolean; exclusive: boolean; prefetchCount: number }) {
    this.tag = tag;
    this.channel = channel;
    this.queue = queue;
    this.noAck = options.noAck;
    this.exclusive = options.exclusive;
    this.prefetchCount = options.prefetchCount;
  }

  hasRoom(): boolean {
    if (this.noAck) return true;
    return (this.prefetchCount === 0 || this.unackedCount < this.prefetchCount) && this.channel.hasRoom();
  }
}
