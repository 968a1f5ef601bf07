/** One client's connection to the Redis server: RESP in, commands to the model, replies out. */
import type { BrokerConnection, BrokerEnvironment, BrokerSession } from '../../../engine/broker.ts';
import type { SourceLine } from '../../../trace/event.ts';
import type { RedisServer } from '../model/redis-server.ts';
import { type RespCommand, RespError, RespReader } from './resp-reader.ts';
import { encodeReply } from './resp-writer.ts';
import { commandText, replyText } from './wire-text.ts';

export function openSession(server: RedisServer, connection: BrokerConnection, environment: BrokerEnvironment): BrokerSession {
  const reader = new RespReader();
  const name = connection.client;
  let open = true;
  let ending = false;
  let reading = false;
  const client = server.connect({
    client: name,
    address: connection.id,
    reply(reply) {
      if (!open) return;
      environment.recordWire(() => ({ level: 'wire', kind: 'reply', detail: { client: name, text: replyText(reply) } }));
      connection.send(encodeReply(reply, client.protocol));
      if (!ending) return;
      open = false;
      connection.end();
    },
    endAfterReply() {
      ending = true;
    },
    end() {
      open = false;
      connection.end();
    },
    resume: readOn,
  });

  /** Runs the commands that have come, as long as none of them blocks. */
  function readOn(): void {
    if (reading) return;
    reading = true;
    while (open && client.wait === null && connection.isGone?.() !== true) {
      const command = take();
      if (command === undefined) break;
      const { args, source } = command;
      environment.recordWire(() => ({
        level: 'wire',
        kind: 'request',
        ...(source && { source }),
        detail: { client: name, text: commandText(args) },
      }));
      server.execute(client, args, source);
    }
    reading = false;
    server.waitingRoom.resumeServed();
  }

  function take(): RespCommand | undefined {
    try {
      return reader.next();
    } catch (error) {
      if (!(error instanceof RespError)) throw error;
      client.outbox.endAfterReply();
      client.outbox.reply({ kind: 'error', text: error.message });
      return undefined;
    }
  }

  return {
    received(bytes: Uint8Array, sourceAt: (offset: number) => SourceLine | undefined) {
      if (!open) return;
      reader.push(bytes, sourceAt);
      readOn();
    },
    closed() {
      open = false;
      server.disconnect(client);
    },
    keptBytes: () => reader.keptBytes,
  };
}
