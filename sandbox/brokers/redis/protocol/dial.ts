/** The line of a replica to its master: RESP commands there, and RESP commands back. */
import type { BrokerEnvironment } from '../../../engine/broker.ts';
import type { Dial } from '../model/replication/following.ts';
import { array, word } from '../model/reply.ts';
import { type RespCommand, RespError, RespReader } from './resp-reader.ts';
import { encodeReply } from './resp-writer.ts';

/** What a master says has no line of the learner's. */
const noSource = () => undefined;

export function dialThrough(environment: BrokerEnvironment): Dial {
  return (host, port, listener) => {
    const reader = new RespReader();
    const connection = environment.connect(host, port, {
      opened: () => listener.opened(),
      received(bytes) {
        reader.push(bytes, noSource);
        try {
          for (let next: RespCommand | undefined = reader.next(); next !== undefined; next = reader.next()) listener.received(next.args);
        } catch (error) {
          if (!(error instanceof RespError)) throw error;
          connection.end();
        }
      },
      closed: () => listener.closed(),
    });
    return { send: (words) => connection.send(encodeReply(array(words.map(word)), 2)), end: () => connection.end() };
  };
}
