/** `node:path`: POSIX paths as texts. */

export function normalize(path: string): string {
  if (path === '') return '.';
  const isAbsolute = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!isAbsolute) parts.push('..');
  }
  const body = parts.join('/');
  const slash = path.endsWith('/') && body !== '' ? '/' : '';
  return isAbsolute ? `/${body}${slash}` : body === '' ? (path.endsWith('/') ? './' : '.') : body + slash;
}

export function join(...paths: string[]): string {
  const joined = paths.filter((path) => path !== '').join('/');
  return joined === '' ? '.' : normalize(joined);
}

export function resolve(...paths: string[]): string {
  let resolved = '';
  for (const path of [...paths].reverse()) {
    if (path === '') continue;
    resolved = resolved === '' ? path : `${path}/${resolved}`;
    if (path.startsWith('/')) break;
  }
  const absolute = normalize(resolved.startsWith('/') ? resolved : `/app/${resolved}`);
  return absolute.length > 1 && absolute.endsWith('/') ? absolute.slice(0, -1) : absolute;
}

export function basename(path: string, suffix = ''): string {
  const name = path.replace(/\/+$/, '').split('/').at(-1) ?? '';
  return suffix !== '' && name !== suffix && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
}

export function dirname(path: string): string {
  const trimmed = path.replace(/\/+$/, '');
  const at = trimmed.lastIndexOf('/');
  if (at < 0) return path.startsWith('/') ? '/' : '.';
  return trimmed.slice(0, at) || '/';
}

export function extname(path: string): string {
  const name = basename(path);
  const at = name.lastIndexOf('.');
  return at <= 0 || name === '..' ? '' : name.slice(at);
}

export function relative(from: string, to: string): string {
  const fromParts = resolve(from).split('/').filter(Boolean);
  const toParts = resolve(to).split('/').filter(Boolean);
  let common = 0;
  while (common < fromParts.length && fromParts[common] === toParts[common]) common += 1;
  return [...fromParts.slice(common).map(() => '..'), ...toParts.slice(common)].join('/');
}

interface Parsed {
  root: string;
  dir: string;
  base: string;
  ext: string;
  name: string;
}

function parse(path: string): Parsed {
  const base = basename(path);
  const ext = extname(path);
  const dir = path.includes('/') ? dirname(path) : '';
  return { root: path.startsWith('/') ? '/' : '', dir, base, ext, name: ext === '' ? base : base.slice(0, -ext.length) };
}

function format({ root = '', dir, base, name = '', ext = '' }: Partial<Parsed>): string {
  const file = base ?? `${name}${ext}`;
  if (dir === undefined || dir === '') return root + file;
  return dir === root ? dir + file : `${dir}/${file}`;
}

const posix = {
  sep: '/',
  delimiter: ':',
  normalize,
  join,
  resolve,
  basename,
  dirname,
  extname,
  relative,
  parse,
  format,
  isAbsolute: (path: string) => path.startsWith('/'),
  toNamespacedPath: (path: string) => path,
};

export const path = Object.assign(posix, { posix });
