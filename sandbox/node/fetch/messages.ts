/** `Request` and `Response` of the Fetch standard, as far as JSON services use them. */
import type { IncomingMessage } from '../http/incoming.ts';
import { STATUS_CODES } from '../http/status.ts';
import { type RealmAbortSignal, type RealmUrl, realm } from '../realm.ts';
import { Body, contentOf } from './body.ts';
import { Headers, type HeadersFrom } from './headers.ts';

export interface FetchOptions {
  readonly method?: string;
  readonly headers?: HeadersFrom;
  readonly body?: unknown;
  readonly signal?: RealmAbortSignal | null;
  readonly redirect?: 'follow' | 'manual' | 'error';
}

export class Request extends Body {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly signal: RealmAbortSignal | null;
  readonly redirect: 'follow' | 'manual' | 'error';
  /** The body's bytes, for sending. */
  readonly content: Uint8Array | null;

  constructor(input: string | RealmUrl | Request, options: FetchOptions = {}) {
    const base = input instanceof Request ? input : null;
    const method = (options.method ?? base?.method ?? 'GET').toUpperCase();
    const content = options.body === undefined ? contentOf(base?.content) : contentOf(options.body);
    if (content !== null && (method === 'GET' || method === 'HEAD')) throw new TypeError('Request with GET/HEAD method cannot have body.');
    super(content);
    this.url = base?.url ?? absolute(String(input));
    this.method = method;
    this.headers = new Headers(options.headers ?? base?.headers);
    if (content?.type && !this.headers.has('content-type')) this.headers.set('content-type', content.type);
    this.signal = options.signal ?? base?.signal ?? null;
    this.redirect = options.redirect ?? base?.redirect ?? 'follow';
    this.content = content?.bytes ?? null;
  }
}

export interface ResponseOptions {
  readonly status?: number;
  readonly statusText?: string;
  readonly headers?: HeadersFrom;
}

export class Response extends Body {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly url: string;
  readonly redirected: boolean;
  readonly type = 'basic';

  constructor(body?: unknown, options: ResponseOptions = {}, arrived?: { message: IncomingMessage; url: string; redirected: boolean }) {
    const content = contentOf(body);
    super(arrived?.message ?? content);
    this.status = options.status ?? 200;
    this.statusText = options.statusText ?? '';
    this.headers = new Headers(options.headers);
    if (content?.type && !this.headers.has('content-type')) this.headers.set('content-type', content.type);
    this.url = arrived?.url ?? '';
    this.redirected = arrived?.redirected ?? false;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  static json(value: unknown, options: ResponseOptions = {}): Response {
    const headers = new Headers(options.headers);
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
    return new Response(JSON.stringify(value), { ...options, headers });
  }

  static error(): Response {
    return new Response(null, { status: 0 });
  }
}

export function responseFrom(message: IncomingMessage, url: string, redirected: boolean): Response {
  const status = message.statusCode ?? 0;
  const headers = new Headers();
  for (let index = 0; index < message.rawHeaders.length; index += 2) {
    headers.append(message.rawHeaders[index] as string, message.rawHeaders[index + 1]);
  }
  return new Response(
    null,
    { status, statusText: message.statusMessage ?? STATUS_CODES[status] ?? '', headers },
    { message, url, redirected },
  );
}

function absolute(text: string): string {
  try {
    return new realm.URL(text).href;
  } catch (cause) {
    throw new TypeError(`Failed to parse URL from ${text}`, { cause });
  }
}
