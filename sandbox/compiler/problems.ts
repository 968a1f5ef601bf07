/** esbuild's complaints, in words for a learner. */
import type { Message } from 'esbuild-wasm';
import type { CompileProblem } from '../engine/program.ts';
import { isMark } from './module-mark.ts';
import { LOCAL_NAMESPACE } from './positions.ts';

/** What esbuild's messages become; the first rule that fits decides. `$1`, `$2` are the groups of the pattern. */
const RULES: readonly (readonly [pattern: RegExp, said: string])[] = [
  [/^Unexpected end of file/, 'The file ends too early: something that was opened, such as "{" or "(", is not closed.'],
  [/^Expected "(.+)" but found end of file/, 'The file ends too early: a "$1" is missing.'],
  [/^Expected "(.+)" but found "(.+)"/, 'A "$1" is missing before "$2".'],
  [/^Expected identifier but found "(.+)"/, 'A name is missing before "$1".'],
  [/^Unexpected "(.+)"/, '"$1" cannot stand here. Look for something missing or extra just before it.'],
  [/^Unterminated string literal/, 'The text in quotes is not closed on its line.'],
  [/^Unterminated template literal/, 'The text in backticks is not closed.'],
  [/^Unterminated regular expression/, 'The regular expression is not closed: a "/" is missing.'],
  [/^The symbol "(.+)" has already been declared/, '"$1" is declared twice. Choose another name for one of them, or remove one.'],
  [
    /^"await" can only be used inside an "async" function/,
    '"await" works only in an async function. Write "async" before the function around it.',
  ],
  [/^No matching export in "(.+)" for import "default"/, '"$1" has no default export. Import what you need by name, in braces.'],
  [/^No matching export in "(.+)" for import "(.+)"/, '"$1" does not export "$2". Export it there, or import another name.'],
  [/^Cannot assign to "(.+)" because it is a constant/, '"$1" is a const, so it cannot get another value. Declare it with "let".'],
  [/^Cannot assign to import "(.+)"/, '"$1" is imported, so it cannot get another value here.'],
  [/^Top-level return cannot be used/, '"return" works only in a function.'],
  [/^Multiple exports with the same name "(.+)"/, '"$1" is exported twice.'],
];

export function problemsOf(messages: readonly Message[], entry: string): CompileProblem[] {
  return messages.map(({ text, location }) => {
    const words = text.replaceAll(`${LOCAL_NAMESPACE}:`, '');
    if (location === null) return { said: spoken(words), file: entry, line: 1, column: 1 };
    const file = location.file.replace(`${LOCAL_NAMESPACE}:`, '');
    if (isMark(location.lineText))
      return { said: spoken(words.replace(/"export"/, 'end of file')), file, line: location.line - 1, column: 1 };
    return { said: spoken(words), file, line: location.line, column: columnOf(location.lineText, location.column) };
  });
}

/** The messages of a failed esbuild call; anything else that was thrown is our own bug and goes on. */
export function messagesOf(error: unknown): readonly Message[] {
  const messages = (error as { errors?: unknown } | null)?.errors;
  if (!Array.isArray(messages) || messages.length === 0) throw error;
  return messages as Message[];
}

/** Each problem once, in the order of files and lines: entries may share a file. */
export function withoutRepeats(problems: readonly CompileProblem[]): CompileProblem[] {
  const seen = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...seen.values()].sort(
    (one, other) => one.file.localeCompare(other.file, 'en') || one.line - other.line || one.column - other.column,
  );
}

function spoken(text: string): string {
  for (const [pattern, said] of RULES) {
    const match = pattern.exec(text);
    if (match) return said.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
  }
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** esbuild counts bytes of UTF-8 from 0, learners count characters from 1. */
function columnOf(lineText: string, byteColumn: number): number {
  let bytes = 0;
  let column = 1;
  for (const character of lineText) {
    if (bytes >= byteColumn) break;
    const codePoint = character.codePointAt(0) ?? 0;
    bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    column += character.length;
  }
  return column;
}
