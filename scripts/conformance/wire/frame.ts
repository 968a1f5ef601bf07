/** One frame of RESP as it came: its type sign, and its text or its items. Nothing is lost that a client could tell apart. */

export interface Frame {
  /** `+ - : $ * ~ % > , = _ # (` */
  readonly sign: string;
  /** The line or the bytes (one character each); null for nil and for what has items. */
  readonly text: string | null;
  /** Keys and values of a map lie flat; null for what has none, and for an array that is not there. */
  readonly items: readonly Frame[] | null;
}

const AGGREGATES: ReadonlySet<string> = new Set(['*', '~', '%', '>']);
const BLOBS: ReadonlySet<string> = new Set(['$', '=']);

/** The frame that begins at `from` and where it ends; undefined when it has not all come. `text` has one character for each byte. */
export function frameAt(text: string, from: number): { readonly frame: Frame; readonly end: number } | undefined {
  const lineEnd = text.indexOf('\r\n', from);
  if (lineEnd === -1) return undefined;
  const sign = text[from] ?? '';
  const line = text.slice(from + 1, lineEnd);
  if (AGGREGATES.has(sign)) return aggregateAt(text, sign, Number(line), lineEnd + 2);
  if (!BLOBS.has(sign)) return { frame: { sign, text: sign === '_' ? null : line, items: null }, end: lineEnd + 2 };
  if (line === '-1') return { frame: { sign, text: null, items: null }, end: lineEnd + 2 };
  const end = lineEnd + 2 + Number(line) + 2;
  if (text.length < end) return undefined;
  return { frame: { sign, text: text.slice(lineEnd + 2, end - 2), items: null }, end };
}

function aggregateAt(text: string, sign: string, count: number, from: number): { frame: Frame; end: number } | undefined {
  if (count === -1) return { frame: { sign, text: null, items: null }, end: from };
  const items: Frame[] = [];
  let at = from;
  for (let left = sign === '%' ? count * 2 : count; left > 0; left -= 1) {
    const found = frameAt(text, at);
    if (found === undefined) return undefined;
    items.push(found.frame);
    at = found.end;
  }
  return { frame: { sign, text: null, items }, end: at };
}

/** In one line, so that frames can be compared and read: `*[$a, :1]`. */
export function frameText({ sign, text, items }: Frame): string {
  if (items !== null) return `${sign}[${items.map(frameText).join(', ')}]`;
  return text === null ? `${sign}nil` : `${sign}${text}`;
}
