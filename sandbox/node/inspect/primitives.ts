/** Primitive values as `inspect` shows them. */
import type { Context } from './context.ts';

/** Control characters, the backslash and lone surrogates are written as escapes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const TO_ESCAPE = /[\x00-\x1f\x7f-\x9f\\]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r', '\\': '\\\\' };
/** Strings shorter than this are never broken over lines. */
const SHORTEST_BROKEN = 16;

export function inspectPrimitive(context: Context, value: unknown): string {
  switch (typeof value) {
    case 'string':
      return inspectString(context, value);
    case 'number':
      return numberText(value);
    case 'bigint':
      return `${value}n`;
    case 'symbol':
      return symbolText(value);
    default:
      return String(value);
  }
}

export function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

export function symbolText(symbol: symbol): string {
  const text = symbol.toString();
  return TO_ESCAPE.test(text) ? text.replace(TO_ESCAPE, escaped) : text;
}

/** In single quotes, or whichever quotes need no escape. */
export function quoted(text: string): string {
  let quote = "'";
  if (text.includes("'")) {
    if (!text.includes('"')) quote = '"';
    else if (!text.includes('`') && !text.includes('${')) quote = '`';
  }
  const body = text.replace(TO_ESCAPE, escaped);
  return quote + (quote === "'" ? body.replaceAll("'", "\\'") : body) + quote;
}

function inspectString(context: Context, value: string): string {
  const cut = value.length - context.maxStringLength;
  const text = cut > 0 ? value.slice(0, context.maxStringLength) : value;
  const trailer = cut > 0 ? `... ${cut} more character${cut > 1 ? 's' : ''}` : '';
  const fits = text.length <= SHORTEST_BROKEN || text.length <= context.breakLength - context.indentation - 4;
  if (fits || context.compact === Number.POSITIVE_INFINITY) return quoted(text) + trailer;
  const lines = text.split(/(?<=\n)/).map(quoted);
  return lines.join(` +\n${' '.repeat(context.indentation + 2)}`) + trailer;
}

function escaped(character: string): string {
  const short = SHORT_ESCAPES[character];
  if (short !== undefined) return short;
  const code = character.charCodeAt(0);
  return code > 0xff ? `\\u${code.toString(16)}` : `\\x${code.toString(16).toUpperCase().padStart(2, '0')}`;
}
