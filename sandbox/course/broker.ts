/** `#course/broker`: the client of the course's own queue server: connect, publish, subscribe, consume, acknowledge. */
import { Link } from './broker/link.ts';
import { requireName, requireOptions } from './broker/mistakes.ts';
import { openQueue, type Queue, type QueueOptions } from './broker/queue.ts';
import { openTopic, type Topic } from './broker/topic.ts';

export type { Message } from './broker/message.ts';
export type { ConsumeOptions, Queue, QueueOptions, WhenFull } from './broker/queue.ts';
export type { Topic } from './broker/topic.ts';

export interface ConnectOptions {
  /** `localhost` when not given. */
  readonly host?: string;
  /** 7480 when not given. */
  readonly port?: number;
}

/** An open connection to the queue server. */
export interface Broker {
  /**
   * The queue of that name. The server makes it when it is first used and keeps it, also when it is restarted. With
   * options, a queue that exists must have been made with the same ones.
   */
  queue<Body = unknown>(name: string, options?: QueueOptions): Queue<Body>;
  /**
   * The topic of that name, which copies each message into the queue of every group that subscribed to it. The server makes it
   * when it is first used, and keeps it and its groups.
   */
  topic<Body = unknown>(name: string): Topic<Body>;
  /** Closes the connection. What was delivered and not acknowledged goes back to its queue. */
  close(): Promise<void>;
}

/** Connects to the queue server. Rejects when it cannot be reached. */
export async function connect(options: ConnectOptions = {}): Promise<Broker> {
  requireOptions('connect', options, ['host', 'port']);
  const link = await Link.open(options.host ?? 'localhost', options.port ?? 7480);
  return {
    queue(name, queueOptions) {
      requireName('queue', name);
      return openQueue(link, name, queueOptions);
    },
    topic(name) {
      requireName('topic', name);
      return openTopic(link, name);
    },
    close: () => link.close(),
  };
}
