/** `node:querystring`: query texts as Node has always read and written them. */
import { Buffer } from './buffer.ts';

type Query = Record<string, string | string[]>;

const UNESCAPED = /[A-Za-z0-9\-_.!~*'()]/;

/** Percent-decodes; what is not well-formed stays as it is. */
export function unescapeText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return unescapeBytes(text);
  }
}

export function escapeText(value: unknown): string {
  let text = '';
  for (const character of String(value)) text += UNESCAPED.test(character) ? character : encodeURIComponent(character);
  return text;
}

/** Repeated keys become arrays. */
export function parse(
  text: string,
  separator = '&',
  equals = '=',
  options: { maxKeys?: number; decodeURIComponent?: typeof unescapeText } = {},
): Query {
  const query = Object.create(null) as Query;
  if (typeof text !== 'string' || text === '') return query;
  const decode = (part: string): string => {
    const text = part.replaceAll('+', ' ');
    return /%[0-9a-f]{2}/i.test(text) ? (options.decodeURIComponent ?? unescapeText)(text) : text;
  };
  const { maxKeys = 1000 } = options;
  const pairs = text.split(separator).filter((pair) => pair !== '');
  for (const pair of maxKeys > 0 ? pairs.slice(0, maxKeys) : pairs) {
    const at = pair.indexOf(equals);
    const key = decode(at < 0 ? pair : pair.slice(0, at));
    const value = at < 0 ? '' : decode(pair.slice(at + equals.length));
    const known = query[key];
    if (known === undefined) query[key] = value;
    else if (Array.isArray(known)) known.push(value);
    else query[key] = [known, value];
  }
  return query;
}

export function stringify(
  query: object,
  separator = '&',
  equals = '=',
  options: { encodeURIComponent?: (text: string) => string } = {},
): string {
  const encode = options.encodeURIComponent ?? escapeText;
  if (typeof query !== 'object' || query === null) return '';
  return Object.entries(query)
    .flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).map((one) => encode(key) + equals + encode(primitiveText(one))))
    .join(separator);
}

function primitiveText(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : '';
}

/** Decodes what can be decoded; other characters count as one byte, as in Node. */
function unescapeBytes(text: string): string {
  const latin1 = text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(latin1, 'latin1').toString();
}

export const querystring = { parse, stringify, escape: escapeText, unescape: unescapeText, decode: parse, encode: stringify };
