/** The highlighter: one grammar and one theme for the static page (at build time) and for every editor in the browser (loaded with it). */
import {
  createHighlighterCoreSync,
  createJavaScriptRegexEngine,
  type GrammarState,
  type LanguageRegistration,
  typescriptGrammar,
} from '../packages/shiki.ts';
import { codeTheme, kindOf, type TokenKind } from './code-theme.ts';

export interface Token {
  readonly text: string;
  readonly kind: TokenKind;
}

/** What a line leaves open for the next one, such as a comment. */
export type LineState = GrammarState | undefined;

const highlighter = createHighlighterCoreSync({
  themes: [codeTheme],
  langs: [typescriptGrammar],
  engine: createJavaScriptRegexEngine(),
});

/** Another language than TypeScript, at build time only. */
export function addLanguage(language: LanguageRegistration | LanguageRegistration[]): void {
  highlighter.loadLanguageSync(language);
}

/** The tokens of each line. */
export function tokensOf(text: string, language = 'typescript'): Token[][] {
  const lines = highlighter.codeToTokensBase(text, { lang: language, theme: codeTheme.name, tokenizeTimeLimit: 0 });
  return lines.map((line) => joined(line.map(({ content, color }) => ({ text: content, kind: kindOf(color) }))));
}

/** The tokens of one line after lines that ended in `state`, and the state in which it ends. */
export function tokensOfLine(text: string, state: LineState): { readonly tokens: Token[]; readonly state: LineState } {
  const lines = highlighter.codeToTokensBase(text, {
    lang: 'typescript',
    theme: codeTheme.name,
    // The first lines take long while the grammar is prepared; a line that is cut off would stay half coloured.
    tokenizeTimeLimit: 0,
    ...(state === undefined ? {} : { grammarState: state }),
  });
  const tokens = (lines[0] ?? []).map(({ content, color }) => ({ text: content, kind: kindOf(color) }));
  return { tokens: joined(tokens), state: highlighter.getLastGrammarState(lines) };
}

/** Whether the next line would look the same after both. */
export function sameState(one: LineState, other: LineState): boolean {
  if (one === undefined || other === undefined) return one === other;
  const [stack, otherStack] = [one.getInternalStack(), other.getInternalStack()];
  return stack !== undefined && otherStack !== undefined && stack.equals(otherStack);
}

/** Neighbours of one kind as one token. */
function joined(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    const last = result.at(-1);
    if (last?.kind === token.kind) result[result.length - 1] = { kind: last.kind, text: last.text + token.text };
    else result.push(token);
  }
  return result;
}
