/** `node:http`: HTTP/1.1 between the simulated processes. */
import { ClientRequest, get, request } from './http/client.ts';
import { IncomingMessage } from './http/incoming.ts';
import { OutgoingMessage } from './http/outgoing.ts';
import { type RequestListener, Server, ServerResponse } from './http/server.ts';
import { METHODS, STATUS_CODES } from './http/status.ts';

export function createServer(options?: object | RequestListener, listener?: RequestListener): Server {
  return new Server(options, listener);
}

/** Connections are not kept for a next request, so an agent has nothing to do. */
class Agent {
  destroy(): void {}
}

export const http = {
  Agent,
  ClientRequest,
  IncomingMessage,
  OutgoingMessage,
  Server,
  ServerResponse,
  METHODS,
  STATUS_CODES,
  createServer,
  get,
  request,
  globalAgent: new Agent(),
  maxHeaderSize: 16_384,
};
