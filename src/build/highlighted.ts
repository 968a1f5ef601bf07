/** Highlighted code, kept by content: colouring costs more than all else on a page, and most texts are those of the last build. */
import { Kept } from './kept.ts';

export type CodeLanguage = 'typescript' | 'python';

const kept = new Kept('highlighted', ['src/editor', 'src/packages']);

/** The inside of a `<code>` for this text. */
export function highlighted(text: string, language: CodeLanguage): Promise<string> {
  return kept.text([language, text], () => highlight(text, language));
}

/** Loaded only for a text that is new. */
async function highlight(text: string, language: CodeLanguage): Promise<string> {
  const [{ addLanguage, tokensOf }, { highlightedHtml }, { default: python }] = await Promise.all([
    import('../editor/highlighter.ts'),
    import('../editor/highlighted-html.ts'),
    import('shiki/langs/python.mjs'),
  ]);
  if (language === 'python') addLanguage(python);
  return highlightedHtml(tokensOf(text, language));
}
