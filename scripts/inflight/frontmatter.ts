/** Frontmatter: the small part of YAML that lessons use, with the line of every value. */

export type FrontmatterValue = string | number | readonly FrontmatterValue[] | { readonly [key: string]: FrontmatterValue };

export type Frontmatter =
  | {
      readonly ok: true;
      readonly data: { readonly [key: string]: FrontmatterValue };
      /** Line of a value by its path, such as `sources.0.url`. */
      readonly lines: ReadonlyMap<string, number>;
      /** Line of the text's first line after the frontmatter. */
      readonly bodyLine: number;
      readonly body: string;
    }
  | { readonly ok: false; readonly line: number; readonly said: string };

interface Row {
  readonly line: number;
  readonly indent: number;
  readonly text: string;
}

class FrontmatterError extends Error {
  readonly line: number;
  constructor(line: number, said: string) {
    super(said);
    this.line = line;
  }
}

/**
 * Reads `key: value`, lists of `- value`, and lists of maps (`- title: …` with further keys below). Anything else of
 * YAML is refused with a sentence, so that Astro, which reads the same text, cannot understand it differently.
 */
export function readFrontmatter(text: string): Frontmatter {
  const all = text.split(/\r?\n/);
  if (all[0] !== '---') return { ok: false, line: 1, said: 'The lesson must begin with frontmatter between two lines of "---".' };
  const end = all.indexOf('---', 1);
  if (end < 0) return { ok: false, line: 1, said: 'The frontmatter is not closed by a line of "---".' };
  const rows = all
    .slice(1, end)
    .map((row, index) => ({ line: index + 2, indent: row.search(/\S/), text: row.trim() }))
    .filter((row) => row.indent >= 0 && !row.text.startsWith('#'));
  const lines = new Map<string, number>();
  try {
    const data = readMap(rows, '', lines);
    return { ok: true, data, lines, bodyLine: end + 2, body: all.slice(end + 1).join('\n') };
  } catch (error) {
    if (error instanceof FrontmatterError) return { ok: false, line: error.line, said: error.message };
    throw error;
  }
}

function readMap(rows: readonly Row[], path: string, lines: Map<string, number>): { [key: string]: FrontmatterValue } {
  const data: { [key: string]: FrontmatterValue } = {};
  for (const [head, below] of groups(rows)) {
    const match = /^([A-Za-z][A-Za-z0-9]*):(?:\s+(.*))?$/.exec(head.text);
    const key = match?.[1];
    if (key === undefined) throw new FrontmatterError(head.line, `"${head.text}" is not of the form "key: value".`);
    if (key in data) throw new FrontmatterError(head.line, `The key "${key}" is there twice.`);
    const place = path === '' ? key : `${path}.${key}`;
    lines.set(place, head.line);
    const inline = match?.[2];
    if (inline !== undefined && below.length > 0) throw new FrontmatterError(below[0]?.line ?? head.line, 'This line belongs to nothing.');
    data[key] = inline !== undefined ? readScalar(inline, head.line) : readList(below, place, lines, head);
  }
  return data;
}

function readList(rows: readonly Row[], path: string, lines: Map<string, number>, head: Row): FrontmatterValue {
  if (rows.length === 0) throw new FrontmatterError(head.line, `"${head.text}" has no value.`);
  return groups(rows).map(([first, below], index) => {
    const match = /^-(\s+)(.*)$/.exec(first.text);
    const text = match?.[2];
    if (text === undefined) throw new FrontmatterError(first.line, `"${first.text}" is not an entry of a list, such as "- value".`);
    const place = `${path}.${index}`;
    lines.set(place, first.line);
    const inner = { line: first.line, indent: first.indent + 1 + (match?.[1]?.length ?? 1), text };
    if (/^[A-Za-z][A-Za-z0-9]*:(\s|$)/.test(text)) return readMap([inner, ...below], place, lines);
    if (below[0] !== undefined) throw new FrontmatterError(below[0].line, 'This line belongs to nothing.');
    return readScalar(text, first.line);
  });
}

/** Each row with the deeper rows below it. */
function groups(rows: readonly Row[]): readonly (readonly [Row, readonly Row[]])[] {
  const indent = rows[0]?.indent ?? 0;
  const found: [Row, Row[]][] = [];
  for (const row of rows) {
    if (row.indent === indent) found.push([row, []]);
    else if (row.indent > indent) found.at(-1)?.[1].push(row);
    else throw new FrontmatterError(row.line, 'This line is indented less than the one it belongs to.');
  }
  return found;
}

function readScalar(text: string, line: number): FrontmatterValue {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (/^"(?:[^"\\]|\\["\\])*"$/.test(text)) return JSON.parse(text) as string;
  if (/^'(?:[^']|'')*'$/.test(text)) return text.slice(1, -1).replaceAll("''", "'");
  if (/^[[\]{}&*!|>%@`"'#,?-]|: |:$| #|^(?:true|false|null|yes|no|on|off|~)$/i.test(text)) {
    throw new FrontmatterError(line, `Put ${text} between double quotes.`);
  }
  return text;
}
