/** Monaco as cells use it: only TypeScript, the page's colours, the page's own type service. */
import { bracketsAndComments, editor, languages } from '../packages/monaco.ts';
import { onThemeChange, shownTheme } from '../page/theme.ts';
import { TOKEN_KINDS } from './code-theme.ts';
import { type LineState, sameState, tokensOfLine } from './highlighter.ts';
import workerAddress from './monaco.worker.ts?worker&url';
import { registerHints } from './monaco-hints.ts';
import { pageColors } from './page-colors.ts';

export const LANGUAGE = 'typescript';
export const THEME = 'inflight';

(globalThis as { MonacoEnvironment?: unknown }).MonacoEnvironment = {
  getWorker: () => new Worker(workerAddress, { type: 'module' }),
};

languages.register({ id: LANGUAGE, extensions: ['.ts'] });
languages.setLanguageConfiguration(LANGUAGE, bracketsAndComments);
registerHints(LANGUAGE);
useColors();
onThemeChange(useColors);

/** The state of the grammar between two lines. */
class Between implements languages.IState {
  readonly state: LineState;

  constructor(state: LineState) {
    this.state = state;
  }

  clone(): Between {
    return this;
  }

  equals(other: languages.IState): boolean {
    return other instanceof Between && sameState(other.state, this.state);
  }
}

languages.setTokensProvider(LANGUAGE, {
  getInitialState: () => new Between(undefined),
  tokenize: (line, before) => {
    const { tokens, state } = tokensOfLine(line, (before as Between).state);
    let startIndex = 0;
    const placed = tokens.map(({ text, kind }) => {
      const token = { startIndex, scopes: kind };
      startIndex += text.length;
      return token;
    });
    return { tokens: placed, endState: new Between(state) };
  },
});

function useColors(): void {
  const kinds = TOKEN_KINDS.map((kind) => `--code-${kind}` as const);
  const colors = pageColors([
    ...kinds,
    '--ink',
    '--soft',
    '--tint',
    '--sheet',
    '--line',
    '--accent',
    '--alarm',
    '--doubt',
    '--code-selected',
  ]);
  editor.defineTheme(THEME, {
    base: shownTheme() === 'dark' ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      { token: '', foreground: colors['--code-text'].slice(1) },
      ...TOKEN_KINDS.map((kind) => ({ token: kind, foreground: colors[`--code-${kind}`].slice(1) })),
    ],
    colors: {
      'editor.background': colors['--tint'],
      'editor.foreground': colors['--ink'],
      'editorCursor.foreground': colors['--ink'],
      'editorLineNumber.foreground': colors['--soft'],
      'editorLineNumber.activeForeground': colors['--ink'],
      'editor.selectionBackground': colors['--code-selected'],
      'editor.inactiveSelectionBackground': `${colors['--code-selected']}99`,
      'editor.wordHighlightBackground': `${colors['--code-selected']}80`,
      'editor.selectionHighlightBackground': `${colors['--code-selected']}80`,
      ...brackets(colors['--code-text']),
      'editorBracketMatch.background': `${colors['--code-selected']}80`,
      'editorBracketMatch.border': colors['--line'],
      'editorError.foreground': colors['--alarm'],
      'editorWarning.foreground': colors['--doubt'],
      'editorWidget.background': colors['--sheet'],
      'editorWidget.foreground': colors['--ink'],
      'editorWidget.border': colors['--line'],
      'editorHoverWidget.background': colors['--sheet'],
      'editorHoverWidget.foreground': colors['--ink'],
      'editorHoverWidget.border': colors['--line'],
      'editorSuggestWidget.background': colors['--sheet'],
      'editorSuggestWidget.foreground': colors['--ink'],
      'editorSuggestWidget.border': colors['--line'],
      'editorSuggestWidget.highlightForeground': colors['--accent'],
      'editorSuggestWidget.focusHighlightForeground': colors['--accent'],
      'editorSuggestWidget.selectedBackground': colors['--code-selected'],
      'editorSuggestWidget.selectedForeground': colors['--ink'],
      'list.hoverBackground': colors['--tint'],
      'input.background': colors['--tint'],
      'input.foreground': colors['--ink'],
      'input.border': colors['--line'],
      'textLink.foreground': colors['--accent'],
      'scrollbarSlider.background': `${colors['--soft']}40`,
      'scrollbarSlider.hoverBackground': `${colors['--soft']}88`,
      'scrollbar.shadow': '#00000000',
      focusBorder: colors['--accent'],
    },
  });
}

/** Brackets have the colour of text, as in the static code. */
function brackets(color: string): Record<string, string> {
  const levels = [1, 2, 3, 4, 5, 6].map((level) => [`editorBracketHighlight.foreground${level}`, color]);
  return { ...Object.fromEntries(levels), 'editorBracketHighlight.unexpectedBracket.foreground': color };
}

export { editor };
