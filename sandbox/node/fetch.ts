/** The global `fetch`: HTTP to hosts of the simulation and to nobody else. */
import { Headers } from './fetch/headers.ts';
import { type FetchOptions, Request, Response, responseFrom } from './fetch/messages.ts';
import { ClientRequest } from './http/client.ts';
import type { IncomingMessage } from './http/incoming.ts';
import { type RealmUrl, realm } from './realm.ts';

export { Headers, Request, Response };

const MOST_REDIRECTS = 20;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export async function fetch(input: string | RealmUrl | Request, options: FetchOptions = {}): Promise<Response> {
  let request = new Request(input, options);
  for (let count = 0; ; count += 1) {
    request.signal?.throwIfAborted();
    const message = await exchange(request);
    const { location } = message.headers;
    const isRedirect = REDIRECTS.has(message.statusCode ?? 0) && typeof location === 'string';
    if (!isRedirect || request.redirect === 'manual') return responseFrom(message, request.url, count > 0);
    if (request.redirect === 'error') throw failed(new Error('unexpected redirect'));
    if (count === MOST_REDIRECTS) throw failed(new Error('redirect count exceeded'));
    message.resume();
    request = redirected(request, new realm.URL(location as string, request.url).href, message.statusCode ?? 0);
  }
}

function exchange(request: Request): Promise<IncomingMessage> {
  const url = new realm.URL(request.url);
  if (url.protocol !== 'http:') return Promise.reject(failed(outside(`${url.protocol}//${url.hostname}`)));
  return new Promise((resolve, reject) => {
    const headers = new Headers({ accept: '*/*', 'accept-language': '*', 'user-agent': 'node' });
    for (const [name, value] of request.headers) headers.set(name, value);
    const outgoing = new ClientRequest({
      hostname: url.hostname,
      port: url.port,
      path: url.pathname + url.search,
      method: request.method,
      headers: Object.fromEntries(headers),
    });
    const { signal } = request;
    const abort = (): void => {
      reject(signal?.reason);
      outgoing.destroy(signal?.reason as Error);
    };
    signal?.addEventListener('abort', abort, { once: true });
    outgoing.once('response', (message: IncomingMessage) => {
      message.once('close', () => signal?.removeEventListener('abort', abort));
      resolve(message);
    });
    outgoing.on('error', (error: Error & { code?: string }) => reject(failed(error.code === 'ENOTFOUND' ? outside(url.hostname) : error)));
    outgoing.end(request.content ?? undefined);
  });
}

/** A POST that is answered 301, 302 or 303 goes on as a GET (Fetch standard, "HTTP-redirect fetch"). */
function redirected(request: Request, url: string, status: number): Request {
  const becomesGet = status === 303 ? request.method !== 'HEAD' : (status === 301 || status === 302) && request.method === 'POST';
  const { headers, signal, redirect } = request;
  if (becomesGet) return new Request(url, { headers, signal, redirect });
  return new Request(url, {
    headers,
    signal,
    redirect,
    method: request.method,
    ...(request.content === null ? {} : { body: request.content }),
  });
}

function outside(place: string): Error {
  return new Error(
    `the sandbox has no internet; ${place} is not one of this cell's hosts. Fetch from http://localhost or a host of the cell.`,
  );
}

function failed(cause: Error): TypeError {
  return new TypeError('fetch failed', { cause });
}
