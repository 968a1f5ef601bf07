/** The colours of code: what each kind of token is called. Their values are custom properties in `styles/editor.css`. */

/** From each kind of token to the scopes of the grammar that have it; everything else has the colour of text. */
const SCOPES = {
  comment: ['comment', 'punctuation.definition.comment'],
  string: ['string', 'punctuation.definition.string', 'constant.character', 'markup.inline.raw'],
  number: ['constant.numeric', 'constant.language', 'variable.language'],
  keyword: ['keyword', 'storage', 'keyword.operator.new', 'keyword.operator.expression', 'keyword.control'],
  type: ['entity.name.type', 'entity.name.class', 'entity.other.inherited-class', 'support.type', 'support.class'],
  function: ['entity.name.function', 'support.function'],
  text: [
    'keyword.operator',
    'meta.template.expression',
    'punctuation.definition.template-expression',
    'punctuation',
    'storage.type.function.arrow',
  ],
} as const;

export type TokenKind = keyof typeof SCOPES;

export const TOKEN_KINDS = Object.keys(SCOPES) as readonly TokenKind[];

const colorOf = (kind: TokenKind): string => `var(--code-${kind})`;

/** The kind of token that a colour of the theme stands for. */
export function kindOf(color: string | undefined): TokenKind {
  return TOKEN_KINDS.find((kind) => colorOf(kind) === color) ?? 'text';
}

/** For Shiki: its colours are the custom properties, so light and dark are the page's own. */
export const codeTheme = {
  name: 'inflight',
  type: 'light' as const,
  colors: { 'editor.foreground': colorOf('text'), 'editor.background': 'transparent' },
  settings: TOKEN_KINDS.map((kind) => ({ scope: [...SCOPES[kind]], settings: { foreground: colorOf(kind) } })),
};
