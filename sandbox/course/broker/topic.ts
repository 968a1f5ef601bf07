/** A topic as a program uses it: publish once, and every group that subscribed has a copy in a queue of its own. */
import type { Link } from './link.ts';
import { requireBody, requireName } from './mistakes.ts';
import { openQueue, type Queue } from './queue.ts';

export interface Topic<Body = unknown> {
  readonly name: string;
  /**
   * Resolves with the message's id when the server has put a copy into the queue of each group. With no group the message is
   * gone, and nobody is told. Rejects when the queue of a group is full and rejects; the other groups have their copy then.
   */
  publish(body: Body): Promise<string>;
  /**
   * Resolves with the queue of the group, which has the group's name and gets a copy of everything that is published from now
   * on. Whoever subscribes with the same name is a member of the same group: members consume the one queue and share its
   * messages. The group stays when its members leave; its queue keeps what comes meanwhile. A limit is set on the queue
   * beforehand, with `broker.queue('mail', { capacity: 100 })`.
   */
  subscribe(group: string): Promise<Queue<Body>>;
}

export function openTopic<Body>(link: Link, name: string): Topic<Body> {
  return {
    name,
    async publish(body) {
      requireBody(`topic "${name}"`, body);
      return (await link.request({ do: 'publishToTopic', topic: name, body })) as string;
    },
    async subscribe(group) {
      requireName('subscribe', group);
      await link.request({ do: 'bind', topic: name, queue: group });
      return openQueue(link, group, undefined);
    },
  };
}
