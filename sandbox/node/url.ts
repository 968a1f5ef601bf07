/** `node:url`: the realm's `URL`, and the older functions as far as clients use them. */
import { parse as parseQuery } from './querystring.ts';
import { type RealmUrl, realm } from './realm.ts';

interface LegacyUrl {
  protocol: string | null;
  slashes: boolean | null;
  auth: string | null;
  host: string | null;
  port: string | null;
  hostname: string | null;
  hash: string | null;
  search: string | null;
  query: unknown;
  pathname: string | null;
  path: string | null;
  href: string;
}

const PARTS = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:(\/\/)(?:([^/?#]*)@)?(\[[^\]]*\]|[^:/?#]*)(?::(\d*))?)?([^?#]*)(\?[^#]*)?(#.*)?$/;

/** The old `url.parse`: never throws, and gives null for what is missing. */
export function parse(text: string, withQuery = false): LegacyUrl {
  const [, scheme, slashes, auth, hostname, port, pathname, search, hash] = PARTS.exec(text.trim()) ?? [];
  const host = hostname === undefined ? null : hostname + (port ? `:${port}` : '');
  const query = search?.slice(1);
  return {
    protocol: scheme === undefined ? null : `${scheme.toLowerCase()}:`,
    slashes: slashes === undefined ? null : true,
    auth: auth === undefined ? null : decodeURIComponent(auth),
    host: host === null ? null : host.toLowerCase(),
    port: port || null,
    hostname: hostname === undefined ? null : hostname.toLowerCase().replace(/^\[|\]$/g, ''),
    hash: hash ?? null,
    search: search ?? null,
    query: withQuery ? parseQuery(query ?? '') : (query ?? null),
    pathname: pathname || null,
    path: (pathname ?? '') + (search ?? '') || null,
    href: text.trim(),
  };
}

export function format(url: RealmUrl | Partial<LegacyUrl> | string): string {
  if (typeof url === 'string') return url;
  if (url instanceof realm.URL) return url.href;
  const { protocol, slashes, auth, host, hostname, port, pathname, search, hash } = url as Partial<LegacyUrl>;
  const place = host ?? (hostname === undefined || hostname === null ? '' : hostname + (port ? `:${port}` : ''));
  const scheme = protocol ? (protocol.endsWith(':') ? protocol : `${protocol}:`) : '';
  return `${scheme}${slashes || place !== '' ? '//' : ''}${auth ? `${auth}@` : ''}${place}${pathname ?? ''}${search ?? ''}${hash ?? ''}`;
}

function resolve(from: string, to: string): string {
  const base = new realm.URL(to, new realm.URL(from, 'resolve://base').href);
  return base.protocol === 'resolve:' ? base.pathname + base.search + base.hash : base.href;
}

function urlToHttpOptions(url: RealmUrl): object {
  const { protocol, hostname, hash, search, pathname, href, port, username, password } = url;
  const auth = username || password ? { auth: `${decodeURIComponent(username)}:${decodeURIComponent(password)}` } : {};
  return {
    protocol,
    hostname,
    hash,
    search,
    pathname,
    path: pathname + search,
    href,
    ...(port === '' ? {} : { port: Number(port) }),
    ...auth,
  };
}

export const url = {
  URL: realm.URL,
  URLSearchParams: realm.URLSearchParams,
  parse,
  format,
  resolve,
  urlToHttpOptions,
  fileURLToPath: (from: string | RealmUrl) => new realm.URL(String(from)).pathname,
  pathToFileURL: (path: string) => new realm.URL(`file://${path}`),
};
