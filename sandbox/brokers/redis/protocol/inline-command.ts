/** The inline command: words typed by hand, as over telnet (sdssplitargs in sds.c). */
import { type BinaryText, binaryBytes } from '../model/binary-text.ts';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', a: '\x07' };

/** One word: what stands between spaces, with quoted parts in it. */
const WORD = /(?:"(?:[^"\\]|\\[\s\S])*"(?=[\s\0]|$)|'(?:[^'\\]|\\[\s\S])*'(?=[\s\0]|$)|[^\s\0"'])+/y;
const SPACE = /[\s\0]*/y;

/** The words of a line; undefined when a quote is not closed or is followed by something else than a space. */
export function splitInline(line: BinaryText): Uint8Array[] | undefined {
  const words: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    SPACE.lastIndex = at;
    at += SPACE.exec(line)?.[0].length ?? 0;
    if (at === line.length) return words;
    WORD.lastIndex = at;
    const word = WORD.exec(line)?.[0];
    if (word === undefined) return undefined;
    at += word.length;
    if (at < line.length && !/[\s\0]/.test(line[at] as string)) return undefined;
    words.push(binaryBytes(unquote(word)));
  }
}

function unquote(word: string): string {
  return word.replace(/"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'/g, (_, double?: string, single?: string) =>
    double === undefined
      ? (single ?? '').replaceAll("\\'", "'")
      : double.replace(/\\(x[0-9a-fA-F]{2}|[\s\S])/g, (_escape, code: string) =>
          code.length === 3 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (ESCAPES[code] ?? code),
        ),
  );
}
