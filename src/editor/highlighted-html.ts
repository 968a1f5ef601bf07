/** Highlighted code as HTML for the static page: one element for each line, one for each token that has a colour. */
import type { Token } from './highlighter.ts';

/** The inside of `<code>`. The lines are numbered by the style sheet, so that nobody copies or hears the numbers. */
export function highlightedHtml(lines: readonly (readonly Token[])[]): string {
  return lines.map((tokens) => `<span class="line">${tokens.map(tokenHtml).join('')}\n</span>`).join('');
}

function tokenHtml({ text, kind }: Token): string {
  return kind === 'text' ? escaped(text) : `<span class="t-${kind}">${escaped(text)}</span>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
