/** One client's connection to the queue server: frames in, replies and deliveries out. */
import type { BrokerConnection, BrokerEnvironment, BrokerSession } from '../../../engine/broker.ts';
import type { SourceLine } from '../../../trace/event.ts';
import { Inbox } from '../../parts/inbox.ts';
import { preview } from '../../parts/text.ts';
import { messageText } from '../model/message.ts';
import type { QueueServer } from '../model/queue-server.ts';
import type { Reply, Request } from '../model/request.ts';
import { encodeFrame, takeFrame } from './frame.ts';
import { type Numbered, parseRequest } from './parse-request.ts';

export function openSession(server: QueueServer, connection: BrokerConnection, environment: BrokerEnvironment): BrokerSession {
  const inbox = new Inbox();
  const name = connection.client;
  let open = true;
  const client = server.connect({
    client: name,
    deliver: (delivery) => {
      environment.recordWire(() => ({
        level: 'wire',
        kind: 'reply',
        messageId: delivery.id,
        detail: { client: name, text: `deliver ${delivery.delivery}` },
      }));
      send({ deliver: delivery });
    },
  });

  function send(value: unknown): void {
    if (open) connection.send(encodeFrame(value));
  }

  function answer(id: number, reply: Reply): void {
    environment.recordWire(() => ({
      level: 'wire',
      kind: 'reply',
      detail: { client: name, text: reply.ok ? replyText(reply.value) : `error ${preview(reply.said)}` },
    }));
    send({ id, ...reply });
  }

  function refuse(error: unknown): void {
    send({ refused: error instanceof Error ? error.message : String(error) });
    open = false;
    connection.end();
  }

  function next(): { readonly numbered: Numbered; readonly source: SourceLine | undefined } | undefined {
    const source = inbox.source();
    const frame = takeFrame(inbox);
    return frame === undefined ? undefined : { numbered: parseRequest(frame.value), source };
  }

  return {
    received(bytes, sourceAt) {
      inbox.push(bytes, sourceAt);
      while (open) {
        let taken: ReturnType<typeof next>;
        try {
          taken = next();
        } catch (error) {
          return refuse(error);
        }
        if (taken === undefined) return;
        const { numbered, source } = taken;
        environment.recordWire(() => ({
          level: 'wire',
          kind: 'request',
          ...(source && { source }),
          detail: { client: name, text: requestText(numbered.request) },
        }));
        server.handle(client, numbered.request, source, (reply) => answer(numbered.id, reply));
      }
    },
    closed() {
      open = false;
      server.disconnect(client);
    },
  };
}

function replyText(value: number | string | null): string {
  return value === null ? 'ok' : `ok ${value}`;
}

function requestText(request: Request): string {
  switch (request.do) {
    case 'publish':
      return preview(`publish ${request.queue} ${messageText(request.body)}`);
    case 'publishToTopic':
      return preview(`publish ${request.topic} ${messageText(request.body)}`);
    case 'bind':
      return `bind ${request.queue} to ${request.topic}`;
    case 'consume':
      return `consume ${request.queue} prefetch ${request.prefetch}`;
    case 'declare':
    case 'depth':
      return `${request.do} ${request.queue}`;
    case 'cancel':
      return `cancel ${request.consumer}`;
    case 'ack':
      return `ack ${request.delivery}`;
    case 'nack':
      return `nack ${request.delivery}${request.requeue ? ' requeue' : ''}`;
    default:
      return request satisfies never;
  }
}
